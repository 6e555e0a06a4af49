-- data.product: drop `color`
ALTER TABLE "shop_item" DROP COLUMN "color";

-- data.product: drop `made`
ALTER TABLE "shop_item" DROP COLUMN "made";

-- data.product: the new name of shop_item
ALTER TABLE "shop_item" RENAME TO "shop_product";

-- data.product: `title` is the new name of `label`
ALTER TABLE "shop_product" RENAME COLUMN "label" TO "title";

-- data.product: names of keys and indexes follow
ALTER TABLE "shop_product" RENAME CONSTRAINT "shop_item__pk" TO "shop_product__pk";
ALTER TABLE "shop_product" RENAME CONSTRAINT "shop_item__origin_id__fk" TO "shop_product__origin_id__fk";
ALTER TABLE "shop_product" RENAME CONSTRAINT "shop_item__shelf_id__fk" TO "shop_product__shelf_id__fk";
ALTER INDEX "shop_item__label__key" RENAME TO "shop_product__title__key";
ALTER INDEX "shop_item__pieces__idx" RENAME TO "shop_product__pieces__idx";
ALTER INDEX "shop_item__origin_id__idx" RENAME TO "shop_product__origin_id__idx";
ALTER INDEX "shop_item__shelf_id__idx" RENAME TO "shop_product__shelf_id__idx";

-- data.product.tags: the new name of shop_item_tags
ALTER TABLE "shop_item_tags" RENAME TO "shop_product_tags";

-- data.product.tags: `product_id` is the new name of `item_id`
ALTER TABLE "shop_product_tags" RENAME COLUMN "item_id" TO "product_id";

-- data.product.tags: names of keys and indexes follow
ALTER TABLE "shop_product_tags" RENAME CONSTRAINT "shop_item_tags__pk" TO "shop_product_tags__pk";
ALTER TABLE "shop_product_tags" RENAME CONSTRAINT "shop_item_tags__item_id__fk" TO "shop_product_tags__product_id__fk";
ALTER TABLE "shop_product_tags" RENAME CONSTRAINT "shop_item_tags__tag_id__fk" TO "shop_product_tags__tag_id__fk";
ALTER INDEX "shop_item_tags__tag_id__idx" RENAME TO "shop_product_tags__tag_id__idx";

-- data.product: `title`: string(32) to string(64)
ALTER TABLE "shop_product" ALTER COLUMN "title" TYPE varchar(64) COLLATE "C";

-- data.product: `note`: text to string(200)
ALTER TABLE "shop_product" ALTER COLUMN "note" TYPE varchar(200) COLLATE "C" USING left("note", 200);

-- data.product: `pieces`: must have a value, another default
UPDATE "shop_product" SET "pieces" = 0 WHERE "pieces" IS NULL;
ALTER TABLE "shop_product" ALTER COLUMN "pieces" SET NOT NULL;
ALTER TABLE "shop_product" ALTER COLUMN "pieces" SET DEFAULT 0;

-- data.product: `price`: float to decimal(8, 2)
ALTER TABLE "shop_product" ALTER COLUMN "price" TYPE numeric(8, 2) USING round("price"::numeric, 2);

-- data.product: add `made`
ALTER TABLE "shop_product" ADD COLUMN "made" boolean;

-- data.shelf: add `row`
ALTER TABLE "shop_shelf" ADD COLUMN "row" bigint NOT NULL DEFAULT 1;

-- fresh statistics, since plans depend on them
ANALYZE "shop_product";
ANALYZE "shop_product_tags";
ANALYZE "shop_shelf";
