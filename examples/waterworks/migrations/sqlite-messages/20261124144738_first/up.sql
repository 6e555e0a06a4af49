-- data.lease: make the table
CREATE TABLE "platform_lease" (
    "name" TEXT NOT NULL CHECK (length("name") <= 256),
    "holder" TEXT NOT NULL CHECK (length("holder") <= 256),
    "fence" BIGINT NOT NULL,
    "expires" TIMESTAMP NOT NULL,
    "created" TIMESTAMP,
    "updated" TIMESTAMP,
    CONSTRAINT "platform_lease__pk" PRIMARY KEY ("name")
);
CREATE INDEX "platform_lease__expires__idx" ON "platform_lease" ("expires");

-- data.log_message: make the table
CREATE TABLE "platform_log_message" (
    "id" BLOB NOT NULL CHECK (length("id") = 32),
    "log" TEXT NOT NULL CHECK (length("log") <= 256),
    "sequence" BIGINT NOT NULL,
    "level" TEXT NOT NULL CHECK (length("level") <= 32),
    "name" TEXT CHECK (length("name") <= 256),
    "data" TEXT NOT NULL,
    "created" TIMESTAMP,
    "updated" TIMESTAMP,
    CONSTRAINT "platform_log_message__pk" PRIMARY KEY ("id")
);
CREATE UNIQUE INDEX "platform_log_message__log__sequence__key" ON "platform_log_message" ("log", "sequence");

-- fresh statistics, since plans depend on them
PRAGMA optimize;
