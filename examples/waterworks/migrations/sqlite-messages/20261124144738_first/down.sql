-- data.log_message: drop the table
DROP TABLE "platform_log_message";

-- data.lease: drop the table
DROP TABLE "platform_lease";
