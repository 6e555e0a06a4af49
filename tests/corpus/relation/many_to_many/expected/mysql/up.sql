-- data.article: make the table
CREATE TABLE `shop_article` (
    `name` varchar(256) COLLATE /*M! utf8mb4_nopad_bin */ /*!80017 utf8mb4_0900_bin */ NOT NULL,
    `created` datetime(6),
    `updated` datetime(6),
    CONSTRAINT `shop_article__pk` PRIMARY KEY (`name`)
) ENGINE=InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE /*M! utf8mb4_nopad_bin */ /*!80017 utf8mb4_0900_bin */;

-- data.article.censors: make the table
CREATE TABLE `shop_article_censors` (
    `article_id` varchar(256) COLLATE /*M! utf8mb4_nopad_bin */ /*!80017 utf8mb4_0900_bin */ NOT NULL,
    `reader_id` binary(32) NOT NULL,
    CONSTRAINT `shop_article_censors__pk` PRIMARY KEY (`article_id`, `reader_id`)
) ENGINE=InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE /*M! utf8mb4_nopad_bin */ /*!80017 utf8mb4_0900_bin */;

-- data.article.likes: make the table
CREATE TABLE `shop_article_likes` (
    `article_id` varchar(256) COLLATE /*M! utf8mb4_nopad_bin */ /*!80017 utf8mb4_0900_bin */ NOT NULL,
    `reader_id` binary(32) NOT NULL,
    CONSTRAINT `shop_article_likes__pk` PRIMARY KEY (`article_id`, `reader_id`)
) ENGINE=InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE /*M! utf8mb4_nopad_bin */ /*!80017 utf8mb4_0900_bin */;

-- data.article.tags: make the table
CREATE TABLE `shop_article_tags` (
    `article_id` varchar(256) COLLATE /*M! utf8mb4_nopad_bin */ /*!80017 utf8mb4_0900_bin */ NOT NULL,
    `tag_id` varchar(256) COLLATE /*M! utf8mb4_nopad_bin */ /*!80017 utf8mb4_0900_bin */ NOT NULL,
    CONSTRAINT `shop_article_tags__pk` PRIMARY KEY (`article_id`, `tag_id`)
) ENGINE=InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE /*M! utf8mb4_nopad_bin */ /*!80017 utf8mb4_0900_bin */;

-- data.reader: make the table
CREATE TABLE `shop_reader` (
    `id` binary(32) NOT NULL,
    `name` varchar(256) COLLATE /*M! utf8mb4_nopad_bin */ /*!80017 utf8mb4_0900_bin */ NOT NULL,
    `created` datetime(6),
    `updated` datetime(6),
    CONSTRAINT `shop_reader__pk` PRIMARY KEY (`id`)
) ENGINE=InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE /*M! utf8mb4_nopad_bin */ /*!80017 utf8mb4_0900_bin */;

-- data.reader.follows: make the table
CREATE TABLE `shop_reader_follows` (
    `from_reader_id` binary(32) NOT NULL,
    `to_reader_id` binary(32) NOT NULL,
    CONSTRAINT `shop_reader_follows__pk` PRIMARY KEY (`from_reader_id`, `to_reader_id`)
) ENGINE=InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE /*M! utf8mb4_nopad_bin */ /*!80017 utf8mb4_0900_bin */;

-- data.tag: make the table
CREATE TABLE `shop_tag` (
    `name` varchar(256) COLLATE /*M! utf8mb4_nopad_bin */ /*!80017 utf8mb4_0900_bin */ NOT NULL,
    `created` datetime(6),
    `updated` datetime(6),
    CONSTRAINT `shop_tag__pk` PRIMARY KEY (`name`)
) ENGINE=InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE /*M! utf8mb4_nopad_bin */ /*!80017 utf8mb4_0900_bin */;

-- data.article.censors: make the table
CREATE INDEX `shop_article_censors__reader_id__idx` ON `shop_article_censors` (`reader_id`);

-- data.article.likes: make the table
CREATE INDEX `shop_article_likes__reader_id__idx` ON `shop_article_likes` (`reader_id`);

-- data.article.tags: make the table
CREATE INDEX `shop_article_tags__tag_id__idx` ON `shop_article_tags` (`tag_id`);

-- data.reader: make the table
CREATE UNIQUE INDEX `shop_reader__name__key` ON `shop_reader` (`name`);

-- data.reader.follows: make the table
CREATE INDEX `shop_reader_follows__to_reader_id__idx` ON `shop_reader_follows` (`to_reader_id`);

-- data.article.censors: what the table refers to
ALTER TABLE `shop_article_censors` ADD CONSTRAINT `shop_article_censors__article_id__fk` FOREIGN KEY (`article_id`) REFERENCES `shop_article` (`name`) ON DELETE CASCADE;
ALTER TABLE `shop_article_censors` ADD CONSTRAINT `shop_article_censors__reader_id__fk` FOREIGN KEY (`reader_id`) REFERENCES `shop_reader` (`id`) ON DELETE CASCADE;

-- data.article.likes: what the table refers to
ALTER TABLE `shop_article_likes` ADD CONSTRAINT `shop_article_likes__article_id__fk` FOREIGN KEY (`article_id`) REFERENCES `shop_article` (`name`) ON DELETE CASCADE;
ALTER TABLE `shop_article_likes` ADD CONSTRAINT `shop_article_likes__reader_id__fk` FOREIGN KEY (`reader_id`) REFERENCES `shop_reader` (`id`) ON DELETE CASCADE;

-- data.article.tags: what the table refers to
ALTER TABLE `shop_article_tags` ADD CONSTRAINT `shop_article_tags__article_id__fk` FOREIGN KEY (`article_id`) REFERENCES `shop_article` (`name`) ON DELETE CASCADE;
ALTER TABLE `shop_article_tags` ADD CONSTRAINT `shop_article_tags__tag_id__fk` FOREIGN KEY (`tag_id`) REFERENCES `shop_tag` (`name`) ON DELETE CASCADE;

-- data.reader.follows: what the table refers to
ALTER TABLE `shop_reader_follows` ADD CONSTRAINT `shop_reader_follows__from_reader_id__fk` FOREIGN KEY (`from_reader_id`) REFERENCES `shop_reader` (`id`) ON DELETE CASCADE;
ALTER TABLE `shop_reader_follows` ADD CONSTRAINT `shop_reader_follows__to_reader_id__fk` FOREIGN KEY (`to_reader_id`) REFERENCES `shop_reader` (`id`) ON DELETE CASCADE;
