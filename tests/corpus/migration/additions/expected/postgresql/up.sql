-- data.item: drop the index on `label`
DROP INDEX "shop_item__label__idx";

-- data.shelf: make the table
CREATE TABLE "shop_shelf" (
    "name" varchar(256) COLLATE "C" NOT NULL,
    "created" timestamp(6) without time zone,
    "updated" timestamp(6) without time zone,
    CONSTRAINT "shop_shelf__pk" PRIMARY KEY ("name")
);

-- data.item: add `weight`
ALTER TABLE "shop_item" ADD COLUMN "weight" double precision;

-- data.item: add `pieces`
ALTER TABLE "shop_item" ADD COLUMN "pieces" bigint NOT NULL DEFAULT 0;

-- data.item: add `shelf`
ALTER TABLE "shop_item" ADD COLUMN "shelf_id" varchar(256) COLLATE "C";

-- data.item: make the unique index on `label`
CREATE UNIQUE INDEX "shop_item__label__key" ON "shop_item" ("label");

-- data.item: make the index on `shelf`
CREATE INDEX "shop_item__shelf_id__idx" ON "shop_item" ("shelf_id");

-- data.item: make the index on `weight`
CREATE INDEX "shop_item__weight__idx" ON "shop_item" ("weight" DESC NULLS LAST);

-- data.item: `shelf` refers to data.shelf
ALTER TABLE "shop_item" ADD CONSTRAINT "shop_item__shelf_id__fk" FOREIGN KEY ("shelf_id") REFERENCES "shop_shelf" ("name");

-- fresh statistics, since plans depend on them
ANALYZE "shop_shelf";
ANALYZE "shop_item";
