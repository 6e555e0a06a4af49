-- data.shelf: drop the table
DROP TABLE "shop_shelf";

-- data.item: drop the table
DROP TABLE "shop_item";
