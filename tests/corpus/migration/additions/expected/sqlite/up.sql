-- data.shelf: make the table
CREATE TABLE "shop_shelf" (
    "name" TEXT NOT NULL CHECK (length("name") <= 256),
    "created" TIMESTAMP,
    "updated" TIMESTAMP,
    CONSTRAINT "shop_shelf__pk" PRIMARY KEY ("name")
);

-- data.item: other indexes
DROP INDEX "shop_item__label__idx";

-- data.item: add `weight`
ALTER TABLE "shop_item" ADD COLUMN "weight" DOUBLE;

-- data.item: add `pieces`
ALTER TABLE "shop_item" ADD COLUMN "pieces" BIGINT NOT NULL DEFAULT 0;

-- data.item: add `shelf`
ALTER TABLE "shop_item" ADD COLUMN "shelf_id" TEXT CONSTRAINT "shop_item__shelf_id__fk" REFERENCES "shop_shelf" ("name");

-- data.item: other indexes
CREATE UNIQUE INDEX "shop_item__label__key" ON "shop_item" ("label");
CREATE INDEX "shop_item__shelf_id__idx" ON "shop_item" ("shelf_id");
CREATE INDEX "shop_item__weight__idx" ON "shop_item" ("weight" DESC);

-- fresh statistics, since plans depend on them
PRAGMA optimize;
