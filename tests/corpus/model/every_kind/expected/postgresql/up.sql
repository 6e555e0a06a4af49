-- data.parcel: make the table
CREATE TABLE "shop_parcel" (
    "name" varchar(256) COLLATE "C" NOT NULL,
    "size" bigint NOT NULL DEFAULT 1,
    "weight" double precision NOT NULL DEFAULT 2.0,
    "price" numeric(8, 2) NOT NULL DEFAULT 1.50,
    "is_fragile" boolean NOT NULL DEFAULT FALSE,
    "posted" date NOT NULL DEFAULT '2013-01-31',
    "seen" timestamp(6) without time zone NOT NULL DEFAULT '2013-01-31 05:00:00.250',
    "opens" time(6) without time zone NOT NULL DEFAULT '07:30:00.500',
    "transit" bigint NOT NULL DEFAULT 86490000000,
    "label" uuid NOT NULL DEFAULT '1b4e28ba-2fa1-11d2-883f-0016d3cca427',
    "scan" bytea NOT NULL DEFAULT '\x0001ff',
    "note" text COLLATE "C" NOT NULL DEFAULT '',
    "stops" jsonb NOT NULL DEFAULT '[]',
    "extra" jsonb NOT NULL DEFAULT '{}',
    "anything" jsonb,
    "secret" bytea NOT NULL,
    "contact" varchar(254) COLLATE "C",
    "copies" bigint NOT NULL DEFAULT 0,
    "created" timestamp(6) without time zone,
    "updated" timestamp(6) without time zone,
    CONSTRAINT "shop_parcel__pk" PRIMARY KEY ("name")
);

-- fresh statistics, since plans depend on them
ANALYZE "shop_parcel";
