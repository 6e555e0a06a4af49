-- data.department: make the table
CREATE TABLE "shop_department" (
    "name" TEXT NOT NULL CHECK (length("name") <= 256),
    "head_id" TEXT,
    "created" TIMESTAMP,
    "updated" TIMESTAMP,
    CONSTRAINT "shop_department__pk" PRIMARY KEY ("name"),
    CONSTRAINT "shop_department__head_id__fk" FOREIGN KEY ("head_id") REFERENCES "shop_person" ("name")
);
CREATE INDEX "shop_department__head_id__idx" ON "shop_department" ("head_id");

-- data.person: make the table
CREATE TABLE "shop_person" (
    "name" TEXT NOT NULL CHECK (length("name") <= 256),
    "department_id" TEXT NOT NULL,
    "deputy_id" TEXT,
    "created" TIMESTAMP,
    "updated" TIMESTAMP,
    CONSTRAINT "shop_person__pk" PRIMARY KEY ("name"),
    CONSTRAINT "shop_person__department_id__fk" FOREIGN KEY ("department_id") REFERENCES "shop_department" ("name"),
    CONSTRAINT "shop_person__deputy_id__fk" FOREIGN KEY ("deputy_id") REFERENCES "shop_person" ("name")
);
CREATE UNIQUE INDEX "shop_person__deputy_id__key" ON "shop_person" ("deputy_id");
CREATE INDEX "shop_person__department_id__idx" ON "shop_person" ("department_id");

-- fresh statistics, since plans depend on them
PRAGMA optimize;
