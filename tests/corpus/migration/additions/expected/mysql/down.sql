-- data.item: `shelf` no longer refers to data.shelf
ALTER TABLE `shop_item` DROP FOREIGN KEY `shop_item__shelf_id__fk`;

-- data.item: drop the index on `weight`
DROP INDEX `shop_item__weight__idx` ON `shop_item`;

-- data.item: drop the index on `shelf`
DROP INDEX `shop_item__shelf_id__idx` ON `shop_item`;

-- data.item: drop the unique index on `label`
DROP INDEX `shop_item__label__key` ON `shop_item`;

-- data.shelf: drop the table
DROP TABLE `shop_shelf`;

-- data.item: drop `shelf`
ALTER TABLE `shop_item` DROP COLUMN `shelf_id`;

-- data.item: drop `pieces`
ALTER TABLE `shop_item` DROP COLUMN `pieces`;

-- data.item: drop `weight`
ALTER TABLE `shop_item` DROP COLUMN `weight`;

-- data.item: make the index on `label`
CREATE INDEX `shop_item__label__idx` ON `shop_item` (`label`);
