-- data.item: make the table
CREATE TABLE "shop_item" (
    "name" varchar(256) COLLATE "C" NOT NULL,
    "shelf_id" varchar(256) COLLATE "C" NOT NULL,
    "weight" double precision,
    "maker" varchar(64) COLLATE "C" NOT NULL,
    "made" date NOT NULL,
    "sold" date,
    "created" timestamp(6) without time zone,
    "updated" timestamp(6) without time zone,
    CONSTRAINT "shop_item__pk" PRIMARY KEY ("name")
);

-- data.shelf: make the table
CREATE TABLE "shop_shelf" (
    "name" varchar(256) COLLATE "C" NOT NULL,
    "created" timestamp(6) without time zone,
    "updated" timestamp(6) without time zone,
    CONSTRAINT "shop_shelf__pk" PRIMARY KEY ("name")
);

-- data.item: make the table
CREATE INDEX "shop_item__shelf_id__weight__idx" ON "shop_item" ("shelf_id", "weight");
CREATE INDEX "shop_item__maker__idx" ON "shop_item" ("maker");
CREATE INDEX "shop_item__made__maker__idx" ON "shop_item" ("made" DESC, "maker");
CREATE INDEX "shop_item__made__idx" ON "shop_item" ("made");
CREATE INDEX "shop_item__sold__idx" ON "shop_item" ("sold" DESC NULLS LAST);
CREATE INDEX "shop_item__weight__name__idx" ON "shop_item" ("weight" DESC NULLS LAST, "name");

-- data.item: what the table refers to
ALTER TABLE "shop_item" ADD CONSTRAINT "shop_item__shelf_id__fk" FOREIGN KEY ("shelf_id") REFERENCES "shop_shelf" ("name");

-- fresh statistics, since plans depend on them
ANALYZE "shop_item";
ANALYZE "shop_shelf";
