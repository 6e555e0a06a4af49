-- data.order: make the table
CREATE TABLE "shop_order" (
    "name" TEXT NOT NULL CHECK (length("name") <= 256),
    "created" TIMESTAMP,
    "updated" TIMESTAMP,
    CONSTRAINT "shop_order__pk" PRIMARY KEY ("name")
);

-- data.receipt: make the table
CREATE TABLE "shop_receipt" (
    "name" TEXT NOT NULL CHECK (length("name") <= 256),
    "created" TIMESTAMP,
    "updated" TIMESTAMP,
    CONSTRAINT "shop_receipt__pk" PRIMARY KEY ("name")
);

-- fresh statistics, since plans depend on them
PRAGMA optimize;
