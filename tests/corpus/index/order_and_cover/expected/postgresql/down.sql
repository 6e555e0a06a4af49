DROP TABLE "shop_item";

DROP TABLE "shop_shelf";
