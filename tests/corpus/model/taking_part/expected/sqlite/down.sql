-- data.order: drop the table
DROP TABLE "shop_order";
