-- data.place: make the table
CREATE TABLE "shop_place" (
    "name" varchar(256) COLLATE "C" NOT NULL,
    "within_id" varchar(256) COLLATE "C",
    "created" timestamp(6) without time zone,
    "updated" timestamp(6) without time zone,
    CONSTRAINT "shop_place__pk" PRIMARY KEY ("name")
);
CREATE INDEX "shop_place__within_id__idx" ON "shop_place" ("within_id");

-- data.place: what the table refers to
ALTER TABLE "shop_place" ADD CONSTRAINT "shop_place__within_id__fk" FOREIGN KEY ("within_id") REFERENCES "shop_place" ("name");

-- fresh statistics, since plans depend on them
ANALYZE "shop_place";
