-- data.plant: make the table
CREATE TABLE "garden_plant" (
    "name" varchar(256) COLLATE "C" NOT NULL,
    "height" double precision,
    "price" numeric(8, 2),
    "created" timestamp(6) without time zone,
    "updated" timestamp(6) without time zone,
    CONSTRAINT "garden_plant__pk" PRIMARY KEY ("name")
);

-- data.order: make the table
CREATE TABLE "shop_order" (
    "id" bytea NOT NULL,
    "plant_id" varchar(256) COLLATE "C" NOT NULL,
    "day" date NOT NULL,
    "created" timestamp(6) without time zone,
    "updated" timestamp(6) without time zone,
    CONSTRAINT "shop_order__pk" PRIMARY KEY ("id")
);
CREATE INDEX "shop_order__plant_id__idx" ON "shop_order" ("plant_id");

-- data.order: what the table refers to
ALTER TABLE "shop_order" ADD CONSTRAINT "shop_order__plant_id__fk" FOREIGN KEY ("plant_id") REFERENCES "garden_plant" ("name");

-- fresh statistics, since plans depend on them
ANALYZE "garden_plant";
ANALYZE "shop_order";
