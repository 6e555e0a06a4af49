-- data.item: make the table
CREATE TABLE "shop_item" (
    "code" varchar(12) COLLATE "C" NOT NULL,
    "note" text COLLATE "C",
    "pieces" bigint NOT NULL DEFAULT 0,
    "weight" double precision NOT NULL DEFAULT 1.0,
    "is_sold" boolean NOT NULL DEFAULT FALSE,
    "made_on" date,
    "seen_at" timestamp(6) without time zone NOT NULL DEFAULT '2013-01-01 05:00:00',
    "label" varchar(256) COLLATE "C" NOT NULL DEFAULT 'it''s "new"',
    "created" timestamp(6) without time zone,
    "updated" timestamp(6) without time zone,
    CONSTRAINT "shop_item__pk" PRIMARY KEY ("code")
);

-- fresh statistics, since plans depend on them
ANALYZE "shop_item";
