DROP TABLE `shop_item`;
