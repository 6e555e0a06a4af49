DROP TABLE "shop_string";

DROP TABLE "shop_usual";

DROP TABLE "shop_table";

DROP TABLE "shop_std";

DROP TABLE "shop_diesel";

DROP TABLE "shop_contract";

DROP TABLE "shop_bool";
