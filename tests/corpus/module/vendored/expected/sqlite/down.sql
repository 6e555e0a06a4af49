-- data.order: drop the table
DROP TABLE "shop_order";

-- data.plant: drop the table
DROP TABLE "garden_plant";
