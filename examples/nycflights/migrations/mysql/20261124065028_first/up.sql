-- data.airline: make the table
CREATE TABLE `nycflights_airline` (
    `code` varchar(2) COLLATE /*M! utf8mb4_nopad_bin */ /*!80017 utf8mb4_0900_bin */ NOT NULL,
    `name` varchar(64) COLLATE /*M! utf8mb4_nopad_bin */ /*!80017 utf8mb4_0900_bin */ NOT NULL,
    `created` datetime(6),
    `updated` datetime(6),
    CONSTRAINT `nycflights_airline__pk` PRIMARY KEY (`code`)
) ENGINE=InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE /*M! utf8mb4_nopad_bin */ /*!80017 utf8mb4_0900_bin */;

-- data.airport: make the table
CREATE TABLE `nycflights_airport` (
    `faa` varchar(3) COLLATE /*M! utf8mb4_nopad_bin */ /*!80017 utf8mb4_0900_bin */ NOT NULL,
    `name` varchar(128) COLLATE /*M! utf8mb4_nopad_bin */ /*!80017 utf8mb4_0900_bin */ NOT NULL,
    `latitude` double NOT NULL,
    `longitude` double NOT NULL,
    `altitude` bigint NOT NULL,
    `utc_offset` double NOT NULL,
    `time_zone` varchar(64) COLLATE /*M! utf8mb4_nopad_bin */ /*!80017 utf8mb4_0900_bin */,
    `created` datetime(6),
    `updated` datetime(6),
    CONSTRAINT `nycflights_airport__pk` PRIMARY KEY (`faa`)
) ENGINE=InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE /*M! utf8mb4_nopad_bin */ /*!80017 utf8mb4_0900_bin */;

-- data.flight: make the table
CREATE TABLE `nycflights_flight` (
    `id` binary(32) NOT NULL,
    `time_hour` datetime(6) NOT NULL,
    `carrier_id` varchar(2) COLLATE /*M! utf8mb4_nopad_bin */ /*!80017 utf8mb4_0900_bin */ NOT NULL,
    `number` bigint NOT NULL,
    `origin_id` varchar(3) COLLATE /*M! utf8mb4_nopad_bin */ /*!80017 utf8mb4_0900_bin */ NOT NULL,
    `destination_id` varchar(3) COLLATE /*M! utf8mb4_nopad_bin */ /*!80017 utf8mb4_0900_bin */ NOT NULL,
    `plane_id` varchar(8) COLLATE /*M! utf8mb4_nopad_bin */ /*!80017 utf8mb4_0900_bin */,
    `scheduled_departure` bigint NOT NULL,
    `departure` bigint,
    `departure_delay` bigint,
    `scheduled_arrival` bigint NOT NULL,
    `arrival` bigint,
    `arrival_delay` bigint,
    `air_time` bigint,
    `distance` bigint NOT NULL,
    `remark` longtext COLLATE /*M! utf8mb4_nopad_bin */ /*!80017 utf8mb4_0900_bin */,
    `created` datetime(6),
    `updated` datetime(6),
    CONSTRAINT `nycflights_flight__pk` PRIMARY KEY (`id`)
) ENGINE=InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE /*M! utf8mb4_nopad_bin */ /*!80017 utf8mb4_0900_bin */;

-- data.plane: make the table
CREATE TABLE `nycflights_plane` (
    `tail_number` varchar(8) COLLATE /*M! utf8mb4_nopad_bin */ /*!80017 utf8mb4_0900_bin */ NOT NULL,
    `year` bigint,
    `category` varchar(64) COLLATE /*M! utf8mb4_nopad_bin */ /*!80017 utf8mb4_0900_bin */ NOT NULL,
    `manufacturer` varchar(64) COLLATE /*M! utf8mb4_nopad_bin */ /*!80017 utf8mb4_0900_bin */ NOT NULL,
    `model` varchar(64) COLLATE /*M! utf8mb4_nopad_bin */ /*!80017 utf8mb4_0900_bin */ NOT NULL,
    `engines` bigint NOT NULL,
    `seats` bigint NOT NULL,
    `speed` bigint,
    `engine` varchar(32) COLLATE /*M! utf8mb4_nopad_bin */ /*!80017 utf8mb4_0900_bin */ NOT NULL,
    `created` datetime(6),
    `updated` datetime(6),
    CONSTRAINT `nycflights_plane__pk` PRIMARY KEY (`tail_number`)
) ENGINE=InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE /*M! utf8mb4_nopad_bin */ /*!80017 utf8mb4_0900_bin */;

