-- data.parcel: make the table
CREATE TABLE `shop_parcel` (
    `name` varchar(256) COLLATE /*M! utf8mb4_nopad_bin */ /*!80017 utf8mb4_0900_bin */ NOT NULL,
    `size` bigint NOT NULL DEFAULT 1,
    `weight` double NOT NULL DEFAULT 2.0,
    `price` decimal(8, 2) NOT NULL DEFAULT 1.50,
    `is_fragile` boolean NOT NULL DEFAULT FALSE,
    `posted` date NOT NULL DEFAULT '2013-01-31',
    `seen` datetime(6) NOT NULL DEFAULT '2013-01-31 05:00:00.250',
    `opens` time(6) NOT NULL DEFAULT '07:30:00.500',
    `transit` bigint NOT NULL DEFAULT 86490000000,
    `label` binary(16) NOT NULL DEFAULT X'1b4e28ba2fa111d2883f0016d3cca427',
    `scan` longblob NOT NULL DEFAULT (X'0001ff'),
    `note` longtext COLLATE /*M! utf8mb4_nopad_bin */ /*!80017 utf8mb4_0900_bin */ NOT NULL DEFAULT (''),
    `stops` json NOT NULL DEFAULT ('[]'),
    `extra` json NOT NULL DEFAULT ('{}'),
    `anything` json,
    `secret` longblob NOT NULL,
    `contact` varchar(254) COLLATE /*M! utf8mb4_nopad_bin */ /*!80017 utf8mb4_0900_bin */,
    `copies` bigint NOT NULL DEFAULT 0,
    `created` datetime(6),
    `updated` datetime(6),
    CONSTRAINT `shop_parcel__pk` PRIMARY KEY (`name`)
) ENGINE=InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE /*M! utf8mb4_nopad_bin */ /*!80017 utf8mb4_0900_bin */;
