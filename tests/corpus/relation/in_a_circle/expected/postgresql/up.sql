-- data.department: make the table
CREATE TABLE "shop_department" (
    "name" varchar(256) COLLATE "C" NOT NULL,
    "head_id" varchar(256) COLLATE "C",
    "created" timestamp(6) without time zone,
    "updated" timestamp(6) without time zone,
    CONSTRAINT "shop_department__pk" PRIMARY KEY ("name")
);

-- data.person: make the table
CREATE TABLE "shop_person" (
    "name" varchar(256) COLLATE "C" NOT NULL,
    "department_id" varchar(256) COLLATE "C" NOT NULL,
    "deputy_id" varchar(256) COLLATE "C",
    "created" timestamp(6) without time zone,
    "updated" timestamp(6) without time zone,
    CONSTRAINT "shop_person__pk" PRIMARY KEY ("name")
);

-- data.department: make the table
CREATE INDEX "shop_department__head_id__idx" ON "shop_department" ("head_id");

-- data.person: make the table
CREATE UNIQUE INDEX "shop_person__deputy_id__key" ON "shop_person" ("deputy_id");
CREATE INDEX "shop_person__department_id__idx" ON "shop_person" ("department_id");

-- data.department: what the table refers to
ALTER TABLE "shop_department" ADD CONSTRAINT "shop_department__head_id__fk" FOREIGN KEY ("head_id") REFERENCES "shop_person" ("name");

-- data.person: what the table refers to
ALTER TABLE "shop_person" ADD CONSTRAINT "shop_person__department_id__fk" FOREIGN KEY ("department_id") REFERENCES "shop_department" ("name");
ALTER TABLE "shop_person" ADD CONSTRAINT "shop_person__deputy_id__fk" FOREIGN KEY ("deputy_id") REFERENCES "shop_person" ("name");

-- fresh statistics, since plans depend on them
ANALYZE "shop_department";
ANALYZE "shop_person";
