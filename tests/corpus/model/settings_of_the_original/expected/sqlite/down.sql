DROP TABLE "shop_printer";

DROP TABLE "shop_press";
