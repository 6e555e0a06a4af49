-- data.user: drop the table
DROP TABLE "platform_user";
