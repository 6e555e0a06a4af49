DROP TABLE "shop_match";
