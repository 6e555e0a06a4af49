-- data.visit: drop the table
DROP TABLE "shop_visit";

-- data.tag: drop the table
DROP TABLE "shop_tag";

-- data.restaurant: drop the table
DROP TABLE "shop_restaurant";

-- data.place.tags: drop the table
DROP TABLE "shop_place_tags";

-- data.place: drop the table
DROP TABLE "shop_place";

-- data.person: drop the table
DROP TABLE "shop_person";

-- data.bar: drop the table
DROP TABLE "shop_bar";
