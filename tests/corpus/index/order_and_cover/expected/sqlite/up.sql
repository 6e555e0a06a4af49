-- data.item: make the table
CREATE TABLE "shop_item" (
    "name" TEXT NOT NULL CHECK (length("name") <= 256),
    "shelf_id" TEXT NOT NULL,
    "weight" DOUBLE,
    "maker" TEXT NOT NULL CHECK (length("maker") <= 64),
    "made" DATE NOT NULL,
    "sold" DATE,
    "created" TIMESTAMP,
    "updated" TIMESTAMP,
    CONSTRAINT "shop_item__pk" PRIMARY KEY ("name"),
    CONSTRAINT "shop_item__shelf_id__fk" FOREIGN KEY ("shelf_id") REFERENCES "shop_shelf" ("name")
);
CREATE INDEX "shop_item__shelf_id__weight__idx" ON "shop_item" ("shelf_id", "weight");
CREATE INDEX "shop_item__maker__idx" ON "shop_item" ("maker");
CREATE INDEX "shop_item__made__maker__idx" ON "shop_item" ("made" DESC, "maker");
CREATE INDEX "shop_item__made__idx" ON "shop_item" ("made");
CREATE INDEX "shop_item__sold__idx" ON "shop_item" ("sold" DESC);
CREATE INDEX "shop_item__weight__name__idx" ON "shop_item" ("weight" DESC, "name");

-- data.shelf: make the table
CREATE TABLE "shop_shelf" (
    "name" TEXT NOT NULL CHECK (length("name") <= 256),
    "created" TIMESTAMP,
    "updated" TIMESTAMP,
    CONSTRAINT "shop_shelf__pk" PRIMARY KEY ("name")
);

-- fresh statistics, since plans depend on them
PRAGMA optimize;
