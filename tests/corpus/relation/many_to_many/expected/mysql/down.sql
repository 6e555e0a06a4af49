-- data.reader.follows: drop the table
ALTER TABLE `shop_reader_follows` DROP FOREIGN KEY `shop_reader_follows__from_reader_id__fk`;
ALTER TABLE `shop_reader_follows` DROP FOREIGN KEY `shop_reader_follows__to_reader_id__fk`;

-- data.article.tags: drop the table
ALTER TABLE `shop_article_tags` DROP FOREIGN KEY `shop_article_tags__article_id__fk`;
ALTER TABLE `shop_article_tags` DROP FOREIGN KEY `shop_article_tags__tag_id__fk`;

-- data.article.likes: drop the table
ALTER TABLE `shop_article_likes` DROP FOREIGN KEY `shop_article_likes__article_id__fk`;
ALTER TABLE `shop_article_likes` DROP FOREIGN KEY `shop_article_likes__reader_id__fk`;

-- data.article.censors: drop the table
ALTER TABLE `shop_article_censors` DROP FOREIGN KEY `shop_article_censors__article_id__fk`;
ALTER TABLE `shop_article_censors` DROP FOREIGN KEY `shop_article_censors__reader_id__fk`;

-- data.tag: drop the table
DROP TABLE `shop_tag`;

-- data.reader.follows: drop the table
DROP TABLE `shop_reader_follows`;

-- data.reader: drop the table
DROP TABLE `shop_reader`;

-- data.article.tags: drop the table
DROP TABLE `shop_article_tags`;

-- data.article.likes: drop the table
DROP TABLE `shop_article_likes`;

-- data.article.censors: drop the table
DROP TABLE `shop_article_censors`;

-- data.article: drop the table
DROP TABLE `shop_article`;
