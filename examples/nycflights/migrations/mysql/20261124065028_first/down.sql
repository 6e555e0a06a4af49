-- data.membership: drop the table
ALTER TABLE `platform_membership` DROP FOREIGN KEY `platform_membership__user_id__fk`;
ALTER TABLE `platform_membership` DROP FOREIGN KEY `platform_membership__group_id__fk`;

-- data.weather: drop the table
ALTER TABLE `nycflights_weather` DROP FOREIGN KEY `nycflights_weather__origin_id__fk`;

-- data.watch: drop the table
ALTER TABLE `nycflights_watch` DROP FOREIGN KEY `nycflights_watch__user_id__fk`;
ALTER TABLE `nycflights_watch` DROP FOREIGN KEY `nycflights_watch__airport_id__fk`;

-- data.flight: drop the table
ALTER TABLE `nycflights_flight` DROP FOREIGN KEY `nycflights_flight__carrier_id__fk`;
ALTER TABLE `nycflights_flight` DROP FOREIGN KEY `nycflights_flight__origin_id__fk`;
ALTER TABLE `nycflights_flight` DROP FOREIGN KEY `nycflights_flight__destination_id__fk`;
ALTER TABLE `nycflights_flight` DROP FOREIGN KEY `nycflights_flight__plane_id__fk`;

-- data.user: drop the table
DROP TABLE `platform_user`;

-- data.membership: drop the table
DROP TABLE `platform_membership`;

-- data.log_message: drop the table
DROP TABLE `platform_log_message`;

-- data.log: drop the table
DROP TABLE `platform_log`;

-- data.lease: drop the table
DROP TABLE `platform_lease`;

-- data.group: drop the table
DROP TABLE `platform_group`;

-- data.weather: drop the table
DROP TABLE `nycflights_weather`;

-- data.watch: drop the table
DROP TABLE `nycflights_watch`;

-- data.plane: drop the table
DROP TABLE `nycflights_plane`;

-- data.flight: drop the table
DROP TABLE `nycflights_flight`;

-- data.airport: drop the table
DROP TABLE `nycflights_airport`;

-- data.airline: drop the table
DROP TABLE `nycflights_airline`;
