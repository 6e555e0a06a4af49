-- data.order: make the table
CREATE TABLE "shop_order" (
    "number" BIGINT NOT NULL,
    "pieces" BIGINT NOT NULL DEFAULT 1,
    "created" TIMESTAMP,
    "updated" TIMESTAMP,
    CONSTRAINT "shop_order__pk" PRIMARY KEY ("number")
);

-- fresh statistics, since plans depend on them
PRAGMA optimize;
