-- data.maker: make the table
CREATE TABLE "shop_maker" (
    "name" TEXT NOT NULL CHECK (length("name") <= 256),
    "created" TIMESTAMP,
    "updated" TIMESTAMP,
    CONSTRAINT "shop_maker__pk" PRIMARY KEY ("name")
);

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
    "maker_id" TEXT,
    "created" TIMESTAMP,
    "updated" TIMESTAMP,
    CONSTRAINT "shop_sensor__pk" PRIMARY KEY ("id"),
    CONSTRAINT "shop_sensor__plant_id__fk" FOREIGN KEY ("plant_id") REFERENCES "shop_plant" ("name"),
    CONSTRAINT "shop_sensor__maker_id__fk" FOREIGN KEY ("maker_id") REFERENCES "shop_maker" ("name")
);
CREATE UNIQUE INDEX "shop_sensor__plant_id__name__key" ON "shop_sensor" ("plant_id", "name");
CREATE INDEX "shop_sensor__maker_id__idx" ON "shop_sensor" ("maker_id");

-- data.sensor.spares: make the table
CREATE TABLE "shop_sensor_spares" (
    "sensor_id" BLOB NOT NULL,
    "maker_id" TEXT NOT NULL,
    CONSTRAINT "shop_sensor_spares__pk" PRIMARY KEY ("sensor_id", "maker_id"),
    CONSTRAINT "shop_sensor_spares__sensor_id__fk" FOREIGN KEY ("sensor_id") REFERENCES "shop_sensor" ("id") ON DELETE CASCADE,
    CONSTRAINT "shop_sensor_spares__maker_id__fk" FOREIGN KEY ("maker_id") REFERENCES "shop_maker" ("name") ON DELETE CASCADE
);
CREATE INDEX "shop_sensor_spares__maker_id__idx" ON "shop_sensor_spares" ("maker_id");

-- fresh statistics, since plans depend on them
PRAGMA optimize;
