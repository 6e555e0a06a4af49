-- data.item: make the table
CREATE TABLE `shop_item` (
    `name` varchar(256) COLLATE /*M! utf8mb4_nopad_bin */ /*!80017 utf8mb4_0900_bin */ NOT NULL,
    `shelf_id` varchar(256) COLLATE /*M! utf8mb4_nopad_bin */ /*!80017 utf8mb4_0900_bin */ NOT NULL,
    `weight` double,
    `maker` varchar(64) COLLATE /*M! utf8mb4_nopad_bin */ /*!80017 utf8mb4_0900_bin */ NOT NULL,
    `made` date NOT NULL,
    `sold` date,
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
CREATE INDEX `shop_item__shelf_id__weight__idx` ON `shop_item` (`shelf_id`, `weight`);
CREATE INDEX `shop_item__maker__idx` ON `shop_item` (`maker`);
CREATE INDEX `shop_item__made__maker__idx` ON `shop_item` (`made` DESC, `maker`);
CREATE INDEX `shop_item__made__idx` ON `shop_item` (`made`);
CREATE INDEX `shop_item__sold__idx` ON `shop_item` (`sold` DESC);
CREATE INDEX `shop_item__weight__name__idx` ON `shop_item` (`weight` DESC, `name`);

-- data.item: what the table refers to
ALTER TABLE `shop_item` ADD CONSTRAINT `shop_item__shelf_id__fk` FOREIGN KEY (`shelf_id`) REFERENCES `shop_shelf` (`name`);
