-- data.supplier: make the table
CREATE TABLE "shop_supplier" (
    "name" TEXT NOT NULL CHECK (length("name") <= 256),
    "price_list" TEXT,
    "created" TIMESTAMP,
    "updated" TIMESTAMP,
    CONSTRAINT "shop_supplier__pk" PRIMARY KEY ("name")
);

-- fresh statistics, since plans depend on them
PRAGMA optimize;
