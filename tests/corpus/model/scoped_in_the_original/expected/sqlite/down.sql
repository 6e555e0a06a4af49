-- data.sensor: drop the table
DROP TABLE "shop_sensor";

-- data.plant: drop the table
DROP TABLE "shop_plant";
