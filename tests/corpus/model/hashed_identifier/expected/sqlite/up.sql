-- data.tally: make the table
CREATE TABLE "shop_tally" (
    "id" BLOB NOT NULL CHECK (length("id") = 32),
    "place" TEXT NOT NULL CHECK (length("place") <= 32),
    "day" DATE NOT NULL,
    "items" BIGINT NOT NULL,
    "created" TIMESTAMP,
    "updated" TIMESTAMP,
    CONSTRAINT "shop_tally__pk" PRIMARY KEY ("id")
);
CREATE UNIQUE INDEX "shop_tally__place__day__key" ON "shop_tally" ("place", "day");
CREATE INDEX "shop_tally__day__place__idx" ON "shop_tally" ("day", "place");

-- fresh statistics, since plans depend on them
PRAGMA optimize;
