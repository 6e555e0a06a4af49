-- data.note: make the table
CREATE TABLE "app_template_note" (
    "name" TEXT NOT NULL CHECK (length("name") <= 256),
    "text" TEXT NOT NULL,
    "pinned" BOOLEAN NOT NULL DEFAULT FALSE,
    "created" TIMESTAMP,
    "updated" TIMESTAMP,
    CONSTRAINT "app_template_note__pk" PRIMARY KEY ("name")
);
CREATE INDEX "app_template_note__pinned__name__idx" ON "app_template_note" ("pinned" DESC, "name");

-- data.group: make the table
CREATE TABLE "platform_group" (
    "name" TEXT NOT NULL CHECK (length("name") <= 256),
    "created" TIMESTAMP,
    "updated" TIMESTAMP,
    CONSTRAINT "platform_group__pk" PRIMARY KEY ("name")
);

-- data.log: make the table
CREATE TABLE "platform_log" (
    "name" TEXT NOT NULL CHECK (length("name") <= 256),
    "command" TEXT NOT NULL CHECK (length("command") <= 256),
    "user" TEXT NOT NULL CHECK (length("user") <= 256),
    "os_user" TEXT CHECK (length("os_user") <= 256),
    "status" TEXT NOT NULL CHECK (length("status") <= 32),
    "parameters" TEXT NOT NULL,
    "detail" TEXT,
    "worker" TEXT CHECK (length("worker") <= 256),
    "attempt" BIGINT NOT NULL DEFAULT 1,
    "fence" BIGINT NOT NULL DEFAULT 0,
    "exit_code" BIGINT,
    "started" TIMESTAMP,
    "finished" TIMESTAMP,
    "created" TIMESTAMP,
    "updated" TIMESTAMP,
    CONSTRAINT "platform_log__pk" PRIMARY KEY ("name")
);
CREATE INDEX "platform_log__command__idx" ON "platform_log" ("command");
CREATE INDEX "platform_log__user__idx" ON "platform_log" ("user");
CREATE INDEX "platform_log__status__idx" ON "platform_log" ("status");
CREATE INDEX "platform_log__created__idx" ON "platform_log" ("created" DESC);

-- data.membership: make the table
CREATE TABLE "platform_membership" (
    "id" BLOB NOT NULL CHECK (length("id") = 32),
    "user_id" TEXT NOT NULL,
    "group_id" TEXT NOT NULL,
    "created" TIMESTAMP,
    "updated" TIMESTAMP,
    CONSTRAINT "platform_membership__pk" PRIMARY KEY ("id"),
    CONSTRAINT "platform_membership__user_id__fk" FOREIGN KEY ("user_id") REFERENCES "platform_user" ("name"),
    CONSTRAINT "platform_membership__group_id__fk" FOREIGN KEY ("group_id") REFERENCES "platform_group" ("name")
);
CREATE INDEX "platform_membership__group_id__idx" ON "platform_membership" ("group_id");
CREATE INDEX "platform_membership__user_id__group_id__idx" ON "platform_membership" ("user_id", "group_id");

-- data.user: make the table
CREATE TABLE "platform_user" (
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
CREATE UNIQUE INDEX "platform_user__token__key" ON "platform_user" ("token");

-- fresh statistics, since plans depend on them
PRAGMA optimize;
