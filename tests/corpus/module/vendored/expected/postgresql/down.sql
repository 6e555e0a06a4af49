-- data.order: drop the table
ALTER TABLE "shop_order" DROP CONSTRAINT "shop_order__plant_id__fk";
DROP TABLE "shop_order";

-- data.plant: drop the table
DROP TABLE "garden_plant";
