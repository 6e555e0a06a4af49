DROP TABLE "shop_place";

DROP TABLE "shop_team";

DROP TABLE "shop_member";
