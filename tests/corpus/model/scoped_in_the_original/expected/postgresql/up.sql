-- data.plant: make the table
CREATE TABLE "shop_plant" (
    "name" varchar(256) COLLATE "C" NOT NULL,
    "created" timestamp(6) without time zone,
    "updated" timestamp(6) without time zone,
    CONSTRAINT "shop_plant__pk" PRIMARY KEY ("name")
);

-- data.sensor: make the table
CREATE TABLE "shop_sensor" (
    "id" bytea NOT NULL,
    "name" varchar(256) COLLATE "C" NOT NULL,
    "plant_id" varchar(256) COLLATE "C" NOT NULL,
    "unit" varchar(16) COLLATE "C",
    "created" timestamp(6) without time zone,
    "updated" timestamp(6) without time zone,
    CONSTRAINT "shop_sensor__pk" PRIMARY KEY ("id")
);
CREATE UNIQUE INDEX "shop_sensor__plant_id__name__key" ON "shop_sensor" ("plant_id", "name");
CREATE INDEX "shop_sensor__name__idx" ON "shop_sensor" ("name");

-- data.sensor: what the table refers to
ALTER TABLE "shop_sensor" ADD CONSTRAINT "shop_sensor__plant_id__fk" FOREIGN KEY ("plant_id") REFERENCES "shop_plant" ("name");

-- fresh statistics, since plans depend on them
ANALYZE "shop_plant";
ANALYZE "shop_sensor";
