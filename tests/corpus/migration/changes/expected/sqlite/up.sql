-- data.product: the new name of shop_item
ALTER TABLE "shop_item" RENAME TO "shop_product";

-- data.product: `title` is the new name of `label`
ALTER TABLE "shop_product" RENAME COLUMN "label" TO "title";

-- data.product.tags: the new name of shop_item_tags
ALTER TABLE "shop_item_tags" RENAME TO "shop_product_tags";

-- data.product.tags: `product_id` is the new name of `item_id`
ALTER TABLE "shop_product_tags" RENAME COLUMN "item_id" TO "product_id";

-- data.product: drop `color`; drop `made`; `title`: string(32) to string(64); `note`: text to string(200); `pieces`: must have a value, another default; `price`: float to decimal(8, 2); add `made`
CREATE TABLE "shop_product__new" (
    "name" TEXT NOT NULL CHECK (length("name") <= 256),
    "title" TEXT NOT NULL CHECK (length("title") <= 64),
    "note" TEXT CHECK (length("note") <= 200),
    "pieces" BIGINT NOT NULL DEFAULT 0,
    "price" BIGINT NOT NULL,
    "origin_id" TEXT,
    "shelf_id" TEXT,
    "created" TIMESTAMP,
    "updated" TIMESTAMP,
    "made" BOOLEAN,
    CONSTRAINT "shop_product__pk" PRIMARY KEY ("name"),
    CONSTRAINT "shop_product__origin_id__fk" FOREIGN KEY ("origin_id") REFERENCES "shop_product" ("name"),
    CONSTRAINT "shop_product__shelf_id__fk" FOREIGN KEY ("shelf_id") REFERENCES "shop_shelf" ("name")
);
INSERT INTO "shop_product__new" ("name", "title", "note", "pieces", "price", "origin_id", "shelf_id", "created", "updated") SELECT "name", "title", substr("note", 1, 200), ifnull("pieces", 0), CAST(ROUND("price" * 100) AS INTEGER), "origin_id", "shelf_id", "created", "updated" FROM "shop_product";
DROP TABLE "shop_product";
ALTER TABLE "shop_product__new" RENAME TO "shop_product";
CREATE UNIQUE INDEX "shop_product__title__key" ON "shop_product" ("title");
CREATE INDEX "shop_product__pieces__idx" ON "shop_product" ("pieces");
CREATE INDEX "shop_product__origin_id__idx" ON "shop_product" ("origin_id");
CREATE INDEX "shop_product__shelf_id__idx" ON "shop_product" ("shelf_id");

-- data.product.tags: other keys, or their names
CREATE TABLE "shop_product_tags__new" (
    "product_id" TEXT NOT NULL,
    "tag_id" TEXT NOT NULL,
    CONSTRAINT "shop_product_tags__pk" PRIMARY KEY ("product_id", "tag_id"),
    CONSTRAINT "shop_product_tags__product_id__fk" FOREIGN KEY ("product_id") REFERENCES "shop_product" ("name") ON DELETE CASCADE,
    CONSTRAINT "shop_product_tags__tag_id__fk" FOREIGN KEY ("tag_id") REFERENCES "shop_tag" ("name") ON DELETE CASCADE
);
INSERT INTO "shop_product_tags__new" ("product_id", "tag_id") SELECT "product_id", "tag_id" FROM "shop_product_tags";
DROP TABLE "shop_product_tags";
ALTER TABLE "shop_product_tags__new" RENAME TO "shop_product_tags";
CREATE INDEX "shop_product_tags__tag_id__idx" ON "shop_product_tags" ("tag_id");

-- data.shelf: add `row`
ALTER TABLE "shop_shelf" ADD COLUMN "row" BIGINT NOT NULL DEFAULT 1;

-- fresh statistics, since plans depend on them
PRAGMA optimize;
