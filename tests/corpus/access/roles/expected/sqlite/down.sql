DROP TABLE "shop_price";

DROP TABLE "shop_item";
