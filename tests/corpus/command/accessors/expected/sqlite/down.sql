-- data.sensor.spares: drop the table
DROP TABLE "shop_sensor_spares";

-- data.sensor: drop the table
DROP TABLE "shop_sensor";

-- data.plant: drop the table
DROP TABLE "shop_plant";

-- data.maker: drop the table
DROP TABLE "shop_maker";
