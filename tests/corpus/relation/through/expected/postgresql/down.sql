DROP TABLE "shop_membership";

DROP TABLE "shop_lesson";

DROP TABLE "shop_musician";

DROP TABLE "shop_band";
