-- data.parcel: make the table
CREATE TABLE "shop_parcel" (
    "name" TEXT NOT NULL CHECK (length("name") <= 256),
    "size" BIGINT NOT NULL DEFAULT 1,
    "weight" DOUBLE NOT NULL DEFAULT 2.0,
    "price" BIGINT NOT NULL DEFAULT 150,
    "is_fragile" BOOLEAN NOT NULL DEFAULT FALSE,
    "posted" DATE NOT NULL DEFAULT '2013-01-31',
    "seen" TIMESTAMP NOT NULL DEFAULT '2013-01-31 05:00:00.250',
    "opens" TIME NOT NULL DEFAULT '07:30:00.500',
    "transit" BIGINT NOT NULL DEFAULT 86490000000,
    "label" BLOB NOT NULL DEFAULT X'1b4e28ba2fa111d2883f0016d3cca427',
    "scan" BLOB NOT NULL DEFAULT X'0001ff',
    "note" TEXT NOT NULL DEFAULT '',
    "stops" TEXT NOT NULL DEFAULT '[]',
    "extra" TEXT NOT NULL DEFAULT '{}',
    "anything" TEXT,
    "secret" BLOB NOT NULL,
    "contact" TEXT CHECK (length("contact") <= 254),
    "copies" BIGINT NOT NULL DEFAULT 0,
    "created" TIMESTAMP,
    "updated" TIMESTAMP,
    CONSTRAINT "shop_parcel__pk" PRIMARY KEY ("name")
);

-- fresh statistics, since plans depend on them
PRAGMA optimize;
