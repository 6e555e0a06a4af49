-- data.item: drop the table
ALTER TABLE "shop_item" DROP CONSTRAINT "shop_item__shelf_id__fk";
ALTER TABLE "shop_item" DROP CONSTRAINT "shop_item__origin_id__fk";

-- data.shelf: drop the table
DROP TABLE "shop_shelf";

-- data.item: drop the table
DROP TABLE "shop_item";
