-- data.supplier: drop the table
DROP TABLE "shop_supplier";
