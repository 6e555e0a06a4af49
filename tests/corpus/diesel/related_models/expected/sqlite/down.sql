DROP TABLE "shop_move";

DROP TABLE "shop_item";

DROP TABLE "shop_shelf";

DROP TABLE "shop_note";
