-- data.plant: make the table
CREATE TABLE `shop_plant` (
    `name` varchar(256) COLLATE /*M! utf8mb4_nopad_bin */ /*!80017 utf8mb4_0900_bin */ NOT NULL,
    `created` datetime(6),
    `updated` datetime(6),
    CONSTRAINT `shop_plant__pk` PRIMARY KEY (`name`)
) ENGINE=InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE /*M! utf8mb4_nopad_bin */ /*!80017 utf8mb4_0900_bin */;

-- data.sensor: make the table
CREATE TABLE `shop_sensor` (
    `id` binary(32) NOT NULL,
    `name` varchar(256) COLLATE /*M! utf8mb4_nopad_bin */ /*!80017 utf8mb4_0900_bin */ NOT NULL,
    `plant_id` varchar(256) COLLATE /*M! utf8mb4_nopad_bin */ /*!80017 utf8mb4_0900_bin */ NOT NULL,
    `unit` varchar(16) COLLATE /*M! utf8mb4_nopad_bin */ /*!80017 utf8mb4_0900_bin */,
    `created` datetime(6),
    `updated` datetime(6),
    CONSTRAINT `shop_sensor__pk` PRIMARY KEY (`id`)
) ENGINE=InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE /*M! utf8mb4_nopad_bin */ /*!80017 utf8mb4_0900_bin */;
CREATE UNIQUE INDEX `shop_sensor__plant_id__name__key` ON `shop_sensor` (`plant_id`, `name`);
CREATE INDEX `shop_sensor__name__idx` ON `shop_sensor` (`name`);

-- data.sensor: what the table refers to
ALTER TABLE `shop_sensor` ADD CONSTRAINT `shop_sensor__plant_id__fk` FOREIGN KEY (`plant_id`) REFERENCES `shop_plant` (`name`);
