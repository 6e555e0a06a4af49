-- data.tally: drop the table
DROP TABLE "shop_tally";
