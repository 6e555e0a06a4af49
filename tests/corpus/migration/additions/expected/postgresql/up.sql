DROP INDEX "shop_item__label__idx";

CREATE TABLE "shop_shelf" (
    "name" varchar(256) COLLATE "C" NOT NULL,
    "created" timestamp(6) without time zone,
    "updated" timestamp(6) without time zone,
    CONSTRAINT "shop_shelf__pk" PRIMARY KEY ("name")
);

ALTER TABLE "shop_item" ADD COLUMN "weight" double precision;

ALTER TABLE "shop_item" ADD COLUMN "pieces" bigint NOT NULL DEFAULT 0;

ALTER TABLE "shop_item" ADD COLUMN "shelf_id" varchar(256) COLLATE "C" CONSTRAINT "shop_item__shelf_id__fk" REFERENCES "shop_shelf" ("name");

CREATE UNIQUE INDEX "shop_item__label__key" ON "shop_item" ("label");

CREATE INDEX "shop_item__shelf_id__idx" ON "shop_item" ("shelf_id");

CREATE INDEX "shop_item__weight__idx" ON "shop_item" ("weight" DESC NULLS LAST);

ANALYZE "shop_item";

ANALYZE "shop_shelf";
