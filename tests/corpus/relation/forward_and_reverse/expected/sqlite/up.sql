-- data.item: make the table
CREATE TABLE "shop_item" (
    "name" TEXT NOT NULL CHECK (length("name") <= 256),
    "shelf_id" TEXT NOT NULL,
    "origin_id" TEXT,
    "created" TIMESTAMP,
    "updated" TIMESTAMP,
    CONSTRAINT "shop_item__pk" PRIMARY KEY ("name"),
    CONSTRAINT "shop_item__shelf_id__fk" FOREIGN KEY ("shelf_id") REFERENCES "shop_shelf" ("name"),
    CONSTRAINT "shop_item__origin_id__fk" FOREIGN KEY ("origin_id") REFERENCES "shop_shelf" ("name")
);
CREATE INDEX "shop_item__shelf_id__idx" ON "shop_item" ("shelf_id");
CREATE INDEX "shop_item__origin_id__idx" ON "shop_item" ("origin_id");

-- data.shelf: make the table
CREATE TABLE "shop_shelf" (
    "name" TEXT NOT NULL CHECK (length("name") <= 256),
    "created" TIMESTAMP,
    "updated" TIMESTAMP,
    CONSTRAINT "shop_shelf__pk" PRIMARY KEY ("name")
);

-- fresh statistics, since plans depend on them
PRAGMA optimize;