-- data.watch: make the table
CREATE TABLE `nycflights_watch` (
    `id` binary(32) NOT NULL,
    `user_id` varchar(256) COLLATE /*M! utf8mb4_nopad_bin */ /*!80017 utf8mb4_0900_bin */ NOT NULL,
    `airport_id` varchar(3) COLLATE /*M! utf8mb4_nopad_bin */ /*!80017 utf8mb4_0900_bin */ NOT NULL,
    `minutes` bigint NOT NULL DEFAULT 30,
    `created` datetime(6),
    `updated` datetime(6),
    CONSTRAINT `nycflights_watch__pk` PRIMARY KEY (`id`)
) ENGINE=InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE /*M! utf8mb4_nopad_bin */ /*!80017 utf8mb4_0900_bin */;

-- data.weather: make the table
CREATE TABLE `nycflights_weather` (
    `id` binary(32) NOT NULL,
    `origin_id` varchar(3) COLLATE /*M! utf8mb4_nopad_bin */ /*!80017 utf8mb4_0900_bin */ NOT NULL,
    `time_hour` datetime(6) NOT NULL,
    `temperature` double,
    `dew_point` double,
    `humidity` double,
    `wind_direction` double,
    `wind_speed` double,
    `wind_gust` double,
    `precipitation` double,
    `pressure` double,
    `visibility` double,
    `created` datetime(6),
    `updated` datetime(6),
    CONSTRAINT `nycflights_weather__pk` PRIMARY KEY (`id`)
) ENGINE=InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE /*M! utf8mb4_nopad_bin */ /*!80017 utf8mb4_0900_bin */;

-- data.group: make the table
CREATE TABLE `platform_group` (
    `name` varchar(256) COLLATE /*M! utf8mb4_nopad_bin */ /*!80017 utf8mb4_0900_bin */ NOT NULL,
    `created` datetime(6),
    `updated` datetime(6),
    CONSTRAINT `platform_group__pk` PRIMARY KEY (`name`)
) ENGINE=InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE /*M! utf8mb4_nopad_bin */ /*!80017 utf8mb4_0900_bin */;

-- data.lease: make the table
CREATE TABLE `platform_lease` (
    `name` varchar(256) COLLATE /*M! utf8mb4_nopad_bin */ /*!80017 utf8mb4_0900_bin */ NOT NULL,
    `holder` varchar(256) COLLATE /*M! utf8mb4_nopad_bin */ /*!80017 utf8mb4_0900_bin */ NOT NULL,
    `fence` bigint NOT NULL,
    `expires` datetime(6) NOT NULL,
    `created` datetime(6),
    `updated` datetime(6),
    CONSTRAINT `platform_lease__pk` PRIMARY KEY (`name`)
) ENGINE=InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE /*M! utf8mb4_nopad_bin */ /*!80017 utf8mb4_0900_bin */;

-- data.log: make the table
CREATE TABLE `platform_log` (
    `name` varchar(256) COLLATE /*M! utf8mb4_nopad_bin */ /*!80017 utf8mb4_0900_bin */ NOT NULL,
    `command` varchar(256) COLLATE /*M! utf8mb4_nopad_bin */ /*!80017 utf8mb4_0900_bin */ NOT NULL,
    `user` varchar(256) COLLATE /*M! utf8mb4_nopad_bin */ /*!80017 utf8mb4_0900_bin */ NOT NULL,
    `os_user` varchar(256) COLLATE /*M! utf8mb4_nopad_bin */ /*!80017 utf8mb4_0900_bin */,
    `status` varchar(32) COLLATE /*M! utf8mb4_nopad_bin */ /*!80017 utf8mb4_0900_bin */ NOT NULL,
    `parameters` longtext COLLATE /*M! utf8mb4_nopad_bin */ /*!80017 utf8mb4_0900_bin */ NOT NULL,
    `detail` longtext COLLATE /*M! utf8mb4_nopad_bin */ /*!80017 utf8mb4_0900_bin */,
    `worker` varchar(256) COLLATE /*M! utf8mb4_nopad_bin */ /*!80017 utf8mb4_0900_bin */,
    `attempt` bigint NOT NULL DEFAULT 1,
    `fence` bigint NOT NULL DEFAULT 0,
    `exit_code` bigint,
    `started` datetime(6),
    `finished` datetime(6),
    `created` datetime(6),
    `updated` datetime(6),
    CONSTRAINT `platform_log__pk` PRIMARY KEY (`name`)
) ENGINE=InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE /*M! utf8mb4_nopad_bin */ /*!80017 utf8mb4_0900_bin */;

