DROP TABLE "shop_place";
