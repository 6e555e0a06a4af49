-- data.user: drop the table
DROP TABLE "platform_user";

-- data.membership: drop the table
DROP TABLE "platform_membership";

-- data.log: drop the table
DROP TABLE "platform_log";

-- data.group: drop the table
DROP TABLE "platform_group";

-- data.note: drop the table
DROP TABLE "app_template_note";
