-- data.match: drop the table
DROP TABLE "shop_match";
