-- data.item: make the table
CREATE TABLE `shop_item` (
    `name` varchar(256) COLLATE /*M! utf8mb4_nopad_bin */ /*!80017 utf8mb4_0900_bin */ NOT NULL,
    `shelf_id` varchar(256) COLLATE /*M! utf8mb4_nopad_bin */ /*!80017 utf8mb4_0900_bin */ NOT NULL,
    `origin_id` varchar(256) COLLATE /*M! utf8mb4_nopad_bin */ /*!80017 utf8mb4_0900_bin */,
    `created` datetime(6),
    `updated` datetime(6),
    CONSTRAINT `shop_item__pk` PRIMARY KEY (`name`)
) ENGINE=InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE /*M! utf8mb4_nopad_bin */ /*!80017 utf8mb4_0900_bin */;

-- data.shelf: make the table
CREATE TABLE `shop_shelf` (
    `name` varchar(256) COLLATE /*M! utf8mb4_nopad_bin */ /*!80017 utf8mb4_0900_bin */ NOT NULL,
    `created` datetime(6),
    `updated` datetime(6),
    CONSTRAINT `shop_shelf__pk` PRIMARY KEY (`name`)
) ENGINE=InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE /*M! utf8mb4_nopad_bin */ /*!80017 utf8mb4_0900_bin */;

-- data.item: make the table
CREATE INDEX `shop_item__shelf_id__idx` ON `shop_item` (`shelf_id`);
CREATE INDEX `shop_item__origin_id__idx` ON `shop_item` (`origin_id`);

-- data.item: what the table refers to
ALTER TABLE `shop_item` ADD CONSTRAINT `shop_item__shelf_id__fk` FOREIGN KEY (`shelf_id`) REFERENCES `shop_shelf` (`name`);
ALTER TABLE `shop_item` ADD CONSTRAINT `shop_item__origin_id__fk` FOREIGN KEY (`origin_id`) REFERENCES `shop_shelf` (`name`);
