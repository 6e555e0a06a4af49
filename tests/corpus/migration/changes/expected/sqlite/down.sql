-- table shop_item_tags: the new name of shop_product_tags
ALTER TABLE "shop_product_tags" RENAME TO "shop_item_tags";

-- table shop_item_tags: `item_id` is the new name of `product_id`
ALTER TABLE "shop_item_tags" RENAME COLUMN "product_id" TO "item_id";

-- table shop_item: the new name of shop_product
ALTER TABLE "shop_product" RENAME TO "shop_item";

-- table shop_item: `label` is the new name of `title`
ALTER TABLE "shop_item" RENAME COLUMN "title" TO "label";

-- data.shelf: drop `row`
CREATE TABLE "shop_shelf__new" (
    "name" TEXT NOT NULL CHECK (length("name") <= 256),
    "created" TIMESTAMP,
    "updated" TIMESTAMP,
    CONSTRAINT "shop_shelf__pk" PRIMARY KEY ("name")
);
INSERT INTO "shop_shelf__new" ("name", "created", "updated") SELECT "name", "created", "updated" FROM "shop_shelf";
DROP TABLE "shop_shelf";
ALTER TABLE "shop_shelf__new" RENAME TO "shop_shelf";

-- table shop_item_tags: other keys, or their names
CREATE TABLE "shop_item_tags__new" (
    "item_id" TEXT NOT NULL,
    "tag_id" TEXT NOT NULL,
    CONSTRAINT "shop_item_tags__pk" PRIMARY KEY ("item_id", "tag_id"),
    CONSTRAINT "shop_item_tags__item_id__fk" FOREIGN KEY ("item_id") REFERENCES "shop_item" ("name") ON DELETE CASCADE,
    CONSTRAINT "shop_item_tags__tag_id__fk" FOREIGN KEY ("tag_id") REFERENCES "shop_tag" ("name") ON DELETE CASCADE
);
INSERT INTO "shop_item_tags__new" ("item_id", "tag_id") SELECT "item_id", "tag_id" FROM "shop_item_tags";
DROP TABLE "shop_item_tags";
ALTER TABLE "shop_item_tags__new" RENAME TO "shop_item_tags";
CREATE INDEX "shop_item_tags__tag_id__idx" ON "shop_item_tags" ("tag_id");

-- table shop_item: drop `made`; `price`: decimal(8, 2) to float; `pieces`: may be null, no default; `note`: string(200) to text; `label`: string(64) to string(32); add `made`; add `color`
CREATE TABLE "shop_item__new" (
    "name" TEXT NOT NULL CHECK (length("name") <= 256),
    "label" TEXT NOT NULL CHECK (length("label") <= 32),
    "note" TEXT,
    "pieces" BIGINT,
    "price" DOUBLE NOT NULL,
    "made" TIMESTAMP,
    "color" TEXT NOT NULL CHECK (length("color") <= 16),
    "origin_id" TEXT,
    "shelf_id" TEXT,
    "created" TIMESTAMP,
    "updated" TIMESTAMP,
    CONSTRAINT "shop_item__pk" PRIMARY KEY ("name"),
    CONSTRAINT "shop_item__origin_id__fk" FOREIGN KEY ("origin_id") REFERENCES "shop_item" ("name"),
    CONSTRAINT "shop_item__shelf_id__fk" FOREIGN KEY ("shelf_id") REFERENCES "shop_shelf" ("name")
);
INSERT INTO "shop_item__new" ("name", "label", "note", "pieces", "price", "color", "origin_id", "shelf_id", "created", "updated") SELECT "name", substr("label", 1, 32), "note", "pieces", "price" / 100.0, '', "origin_id", "shelf_id", "created", "updated" FROM "shop_item";
DROP TABLE "shop_item";
ALTER TABLE "shop_item__new" RENAME TO "shop_item";
CREATE UNIQUE INDEX "shop_item__label__key" ON "shop_item" ("label");
CREATE INDEX "shop_item__pieces__idx" ON "shop_item" ("pieces");
CREATE INDEX "shop_item__origin_id__idx" ON "shop_item" ("origin_id");
CREATE INDEX "shop_item__shelf_id__idx" ON "shop_item" ("shelf_id");
