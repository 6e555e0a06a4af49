CREATE TABLE "shop_plant" (
    "name" varchar(256) COLLATE "C" NOT NULL,
    "created" timestamp(6) without time zone,
    "updated" timestamp(6) without time zone,
    CONSTRAINT "shop_plant__pk" PRIMARY KEY ("name")
);

CREATE TABLE "shop_sensor" (
    "id" bytea NOT NULL,
    "name" varchar(256) COLLATE "C" NOT NULL,
    "plant_id" varchar(256) COLLATE "C" NOT NULL,
    "unit" varchar(16) COLLATE "C",
    "created" timestamp(6) without time zone,
    "updated" timestamp(6) without time zone,
    CONSTRAINT "shop_sensor__pk" PRIMARY KEY ("id"),
    CONSTRAINT "shop_sensor__plant_id__fk" FOREIGN KEY ("plant_id") REFERENCES "shop_plant" ("name")
);

CREATE UNIQUE INDEX "shop_sensor__plant_id__name__key" ON "shop_sensor" ("plant_id", "name");

CREATE INDEX "shop_sensor__name__idx" ON "shop_sensor" ("name");

ANALYZE "shop_plant";

ANALYZE "shop_sensor";
