-- data.department: make the table
CREATE TABLE `shop_department` (
    `name` varchar(256) COLLATE /*M! utf8mb4_nopad_bin */ /*!80017 utf8mb4_0900_bin */ NOT NULL,
    `head_id` varchar(256) COLLATE /*M! utf8mb4_nopad_bin */ /*!80017 utf8mb4_0900_bin */,
    `created` datetime(6),
    `updated` datetime(6),
    CONSTRAINT `shop_department__pk` PRIMARY KEY (`name`)
) ENGINE=InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE /*M! utf8mb4_nopad_bin */ /*!80017 utf8mb4_0900_bin */;

-- data.person: make the table
CREATE TABLE `shop_person` (
    `name` varchar(256) COLLATE /*M! utf8mb4_nopad_bin */ /*!80017 utf8mb4_0900_bin */ NOT NULL,
    `department_id` varchar(256) COLLATE /*M! utf8mb4_nopad_bin */ /*!80017 utf8mb4_0900_bin */ NOT NULL,
    `deputy_id` varchar(256) COLLATE /*M! utf8mb4_nopad_bin */ /*!80017 utf8mb4_0900_bin */,
    `created` datetime(6),
    `updated` datetime(6),
    CONSTRAINT `shop_person__pk` PRIMARY KEY (`name`)
) ENGINE=InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE /*M! utf8mb4_nopad_bin */ /*!80017 utf8mb4_0900_bin */;

-- data.department: make the table
CREATE INDEX `shop_department__head_id__idx` ON `shop_department` (`head_id`);

-- data.person: make the table
CREATE UNIQUE INDEX `shop_person__deputy_id__key` ON `shop_person` (`deputy_id`);
CREATE INDEX `shop_person__department_id__idx` ON `shop_person` (`department_id`);

-- data.department: what the table refers to
ALTER TABLE `shop_department` ADD CONSTRAINT `shop_department__head_id__fk` FOREIGN KEY (`head_id`) REFERENCES `shop_person` (`name`);

-- data.person: what the table refers to
ALTER TABLE `shop_person` ADD CONSTRAINT `shop_person__department_id__fk` FOREIGN KEY (`department_id`) REFERENCES `shop_department` (`name`);
ALTER TABLE `shop_person` ADD CONSTRAINT `shop_person__deputy_id__fk` FOREIGN KEY (`deputy_id`) REFERENCES `shop_person` (`name`);
