-- data.person: drop the table
DROP TABLE "shop_person";

-- data.department: drop the table
DROP TABLE "shop_department";
