DROP TABLE "platform_membership";

DROP TABLE "nycflights_watch";

DROP TABLE "platform_user";

DROP TABLE "platform_log_message";

DROP TABLE "platform_log";

DROP TABLE "platform_lease";

DROP TABLE "platform_group";

DROP TABLE "nycflights_weather";

DROP TABLE "nycflights_flight";

DROP TABLE "nycflights_plane";

DROP TABLE "nycflights_airport";

DROP TABLE "nycflights_airline";
