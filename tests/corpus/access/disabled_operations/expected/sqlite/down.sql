-- data.receipt: drop the table
DROP TABLE "shop_receipt";

-- data.order: drop the table
DROP TABLE "shop_order";
