DROP INDEX `shop_item__label__idx` ON `shop_item`;

CREATE TABLE `shop_shelf` (
    `name` varchar(256) COLLATE utf8mb4_bin NOT NULL,
    `created` datetime(6),
    `updated` datetime(6),
    CONSTRAINT `shop_shelf__pk` PRIMARY KEY (`name`)
) ENGINE=InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

ALTER TABLE `shop_item` ADD COLUMN `weight` double;

ALTER TABLE `shop_item` ADD COLUMN `pieces` bigint NOT NULL DEFAULT 0;

ALTER TABLE `shop_item` ADD COLUMN `shelf_id` varchar(256) COLLATE utf8mb4_bin, ADD CONSTRAINT `shop_item__shelf_id__fk` FOREIGN KEY (`shelf_id`) REFERENCES `shop_shelf` (`name`);

CREATE UNIQUE INDEX `shop_item__label__key` ON `shop_item` (`label`);

CREATE INDEX `shop_item__shelf_id__idx` ON `shop_item` (`shelf_id`);

CREATE INDEX `shop_item__weight__idx` ON `shop_item` (`weight` DESC);
