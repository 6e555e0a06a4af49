DROP TABLE "shop_order";

DROP TABLE "garden_plant";
