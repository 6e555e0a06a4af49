-- data.membership: drop the table
ALTER TABLE "shop_membership" DROP CONSTRAINT "shop_membership__band_id__fk";
ALTER TABLE "shop_membership" DROP CONSTRAINT "shop_membership__musician_id__fk";

-- data.lesson: drop the table
ALTER TABLE "shop_lesson" DROP CONSTRAINT "shop_lesson__pupil_id__fk";
ALTER TABLE "shop_lesson" DROP CONSTRAINT "shop_lesson__teacher_id__fk";

-- data.musician: drop the table
DROP TABLE "shop_musician";

-- data.membership: drop the table
DROP TABLE "shop_membership";

-- data.lesson: drop the table
DROP TABLE "shop_lesson";

-- data.band: drop the table
DROP TABLE "shop_band";
