DROP TABLE "shop_sensor";

DROP TABLE "shop_plant";
