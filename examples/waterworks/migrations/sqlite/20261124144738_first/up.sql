-- data.complaint: make the table
CREATE TABLE "complaints_complaint" (
    "name" TEXT NOT NULL CHECK (length("name") <= 256),
    "site_id" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "urgency" BIGINT NOT NULL DEFAULT 1,
    "meter_id" TEXT,
    "created" TIMESTAMP,
    "updated" TIMESTAMP,
    CONSTRAINT "complaints_complaint__pk" PRIMARY KEY ("name"),
    CONSTRAINT "complaints_complaint__site_id__fk" FOREIGN KEY ("site_id") REFERENCES "places_site" ("name"),
    CONSTRAINT "complaints_complaint__meter_id__fk" FOREIGN KEY ("meter_id") REFERENCES "meters_meter" ("name")
);
CREATE INDEX "complaints_complaint__site_id__idx" ON "complaints_complaint" ("site_id");
CREATE INDEX "complaints_complaint__meter_id__idx" ON "complaints_complaint" ("meter_id");

-- data.meter: make the table
CREATE TABLE "meters_meter" (
    "name" TEXT NOT NULL CHECK (length("name") <= 256),
    "site_id" TEXT NOT NULL,
    "installed" DATE NOT NULL,
    "contract" TEXT CHECK (length("contract") <= 32),
    "created" TIMESTAMP,
    "updated" TIMESTAMP,
    CONSTRAINT "meters_meter__pk" PRIMARY KEY ("name"),
    CONSTRAINT "meters_meter__site_id__fk" FOREIGN KEY ("site_id") REFERENCES "places_site" ("name")
);
CREATE INDEX "meters_meter__site_id__idx" ON "meters_meter" ("site_id");

-- data.reading: make the table
CREATE TABLE "meters_reading" (
    "id" BLOB NOT NULL CHECK (length("id") = 32),
    "meter_id" TEXT NOT NULL,
    "day" DATE NOT NULL,
    "cubic_metres" DOUBLE NOT NULL,
    "created" TIMESTAMP,
    "updated" TIMESTAMP,
    CONSTRAINT "meters_reading__pk" PRIMARY KEY ("id"),
    CONSTRAINT "meters_reading__meter_id__fk" FOREIGN KEY ("meter_id") REFERENCES "meters_meter" ("name")
);
CREATE INDEX "meters_reading__meter_id__idx" ON "meters_reading" ("meter_id");

-- data.district: make the table
CREATE TABLE "places_district" (
    "name" TEXT NOT NULL CHECK (length("name") <= 256),
    "created" TIMESTAMP,
    "updated" TIMESTAMP,
    CONSTRAINT "places_district__pk" PRIMARY KEY ("name")
);

-- data.site: make the table
CREATE TABLE "places_site" (
    "name" TEXT NOT NULL CHECK (length("name") <= 256),
    "district_id" TEXT NOT NULL,
    "street" TEXT CHECK (length("street") <= 128),
    "zone" BIGINT NOT NULL DEFAULT 1,
    "inspector" TEXT CHECK (length("inspector") <= 64),
    "created" TIMESTAMP,
    "updated" TIMESTAMP,
    CONSTRAINT "places_site__pk" PRIMARY KEY ("name"),
    CONSTRAINT "places_site__district_id__fk" FOREIGN KEY ("district_id") REFERENCES "places_district" ("name")
);
CREATE INDEX "places_site__district_id__idx" ON "places_site" ("district_id");

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
    "phone" TEXT CHECK (length("phone") <= 32),
    "created" TIMESTAMP,
    "updated" TIMESTAMP,
    CONSTRAINT "platform_user__pk" PRIMARY KEY ("name")
);
CREATE UNIQUE INDEX "platform_user__token__key" ON "platform_user" ("token");

-- data.work_order: make the table
CREATE TABLE "waterworks_work_order" (
    "name" TEXT NOT NULL CHECK (length("name") <= 256),
    "meter_id" TEXT NOT NULL,
    "complaint_id" TEXT,
    "is_done" BOOLEAN NOT NULL DEFAULT FALSE,
    "created" TIMESTAMP,
    "updated" TIMESTAMP,
    CONSTRAINT "waterworks_work_order__pk" PRIMARY KEY ("name"),
    CONSTRAINT "waterworks_work_order__meter_id__fk" FOREIGN KEY ("meter_id") REFERENCES "meters_meter" ("name"),
    CONSTRAINT "waterworks_work_order__complaint_id__fk" FOREIGN KEY ("complaint_id") REFERENCES "complaints_complaint" ("name")
);
CREATE INDEX "waterworks_work_order__meter_id__idx" ON "waterworks_work_order" ("meter_id");
CREATE INDEX "waterworks_work_order__complaint_id__idx" ON "waterworks_work_order" ("complaint_id");

-- fresh statistics, since plans depend on them
PRAGMA optimize;
