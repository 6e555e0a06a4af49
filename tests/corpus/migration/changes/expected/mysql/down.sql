-- table shop_item_tags: `tag_id` no longer refers to data.tag
ALTER TABLE `shop_product_tags` DROP FOREIGN KEY `shop_product_tags__tag_id__fk`;

-- table shop_item_tags: `product_id` no longer refers to data.product
ALTER TABLE `shop_product_tags` DROP FOREIGN KEY `shop_product_tags__product_id__fk`;

-- table shop_item: `shelf_id` no longer refers to data.shelf
ALTER TABLE `shop_product` DROP FOREIGN KEY `shop_product__shelf_id__fk`;

-- table shop_item: `origin_id` no longer refers to data.product
ALTER TABLE `shop_product` DROP FOREIGN KEY `shop_product__origin_id__fk`;

-- data.shelf: drop `row`
ALTER TABLE `shop_shelf` DROP COLUMN `row`;

-- table shop_item: drop `made`
ALTER TABLE `shop_product` DROP COLUMN `made`;

-- table shop_item_tags: the new name of shop_product_tags
ALTER TABLE `shop_product_tags` RENAME TO `shop_item_tags`;

-- table shop_item_tags: `item_id` is the new name of `product_id`
ALTER TABLE `shop_item_tags` RENAME COLUMN `product_id` TO `item_id`;

-- table shop_item_tags: names of keys and indexes follow
ALTER TABLE `shop_item_tags` RENAME INDEX `shop_product_tags__tag_id__idx` TO `shop_item_tags__tag_id__idx`;

-- table shop_item: the new name of shop_product
ALTER TABLE `shop_product` RENAME TO `shop_item`;

-- table shop_item: `label` is the new name of `title`
ALTER TABLE `shop_item` RENAME COLUMN `title` TO `label`;

-- table shop_item: names of keys and indexes follow
ALTER TABLE `shop_item` RENAME INDEX `shop_product__shelf_id__idx` TO `shop_item__shelf_id__idx`;
ALTER TABLE `shop_item` RENAME INDEX `shop_product__origin_id__idx` TO `shop_item__origin_id__idx`;
ALTER TABLE `shop_item` RENAME INDEX `shop_product__pieces__idx` TO `shop_item__pieces__idx`;
ALTER TABLE `shop_item` RENAME INDEX `shop_product__title__key` TO `shop_item__label__key`;

-- table shop_item: `price`: decimal(8, 2) to float
ALTER TABLE `shop_item` MODIFY COLUMN `price` double NOT NULL;

-- table shop_item: `pieces`: may be null, no default
ALTER TABLE `shop_item` MODIFY COLUMN `pieces` bigint;

-- table shop_item: `note`: string(200) to text
ALTER TABLE `shop_item` MODIFY COLUMN `note` longtext COLLATE /*M! utf8mb4_nopad_bin */ /*!80017 utf8mb4_0900_bin */;

-- table shop_item: `label`: string(64) to string(32)
UPDATE `shop_item` SET `label` = LEFT(`label`, 32) WHERE CHAR_LENGTH(`label`) > 32;
ALTER TABLE `shop_item` MODIFY COLUMN `label` varchar(32) COLLATE /*M! utf8mb4_nopad_bin */ /*!80017 utf8mb4_0900_bin */ NOT NULL;

-- table shop_item: add `made`
ALTER TABLE `shop_item` ADD COLUMN `made` datetime(6);

-- table shop_item: add `color`
ALTER TABLE `shop_item` ADD COLUMN `color` varchar(16) COLLATE /*M! utf8mb4_nopad_bin */ /*!80017 utf8mb4_0900_bin */ NOT NULL DEFAULT '';
ALTER TABLE `shop_item` ALTER COLUMN `color` DROP DEFAULT;

-- table shop_item_tags: `tag_id` refers to data.tag
ALTER TABLE `shop_item_tags` ADD CONSTRAINT `shop_item_tags__tag_id__fk` FOREIGN KEY (`tag_id`) REFERENCES `shop_tag` (`name`) ON DELETE CASCADE;

-- table shop_item_tags: `item_id` refers to table shop_item
ALTER TABLE `shop_item_tags` ADD CONSTRAINT `shop_item_tags__item_id__fk` FOREIGN KEY (`item_id`) REFERENCES `shop_item` (`name`) ON DELETE CASCADE;

-- table shop_item: `shelf_id` refers to data.shelf
ALTER TABLE `shop_item` ADD CONSTRAINT `shop_item__shelf_id__fk` FOREIGN KEY (`shelf_id`) REFERENCES `shop_shelf` (`name`);

-- table shop_item: `origin_id` refers to table shop_item
ALTER TABLE `shop_item` ADD CONSTRAINT `shop_item__origin_id__fk` FOREIGN KEY (`origin_id`) REFERENCES `shop_item` (`name`);
