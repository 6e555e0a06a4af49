-- data.band: make the table
CREATE TABLE `shop_band` (
    `name` varchar(256) COLLATE /*M! utf8mb4_nopad_bin */ /*!80017 utf8mb4_0900_bin */ NOT NULL,
    `created` datetime(6),
    `updated` datetime(6),
    CONSTRAINT `shop_band__pk` PRIMARY KEY (`name`)
) ENGINE=InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE /*M! utf8mb4_nopad_bin */ /*!80017 utf8mb4_0900_bin */;

-- data.lesson: make the table
CREATE TABLE `shop_lesson` (
    `id` binary(32) NOT NULL,
    `pupil_id` varchar(256) COLLATE /*M! utf8mb4_nopad_bin */ /*!80017 utf8mb4_0900_bin */ NOT NULL,
    `teacher_id` varchar(256) COLLATE /*M! utf8mb4_nopad_bin */ /*!80017 utf8mb4_0900_bin */ NOT NULL,
    `created` datetime(6),
    `updated` datetime(6),
    CONSTRAINT `shop_lesson__pk` PRIMARY KEY (`id`)
) ENGINE=InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE /*M! utf8mb4_nopad_bin */ /*!80017 utf8mb4_0900_bin */;

-- data.membership: make the table
CREATE TABLE `shop_membership` (
    `id` binary(32) NOT NULL,
    `band_id` varchar(256) COLLATE /*M! utf8mb4_nopad_bin */ /*!80017 utf8mb4_0900_bin */ NOT NULL,
    `musician_id` varchar(256) COLLATE /*M! utf8mb4_nopad_bin */ /*!80017 utf8mb4_0900_bin */ NOT NULL,
    `since` date NOT NULL,
    `created` datetime(6),
    `updated` datetime(6),
    CONSTRAINT `shop_membership__pk` PRIMARY KEY (`id`)
) ENGINE=InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE /*M! utf8mb4_nopad_bin */ /*!80017 utf8mb4_0900_bin */;

-- data.musician: make the table
CREATE TABLE `shop_musician` (
    `name` varchar(256) COLLATE /*M! utf8mb4_nopad_bin */ /*!80017 utf8mb4_0900_bin */ NOT NULL,
    `created` datetime(6),
    `updated` datetime(6),
    CONSTRAINT `shop_musician__pk` PRIMARY KEY (`name`)
) ENGINE=InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE /*M! utf8mb4_nopad_bin */ /*!80017 utf8mb4_0900_bin */;

-- data.lesson: make the table
CREATE INDEX `shop_lesson__pupil_id__idx` ON `shop_lesson` (`pupil_id`);
CREATE INDEX `shop_lesson__teacher_id__idx` ON `shop_lesson` (`teacher_id`);

-- data.membership: make the table
CREATE INDEX `shop_membership__band_id__idx` ON `shop_membership` (`band_id`);
CREATE INDEX `shop_membership__musician_id__idx` ON `shop_membership` (`musician_id`);

-- data.lesson: what the table refers to
ALTER TABLE `shop_lesson` ADD CONSTRAINT `shop_lesson__pupil_id__fk` FOREIGN KEY (`pupil_id`) REFERENCES `shop_musician` (`name`);
ALTER TABLE `shop_lesson` ADD CONSTRAINT `shop_lesson__teacher_id__fk` FOREIGN KEY (`teacher_id`) REFERENCES `shop_musician` (`name`);

-- data.membership: what the table refers to
ALTER TABLE `shop_membership` ADD CONSTRAINT `shop_membership__band_id__fk` FOREIGN KEY (`band_id`) REFERENCES `shop_band` (`name`);
ALTER TABLE `shop_membership` ADD CONSTRAINT `shop_membership__musician_id__fk` FOREIGN KEY (`musician_id`) REFERENCES `shop_musician` (`name`);
