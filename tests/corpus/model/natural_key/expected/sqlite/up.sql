-- data.item: make the table
CREATE TABLE "shop_item" (
    "code" TEXT NOT NULL CHECK (length("code") <= 12),
    "note" TEXT,
    "pieces" BIGINT NOT NULL DEFAULT 0,
    "weight" DOUBLE NOT NULL DEFAULT 1.0,
    "is_sold" BOOLEAN NOT NULL DEFAULT FALSE,
    "made_on" DATE,
    "seen_at" TIMESTAMP NOT NULL DEFAULT '2013-01-01 05:00:00',
    "label" TEXT NOT NULL DEFAULT 'it''s "new"' CHECK (length("label") <= 256),
    "created" TIMESTAMP,
    "updated" TIMESTAMP,
    CONSTRAINT "shop_item__pk" PRIMARY KEY ("code")
);

-- fresh statistics, since plans depend on them
PRAGMA optimize;
