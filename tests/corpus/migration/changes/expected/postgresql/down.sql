-- data.shelf: drop `row`
ALTER TABLE "shop_shelf" DROP COLUMN "row";

-- table shop_item: drop `made`
ALTER TABLE "shop_product" DROP COLUMN "made";

-- table shop_item_tags: the new name of shop_product_tags
ALTER TABLE "shop_product_tags" RENAME TO "shop_item_tags";

-- table shop_item_tags: `item_id` is the new name of `product_id`
ALTER TABLE "shop_item_tags" RENAME COLUMN "product_id" TO "item_id";

-- table shop_item_tags: names of keys and indexes follow
ALTER TABLE "shop_item_tags" RENAME CONSTRAINT "shop_product_tags__pk" TO "shop_item_tags__pk";
ALTER TABLE "shop_item_tags" RENAME CONSTRAINT "shop_product_tags__tag_id__fk" TO "shop_item_tags__tag_id__fk";
ALTER TABLE "shop_item_tags" RENAME CONSTRAINT "shop_product_tags__product_id__fk" TO "shop_item_tags__item_id__fk";
ALTER INDEX "shop_product_tags__tag_id__idx" RENAME TO "shop_item_tags__tag_id__idx";

-- table shop_item: the new name of shop_product
ALTER TABLE "shop_product" RENAME TO "shop_item";

-- table shop_item: `label` is the new name of `title`
ALTER TABLE "shop_item" RENAME COLUMN "title" TO "label";

-- table shop_item: names of keys and indexes follow
ALTER TABLE "shop_item" RENAME CONSTRAINT "shop_product__pk" TO "shop_item__pk";
ALTER TABLE "shop_item" RENAME CONSTRAINT "shop_product__shelf_id__fk" TO "shop_item__shelf_id__fk";
ALTER TABLE "shop_item" RENAME CONSTRAINT "shop_product__origin_id__fk" TO "shop_item__origin_id__fk";
ALTER INDEX "shop_product__shelf_id__idx" RENAME TO "shop_item__shelf_id__idx";
ALTER INDEX "shop_product__origin_id__idx" RENAME TO "shop_item__origin_id__idx";
ALTER INDEX "shop_product__pieces__idx" RENAME TO "shop_item__pieces__idx";
ALTER INDEX "shop_product__title__key" RENAME TO "shop_item__label__key";

-- table shop_item: `price`: decimal(8, 2) to float
ALTER TABLE "shop_item" ALTER COLUMN "price" TYPE double precision USING "price"::double precision;

-- table shop_item: `pieces`: may be null, no default
ALTER TABLE "shop_item" ALTER COLUMN "pieces" DROP DEFAULT;
ALTER TABLE "shop_item" ALTER COLUMN "pieces" DROP NOT NULL;

-- table shop_item: `note`: string(200) to text
ALTER TABLE "shop_item" ALTER COLUMN "note" TYPE text COLLATE "C";

-- table shop_item: `label`: string(64) to string(32)
ALTER TABLE "shop_item" ALTER COLUMN "label" TYPE varchar(32) COLLATE "C" USING left("label", 32);

-- table shop_item: add `made`
ALTER TABLE "shop_item" ADD COLUMN "made" timestamp(6) without time zone;

-- table shop_item: add `color`
ALTER TABLE "shop_item" ADD COLUMN "color" varchar(16) COLLATE "C" NOT NULL DEFAULT '';
ALTER TABLE "shop_item" ALTER COLUMN "color" DROP DEFAULT;
