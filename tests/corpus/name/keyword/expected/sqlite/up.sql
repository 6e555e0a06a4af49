-- data.match: make the table
CREATE TABLE "shop_match" (
    "name" TEXT NOT NULL CHECK (length("name") <= 256),
    "type" TEXT NOT NULL CHECK (length("type") <= 8),
    "ref_id" TEXT,
    "is_new" BOOLEAN NOT NULL DEFAULT TRUE,
    "created" TIMESTAMP,
    "updated" TIMESTAMP,
    CONSTRAINT "shop_match__pk" PRIMARY KEY ("name"),
    CONSTRAINT "shop_match__ref_id__fk" FOREIGN KEY ("ref_id") REFERENCES "shop_match" ("name")
);
CREATE INDEX "shop_match__ref_id__idx" ON "shop_match" ("ref_id");

-- fresh statistics, since plans depend on them
PRAGMA optimize;
