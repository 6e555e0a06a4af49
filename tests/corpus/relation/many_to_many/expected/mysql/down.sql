DROP TABLE `shop_article_tags`;

DROP TABLE `shop_tag`;

DROP TABLE `shop_reader_follows`;

DROP TABLE `shop_article_likes`;

DROP TABLE `shop_article_censors`;

DROP TABLE `shop_reader`;

DROP TABLE `shop_article`;
