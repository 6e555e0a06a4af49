-- data.item: drop the table
ALTER TABLE `shop_item` DROP FOREIGN KEY `shop_item__shelf_id__fk`;

-- data.shelf: drop the table
DROP TABLE `shop_shelf`;

-- data.item: drop the table
DROP TABLE `shop_item`;
