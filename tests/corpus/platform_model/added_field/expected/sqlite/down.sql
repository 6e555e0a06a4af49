DROP TABLE "shop_wish";

DROP TABLE "platform_user";
