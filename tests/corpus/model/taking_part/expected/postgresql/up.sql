-- data.order: make the table
CREATE TABLE "shop_order" (
    "number" bigint NOT NULL,
    "pieces" bigint NOT NULL DEFAULT 1,
    "created" timestamp(6) without time zone,
    "updated" timestamp(6) without time zone,
    CONSTRAINT "shop_order__pk" PRIMARY KEY ("number")
);

-- fresh statistics, since plans depend on them
ANALYZE "shop_order";
