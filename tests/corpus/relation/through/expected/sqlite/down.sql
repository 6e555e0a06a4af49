-- data.musician: drop the table
DROP TABLE "shop_musician";

-- data.membership: drop the table
DROP TABLE "shop_membership";

-- data.lesson: drop the table
DROP TABLE "shop_lesson";

-- data.band: drop the table
DROP TABLE "shop_band";
