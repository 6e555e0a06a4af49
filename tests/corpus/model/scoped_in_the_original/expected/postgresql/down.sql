-- data.sensor: drop the table
ALTER TABLE "shop_sensor" DROP CONSTRAINT "shop_sensor__plant_id__fk";
DROP TABLE "shop_sensor";

-- data.plant: drop the table
DROP TABLE "shop_plant";
