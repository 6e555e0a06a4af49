-- data.product: `origin` no longer refers to table shop_item
ALTER TABLE `shop_item` DROP FOREIGN KEY `shop_item__origin_id__fk`;

-- data.product: `shelf` no longer refers to data.shelf
ALTER TABLE `shop_item` DROP FOREIGN KEY `shop_item__shelf_id__fk`;

-- data.product.tags: `item_id` no longer refers to table shop_item
ALTER TABLE `shop_item_tags` DROP FOREIGN KEY `shop_item_tags__item_id__fk`;

-- data.product.tags: `tag_id` no longer refers to data.tag
ALTER TABLE `shop_item_tags` DROP FOREIGN KEY `shop_item_tags__tag_id__fk`;

-- data.product: drop `color`
ALTER TABLE `shop_item` DROP COLUMN `color`;

-- data.product: drop `made`
ALTER TABLE `shop_item` DROP COLUMN `made`;

-- data.product: the new name of shop_item
ALTER TABLE `shop_item` RENAME TO `shop_product`;

-- data.product: `title` is the new name of `label`
ALTER TABLE `shop_product` RENAME COLUMN `label` TO `title`;

-- data.product: names of keys and indexes follow
ALTER TABLE `shop_product` RENAME INDEX `shop_item__label__key` TO `shop_product__title__key`;
ALTER TABLE `shop_product` RENAME INDEX `shop_item__pieces__idx` TO `shop_product__pieces__idx`;
ALTER TABLE `shop_product` RENAME INDEX `shop_item__origin_id__idx` TO `shop_product__origin_id__idx`;
ALTER TABLE `shop_product` RENAME INDEX `shop_item__shelf_id__idx` TO `shop_product__shelf_id__idx`;

-- data.product.tags: the new name of shop_item_tags
ALTER TABLE `shop_item_tags` RENAME TO `shop_product_tags`;

-- data.product.tags: `product_id` is the new name of `item_id`
ALTER TABLE `shop_product_tags` RENAME COLUMN `item_id` TO `product_id`;

-- data.product.tags: names of keys and indexes follow
ALTER TABLE `shop_product_tags` RENAME INDEX `shop_item_tags__tag_id__idx` TO `shop_product_tags__tag_id__idx`;

-- data.product: `title`: string(32) to string(64)
ALTER TABLE `shop_product` MODIFY COLUMN `title` varchar(64) COLLATE /*M! utf8mb4_nopad_bin */ /*!80017 utf8mb4_0900_bin */ NOT NULL;

-- data.product: `note`: text to string(200)
UPDATE `shop_product` SET `note` = LEFT(`note`, 200) WHERE CHAR_LENGTH(`note`) > 200;
ALTER TABLE `shop_product` MODIFY COLUMN `note` varchar(200) COLLATE /*M! utf8mb4_nopad_bin */ /*!80017 utf8mb4_0900_bin */;

-- data.product: `pieces`: must have a value, another default
UPDATE `shop_product` SET `pieces` = 0 WHERE `pieces` IS NULL;
ALTER TABLE `shop_product` MODIFY COLUMN `pieces` bigint NOT NULL DEFAULT 0;

-- data.product: `price`: float to decimal(8, 2)
ALTER TABLE `shop_product` MODIFY COLUMN `price` decimal(8, 2) NOT NULL;

-- data.product: add `made`
ALTER TABLE `shop_product` ADD COLUMN `made` boolean;

-- data.shelf: add `row`
ALTER TABLE `shop_shelf` ADD COLUMN `row` bigint NOT NULL DEFAULT 1;

-- data.product: `origin` refers to data.product
ALTER TABLE `shop_product` ADD CONSTRAINT `shop_product__origin_id__fk` FOREIGN KEY (`origin_id`) REFERENCES `shop_product` (`name`);

-- data.product: `shelf` refers to data.shelf
ALTER TABLE `shop_product` ADD CONSTRAINT `shop_product__shelf_id__fk` FOREIGN KEY (`shelf_id`) REFERENCES `shop_shelf` (`name`);

-- data.product.tags: `product_id` refers to data.product
ALTER TABLE `shop_product_tags` ADD CONSTRAINT `shop_product_tags__product_id__fk` FOREIGN KEY (`product_id`) REFERENCES `shop_product` (`name`) ON DELETE CASCADE;

-- data.product.tags: `tag_id` refers to data.tag
ALTER TABLE `shop_product_tags` ADD CONSTRAINT `shop_product_tags__tag_id__fk` FOREIGN KEY (`tag_id`) REFERENCES `shop_tag` (`name`) ON DELETE CASCADE;
