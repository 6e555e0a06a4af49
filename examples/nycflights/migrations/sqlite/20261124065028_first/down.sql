-- data.user: drop the table
DROP TABLE "platform_user";

-- data.membership: drop the table
DROP TABLE "platform_membership";

-- data.log: drop the table
DROP TABLE "platform_log";

-- data.group: drop the table
DROP TABLE "platform_group";

-- data.weather: drop the table
DROP TABLE "nycflights_weather";

-- data.watch: drop the table
DROP TABLE "nycflights_watch";

-- data.plane: drop the table
DROP TABLE "nycflights_plane";

-- data.flight: drop the table
DROP TABLE "nycflights_flight";

-- data.airport: drop the table
DROP TABLE "nycflights_airport";

-- data.airline: drop the table
DROP TABLE "nycflights_airline";
