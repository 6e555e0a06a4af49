-- data.user: drop `encryption_key`
CREATE TABLE "platform_user__new" (
    "name" TEXT NOT NULL CHECK (length("name") <= 256),
    "email" TEXT CHECK (length("email") <= 254),
    "first_name" TEXT CHECK (length("first_name") <= 128),
    "last_name" TEXT CHECK (length("last_name") <= 128),
    "is_active" BOOLEAN NOT NULL DEFAULT TRUE,
    "token" BLOB CHECK (length("token") = 32),
    "last_login" TIMESTAMP,
    "desk" TEXT CHECK (length("desk") <= 32),
    "created" TIMESTAMP,
    "updated" TIMESTAMP,
    CONSTRAINT "platform_user__pk" PRIMARY KEY ("name")
);
INSERT INTO "platform_user__new" ("name", "email", "first_name", "last_name", "is_active", "token", "last_login", "desk", "created", "updated") SELECT "name", "email", "first_name", "last_name", "is_active", "token", "last_login", "desk", "created", "updated" FROM "platform_user";
DROP TABLE "platform_user";
ALTER TABLE "platform_user__new" RENAME TO "platform_user";
CREATE UNIQUE INDEX "platform_user__token__key" ON "platform_user" ("token");

-- data.watch: drop `contact`
CREATE TABLE "nycflights_watch__new" (
    "id" BLOB NOT NULL CHECK (length("id") = 32),
    "user_id" TEXT NOT NULL,
    "airport_id" TEXT NOT NULL,
    "minutes" BIGINT NOT NULL DEFAULT 30,
    "created" TIMESTAMP,
    "updated" TIMESTAMP,
    CONSTRAINT "nycflights_watch__pk" PRIMARY KEY ("id"),
    CONSTRAINT "nycflights_watch__user_id__fk" FOREIGN KEY ("user_id") REFERENCES "platform_user" ("name"),
    CONSTRAINT "nycflights_watch__airport_id__fk" FOREIGN KEY ("airport_id") REFERENCES "nycflights_airport" ("faa")
);
INSERT INTO "nycflights_watch__new" ("id", "user_id", "airport_id", "minutes", "created", "updated") SELECT "id", "user_id", "airport_id", "minutes", "created", "updated" FROM "nycflights_watch";
DROP TABLE "nycflights_watch";
ALTER TABLE "nycflights_watch__new" RENAME TO "nycflights_watch";
CREATE UNIQUE INDEX "nycflights_watch__user_id__airport_id__key" ON "nycflights_watch" ("user_id", "airport_id");
CREATE INDEX "nycflights_watch__airport_id__idx" ON "nycflights_watch" ("airport_id");
