-- data.wish: drop the table
DROP TABLE "shop_wish";

-- data.user: drop the table
DROP TABLE "platform_user";