-- data.log_message: make the table
CREATE TABLE `platform_log_message` (
    `id` binary(32) NOT NULL,
    `log` varchar(256) COLLATE /*M! utf8mb4_nopad_bin */ /*!80017 utf8mb4_0900_bin */ NOT NULL,
    `sequence` bigint NOT NULL,
    `level` varchar(32) COLLATE /*M! utf8mb4_nopad_bin */ /*!80017 utf8mb4_0900_bin */ NOT NULL,
    `name` varchar(256) COLLATE /*M! utf8mb4_nopad_bin */ /*!80017 utf8mb4_0900_bin */,
    `data` longtext COLLATE /*M! utf8mb4_nopad_bin */ /*!80017 utf8mb4_0900_bin */ NOT NULL,
    `created` datetime(6),
    `updated` datetime(6),
    CONSTRAINT `platform_log_message__pk` PRIMARY KEY (`id`)
) ENGINE=InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE /*M! utf8mb4_nopad_bin */ /*!80017 utf8mb4_0900_bin */;

-- data.membership: make the table
CREATE TABLE `platform_membership` (
    `id` binary(32) NOT NULL,
    `user_id` varchar(256) COLLATE /*M! utf8mb4_nopad_bin */ /*!80017 utf8mb4_0900_bin */ NOT NULL,
    `group_id` varchar(256) COLLATE /*M! utf8mb4_nopad_bin */ /*!80017 utf8mb4_0900_bin */ NOT NULL,
    `created` datetime(6),
    `updated` datetime(6),
    CONSTRAINT `platform_membership__pk` PRIMARY KEY (`id`)
) ENGINE=InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE /*M! utf8mb4_nopad_bin */ /*!80017 utf8mb4_0900_bin */;

-- data.user: make the table
CREATE TABLE `platform_user` (
    `name` varchar(256) COLLATE /*M! utf8mb4_nopad_bin */ /*!80017 utf8mb4_0900_bin */ NOT NULL,
    `email` varchar(254) COLLATE /*M! utf8mb4_nopad_bin */ /*!80017 utf8mb4_0900_bin */,
    `first_name` varchar(128) COLLATE /*M! utf8mb4_nopad_bin */ /*!80017 utf8mb4_0900_bin */,
    `last_name` varchar(128) COLLATE /*M! utf8mb4_nopad_bin */ /*!80017 utf8mb4_0900_bin */,
    `is_active` boolean NOT NULL DEFAULT TRUE,
    `token` binary(32),
    `last_login` datetime(6),
    `desk` varchar(32) COLLATE /*M! utf8mb4_nopad_bin */ /*!80017 utf8mb4_0900_bin */,
    `created` datetime(6),
    `updated` datetime(6),
    CONSTRAINT `platform_user__pk` PRIMARY KEY (`name`)
) ENGINE=InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE /*M! utf8mb4_nopad_bin */ /*!80017 utf8mb4_0900_bin */;

-- data.airport: make the table
CREATE INDEX `nycflights_airport__name__idx` ON `nycflights_airport` (`name`);

