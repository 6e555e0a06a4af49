-- data.order: make the table
CREATE TABLE `shop_order` (
    `number` bigint NOT NULL,
    `pieces` bigint NOT NULL DEFAULT 1,
    `created` datetime(6),
    `updated` datetime(6),
    CONSTRAINT `shop_order__pk` PRIMARY KEY (`number`)
) ENGINE=InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE /*M! utf8mb4_nopad_bin */ /*!80017 utf8mb4_0900_bin */;
