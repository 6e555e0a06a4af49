DROP TABLE "platform_log_message";

DROP TABLE "platform_lease";
