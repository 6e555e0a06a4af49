DROP TABLE "platform_user";
