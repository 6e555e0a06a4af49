-- data.item: drop the index on `label`
DROP INDEX `shop_item__label__idx` ON `shop_item`;

-- data.shelf: make the table
CREATE TABLE `shop_shelf` (
    `name` varchar(256) COLLATE /*M! utf8mb4_nopad_bin */ /*!80017 utf8mb4_0900_bin */ NOT NULL,
    `created` datetime(6),
    `updated` datetime(6),
    CONSTRAINT `shop_shelf__pk` PRIMARY KEY (`name`)
) ENGINE=InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE /*M! utf8mb4_nopad_bin */ /*!80017 utf8mb4_0900_bin */;

-- data.item: add `weight`
ALTER TABLE `shop_item` ADD COLUMN `weight` double;

-- data.item: add `pieces`
ALTER TABLE `shop_item` ADD COLUMN `pieces` bigint NOT NULL DEFAULT 0;

-- data.item: add `shelf`
ALTER TABLE `shop_item` ADD COLUMN `shelf_id` varchar(256) COLLATE /*M! utf8mb4_nopad_bin */ /*!80017 utf8mb4_0900_bin */;

-- data.item: make the unique index on `label`
CREATE UNIQUE INDEX `shop_item__label__key` ON `shop_item` (`label`);

-- data.item: make the index on `shelf`
CREATE INDEX `shop_item__shelf_id__idx` ON `shop_item` (`shelf_id`);

-- data.item: make the index on `weight`
CREATE INDEX `shop_item__weight__idx` ON `shop_item` (`weight` DESC);

-- data.item: `shelf` refers to data.shelf
ALTER TABLE `shop_item` ADD CONSTRAINT `shop_item__shelf_id__fk` FOREIGN KEY (`shelf_id`) REFERENCES `shop_shelf` (`name`);
