-- data.team: drop the table
DROP TABLE "shop_team";

-- data.place: drop the table
DROP TABLE "shop_place";

-- data.member: drop the table
DROP TABLE "shop_member";
