DROP TABLE "platform_membership";

DROP TABLE "platform_user";

DROP TABLE "platform_log";

DROP TABLE "platform_group";

DROP TABLE "app_template_note";
