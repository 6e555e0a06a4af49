-- data.plant: make the table
CREATE TABLE "garden_plant" (
    "name" TEXT NOT NULL CHECK (length("name") <= 256),
    "height" DOUBLE,
    "price" BIGINT,
    "created" TIMESTAMP,
    "updated" TIMESTAMP,
    CONSTRAINT "garden_plant__pk" PRIMARY KEY ("name")
);

-- data.order: make the table
CREATE TABLE "shop_order" (
    "id" BLOB NOT NULL CHECK (length("id") = 32),
    "plant_id" TEXT NOT NULL,
    "day" DATE NOT NULL,
    "created" TIMESTAMP,
    "updated" TIMESTAMP,
    CONSTRAINT "shop_order__pk" PRIMARY KEY ("id"),
    CONSTRAINT "shop_order__plant_id__fk" FOREIGN KEY ("plant_id") REFERENCES "garden_plant" ("name")
);
CREATE INDEX "shop_order__plant_id__idx" ON "shop_order" ("plant_id");

-- fresh statistics, since plans depend on them
PRAGMA optimize;
