DROP TABLE "shop_supplier";
