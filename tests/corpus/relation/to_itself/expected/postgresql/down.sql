-- data.place: drop the table
ALTER TABLE "shop_place" DROP CONSTRAINT "shop_place__within_id__fk";
DROP TABLE "shop_place";
