-- data.item: drop the table
DROP TABLE "shop_item";
