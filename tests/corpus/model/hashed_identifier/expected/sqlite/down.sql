DROP TABLE "shop_tally";
