-- data.user: make the table
CREATE TABLE "platform_user" (
    "name" TEXT NOT NULL CHECK (length("name") <= 256),
    "desk" TEXT NOT NULL CHECK (length("desk") <= 32),
    "pin" TEXT NOT NULL CHECK (length("pin") <= 32),
    "created" TIMESTAMP,
    "updated" TIMESTAMP,
    CONSTRAINT "platform_user__pk" PRIMARY KEY ("name")
);

-- fresh statistics, since plans depend on them
PRAGMA optimize;
