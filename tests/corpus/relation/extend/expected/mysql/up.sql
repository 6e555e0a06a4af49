-- data.bar: make the table
CREATE TABLE `shop_bar` (
    `restaurant_ptr_id` binary(32) NOT NULL,
    `stools` bigint NOT NULL,
    `created` datetime(6),
    `updated` datetime(6),
    CONSTRAINT `shop_bar__pk` PRIMARY KEY (`restaurant_ptr_id`)
) ENGINE=InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE /*M! utf8mb4_nopad_bin */ /*!80017 utf8mb4_0900_bin */;

-- data.person: make the table
CREATE TABLE `shop_person` (
    `name` varchar(256) COLLATE /*M! utf8mb4_nopad_bin */ /*!80017 utf8mb4_0900_bin */ NOT NULL,
    `created` datetime(6),
    `updated` datetime(6),
    CONSTRAINT `shop_person__pk` PRIMARY KEY (`name`)
) ENGINE=InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE /*M! utf8mb4_nopad_bin */ /*!80017 utf8mb4_0900_bin */;

-- data.place: make the table
CREATE TABLE `shop_place` (
    `id` binary(32) NOT NULL,
    `name` varchar(256) COLLATE /*M! utf8mb4_nopad_bin */ /*!80017 utf8mb4_0900_bin */ NOT NULL,
    `city` varchar(64) COLLATE /*M! utf8mb4_nopad_bin */ /*!80017 utf8mb4_0900_bin */ NOT NULL,
    `rent` decimal(10, 2),
    `created` datetime(6),
    `updated` datetime(6),
    CONSTRAINT `shop_place__pk` PRIMARY KEY (`id`)
) ENGINE=InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE /*M! utf8mb4_nopad_bin */ /*!80017 utf8mb4_0900_bin */;

-- data.place.tags: make the table
CREATE TABLE `shop_place_tags` (
    `place_id` binary(32) NOT NULL,
    `tag_id` varchar(256) COLLATE /*M! utf8mb4_nopad_bin */ /*!80017 utf8mb4_0900_bin */ NOT NULL,
    CONSTRAINT `shop_place_tags__pk` PRIMARY KEY (`place_id`, `tag_id`)
) ENGINE=InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE /*M! utf8mb4_nopad_bin */ /*!80017 utf8mb4_0900_bin */;

-- data.restaurant: make the table
CREATE TABLE `shop_restaurant` (
    `place_ptr_id` binary(32) NOT NULL,
    `kitchen` varchar(32) COLLATE /*M! utf8mb4_nopad_bin */ /*!80017 utf8mb4_0900_bin */ NOT NULL,
    `owner_id` varchar(256) COLLATE /*M! utf8mb4_nopad_bin */ /*!80017 utf8mb4_0900_bin */,
    `created` datetime(6),
    `updated` datetime(6),
    CONSTRAINT `shop_restaurant__pk` PRIMARY KEY (`place_ptr_id`)
) ENGINE=InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE /*M! utf8mb4_nopad_bin */ /*!80017 utf8mb4_0900_bin */;

-- data.tag: make the table
CREATE TABLE `shop_tag` (
    `name` varchar(256) COLLATE /*M! utf8mb4_nopad_bin */ /*!80017 utf8mb4_0900_bin */ NOT NULL,
    `created` datetime(6),
    `updated` datetime(6),
    CONSTRAINT `shop_tag__pk` PRIMARY KEY (`name`)
) ENGINE=InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE /*M! utf8mb4_nopad_bin */ /*!80017 utf8mb4_0900_bin */;

-- data.visit: make the table
CREATE TABLE `shop_visit` (
    `id` binary(32) NOT NULL,
    `person_id` varchar(256) COLLATE /*M! utf8mb4_nopad_bin */ /*!80017 utf8mb4_0900_bin */ NOT NULL,
    `bar_id` binary(32) NOT NULL,
    `created` datetime(6),
    `updated` datetime(6),
    CONSTRAINT `shop_visit__pk` PRIMARY KEY (`id`)
) ENGINE=InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE /*M! utf8mb4_nopad_bin */ /*!80017 utf8mb4_0900_bin */;

-- data.place: make the table
CREATE UNIQUE INDEX `shop_place__name__key` ON `shop_place` (`name`);

-- data.place.tags: make the table
CREATE INDEX `shop_place_tags__tag_id__idx` ON `shop_place_tags` (`tag_id`);

-- data.restaurant: make the table
CREATE INDEX `shop_restaurant__owner_id__idx` ON `shop_restaurant` (`owner_id`);

-- data.visit: make the table
CREATE INDEX `shop_visit__person_id__idx` ON `shop_visit` (`person_id`);
CREATE INDEX `shop_visit__bar_id__idx` ON `shop_visit` (`bar_id`);

-- data.bar: what the table refers to
ALTER TABLE `shop_bar` ADD CONSTRAINT `shop_bar__restaurant_ptr_id__fk` FOREIGN KEY (`restaurant_ptr_id`) REFERENCES `shop_restaurant` (`place_ptr_id`);

-- data.place.tags: what the table refers to
ALTER TABLE `shop_place_tags` ADD CONSTRAINT `shop_place_tags__place_id__fk` FOREIGN KEY (`place_id`) REFERENCES `shop_place` (`id`) ON DELETE CASCADE;
ALTER TABLE `shop_place_tags` ADD CONSTRAINT `shop_place_tags__tag_id__fk` FOREIGN KEY (`tag_id`) REFERENCES `shop_tag` (`name`) ON DELETE CASCADE;

-- data.restaurant: what the table refers to
ALTER TABLE `shop_restaurant` ADD CONSTRAINT `shop_restaurant__place_ptr_id__fk` FOREIGN KEY (`place_ptr_id`) REFERENCES `shop_place` (`id`);
ALTER TABLE `shop_restaurant` ADD CONSTRAINT `shop_restaurant__owner_id__fk` FOREIGN KEY (`owner_id`) REFERENCES `shop_person` (`name`);

-- data.visit: what the table refers to
ALTER TABLE `shop_visit` ADD CONSTRAINT `shop_visit__person_id__fk` FOREIGN KEY (`person_id`) REFERENCES `shop_person` (`name`);
ALTER TABLE `shop_visit` ADD CONSTRAINT `shop_visit__bar_id__fk` FOREIGN KEY (`bar_id`) REFERENCES `shop_bar` (`restaurant_ptr_id`);
