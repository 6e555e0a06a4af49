-- data.price: drop the table
DROP TABLE "shop_price";

-- data.item: drop the table
DROP TABLE "shop_item";
