-- data.plant: make the table
CREATE TABLE "shop_plant" (
    "name" TEXT NOT NULL CHECK (length("name") <= 256),
    "created" TIMESTAMP,
    "updated" TIMESTAMP,
    CONSTRAINT "shop_plant__pk" PRIMARY KEY ("name")
);

-- data.sensor: make the table
CREATE TABLE "shop_sensor" (
    "id" BLOB NOT NULL CHECK (length("id") = 32),
    "name" TEXT NOT NULL CHECK (length("name") <= 256),
    "plant_id" TEXT NOT NULL,
    "unit" TEXT CHECK (length("unit") <= 16),
    "created" TIMESTAMP,
    "updated" TIMESTAMP,
    CONSTRAINT "shop_sensor__pk" PRIMARY KEY ("id"),
    CONSTRAINT "shop_sensor__plant_id__fk" FOREIGN KEY ("plant_id") REFERENCES "shop_plant" ("name")
);
CREATE UNIQUE INDEX "shop_sensor__plant_id__name__key" ON "shop_sensor" ("plant_id", "name");
CREATE INDEX "shop_sensor__name__idx" ON "shop_sensor" ("name");

-- fresh statistics, since plans depend on them
PRAGMA optimize;
