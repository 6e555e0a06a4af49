-- data.item: make the table
CREATE TABLE `shop_item` (
    `code` varchar(12) COLLATE /*M! utf8mb4_nopad_bin */ /*!80017 utf8mb4_0900_bin */ NOT NULL,
    `note` longtext COLLATE /*M! utf8mb4_nopad_bin */ /*!80017 utf8mb4_0900_bin */,
    `pieces` bigint NOT NULL DEFAULT 0,
    `weight` double NOT NULL DEFAULT 1.0,
    `is_sold` boolean NOT NULL DEFAULT FALSE,
    `made_on` date,
    `seen_at` datetime(6) NOT NULL DEFAULT '2013-01-01 05:00:00',
    `label` varchar(256) COLLATE /*M! utf8mb4_nopad_bin */ /*!80017 utf8mb4_0900_bin */ NOT NULL DEFAULT 'it''s "new"',
    `created` datetime(6),
    `updated` datetime(6),
    CONSTRAINT `shop_item__pk` PRIMARY KEY (`code`)
) ENGINE=InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE /*M! utf8mb4_nopad_bin */ /*!80017 utf8mb4_0900_bin */;