-- data.flight: make the table
CREATE UNIQUE INDEX `nycflights_flight__time_hour__carrier_id__number__key` ON `nycflights_flight` (`time_hour`, `carrier_id`, `number`);
CREATE INDEX `nycflights_flight__origin_id__plane_id__idx` ON `nycflights_flight` (`origin_id`, `plane_id`);
CREATE INDEX `nycflights_flight__departure_delay__idx` ON `nycflights_flight` (`departure_delay`);
CREATE INDEX `nycflights_flight__carrier_id__idx` ON `nycflights_flight` (`carrier_id`);
CREATE INDEX `nycflights_flight__destination_id__idx` ON `nycflights_flight` (`destination_id`);
CREATE INDEX `nycflights_flight__plane_id__idx` ON `nycflights_flight` (`plane_id`);

-- data.plane: make the table
CREATE INDEX `nycflights_plane__manufacturer__idx` ON `nycflights_plane` (`manufacturer`);

-- data.watch: make the table
CREATE UNIQUE INDEX `nycflights_watch__user_id__airport_id__key` ON `nycflights_watch` (`user_id`, `airport_id`);
CREATE INDEX `nycflights_watch__airport_id__idx` ON `nycflights_watch` (`airport_id`);

-- data.weather: make the table
CREATE UNIQUE INDEX `nycflights_weather__origin_id__time_hour__key` ON `nycflights_weather` (`origin_id`, `time_hour`);

-- data.lease: make the table
CREATE INDEX `platform_lease__expires__idx` ON `platform_lease` (`expires`);

-- data.log: make the table
CREATE INDEX `platform_log__command__idx` ON `platform_log` (`command`);
CREATE INDEX `platform_log__user__idx` ON `platform_log` (`user`);
CREATE INDEX `platform_log__status__idx` ON `platform_log` (`status`);
CREATE INDEX `platform_log__created__idx` ON `platform_log` (`created` DESC);

-- data.log_message: make the table
CREATE UNIQUE INDEX `platform_log_message__log__sequence__key` ON `platform_log_message` (`log`, `sequence`);

-- data.membership: make the table
CREATE INDEX `platform_membership__group_id__idx` ON `platform_membership` (`group_id`);
CREATE INDEX `platform_membership__user_id__group_id__idx` ON `platform_membership` (`user_id`, `group_id`);

-- data.user: make the table
CREATE UNIQUE INDEX `platform_user__token__key` ON `platform_user` (`token`);

-- data.flight: what the table refers to
ALTER TABLE `nycflights_flight` ADD CONSTRAINT `nycflights_flight__carrier_id__fk` FOREIGN KEY (`carrier_id`) REFERENCES `nycflights_airline` (`code`);
ALTER TABLE `nycflights_flight` ADD CONSTRAINT `nycflights_flight__origin_id__fk` FOREIGN KEY (`origin_id`) REFERENCES `nycflights_airport` (`faa`);
ALTER TABLE `nycflights_flight` ADD CONSTRAINT `nycflights_flight__destination_id__fk` FOREIGN KEY (`destination_id`) REFERENCES `nycflights_airport` (`faa`);
ALTER TABLE `nycflights_flight` ADD CONSTRAINT `nycflights_flight__plane_id__fk` FOREIGN KEY (`plane_id`) REFERENCES `nycflights_plane` (`tail_number`);

-- data.watch: what the table refers to
ALTER TABLE `nycflights_watch` ADD CONSTRAINT `nycflights_watch__user_id__fk` FOREIGN KEY (`user_id`) REFERENCES `platform_user` (`name`);
ALTER TABLE `nycflights_watch` ADD CONSTRAINT `nycflights_watch__airport_id__fk` FOREIGN KEY (`airport_id`) REFERENCES `nycflights_airport` (`faa`);

-- data.weather: what the table refers to
ALTER TABLE `nycflights_weather` ADD CONSTRAINT `nycflights_weather__origin_id__fk` FOREIGN KEY (`origin_id`) REFERENCES `nycflights_airport` (`faa`);

-- data.membership: what the table refers to
ALTER TABLE `platform_membership` ADD CONSTRAINT `platform_membership__user_id__fk` FOREIGN KEY (`user_id`) REFERENCES `platform_user` (`name`);
ALTER TABLE `platform_membership` ADD CONSTRAINT `platform_membership__group_id__fk` FOREIGN KEY (`group_id`) REFERENCES `platform_group` (`name`);
