-- data.visit: drop the table
ALTER TABLE `shop_visit` DROP FOREIGN KEY `shop_visit__person_id__fk`;
ALTER TABLE `shop_visit` DROP FOREIGN KEY `shop_visit__bar_id__fk`;

-- data.restaurant: drop the table
ALTER TABLE `shop_restaurant` DROP FOREIGN KEY `shop_restaurant__place_ptr_id__fk`;
ALTER TABLE `shop_restaurant` DROP FOREIGN KEY `shop_restaurant__owner_id__fk`;

-- data.place.tags: drop the table
ALTER TABLE `shop_place_tags` DROP FOREIGN KEY `shop_place_tags__place_id__fk`;
ALTER TABLE `shop_place_tags` DROP FOREIGN KEY `shop_place_tags__tag_id__fk`;

-- data.bar: drop the table
ALTER TABLE `shop_bar` DROP FOREIGN KEY `shop_bar__restaurant_ptr_id__fk`;

-- data.visit: drop the table
DROP TABLE `shop_visit`;

-- data.tag: drop the table
DROP TABLE `shop_tag`;

-- data.restaurant: drop the table
DROP TABLE `shop_restaurant`;

-- data.place.tags: drop the table
DROP TABLE `shop_place_tags`;

-- data.place: drop the table
DROP TABLE `shop_place`;

-- data.person: drop the table
DROP TABLE `shop_person`;

-- data.bar: drop the table
DROP TABLE `shop_bar`;
