DROP INDEX `shop_item__label__key` ON `shop_item`;

ALTER TABLE `shop_item` DROP FOREIGN KEY `shop_item__shelf_id__fk`, DROP COLUMN `shelf_id`;

ALTER TABLE `shop_item` DROP COLUMN `pieces`;

ALTER TABLE `shop_item` DROP COLUMN `weight`;

DROP TABLE `shop_shelf`;

CREATE INDEX `shop_item__label__idx` ON `shop_item` (`label`);
