-- data.user: drop `encryption_key`
CREATE TABLE "platform_user__new" (
    "name" TEXT NOT NULL CHECK (length("name") <= 256),
    "email" TEXT CHECK (length("email") <= 254),
    "first_name" TEXT CHECK (length("first_name") <= 128),
    "last_name" TEXT CHECK (length("last_name") <= 128),
    "is_active" BOOLEAN NOT NULL DEFAULT TRUE,
    "token" BLOB CHECK (length("token") = 32),
    "last_login" TIMESTAMP,
    "created" TIMESTAMP,
    "updated" TIMESTAMP,
    CONSTRAINT "platform_user__pk" PRIMARY KEY ("name")
);
INSERT INTO "platform_user__new" ("name", "email", "first_name", "last_name", "is_active", "token", "last_login", "created", "updated") SELECT "name", "email", "first_name", "last_name", "is_active", "token", "last_login", "created", "updated" FROM "platform_user";
DROP TABLE "platform_user";
ALTER TABLE "platform_user__new" RENAME TO "platform_user";
CREATE UNIQUE INDEX "platform_user__token__key" ON "platform_user" ("token");
