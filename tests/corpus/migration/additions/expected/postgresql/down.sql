DROP INDEX "shop_item__weight__idx";

DROP INDEX "shop_item__shelf_id__idx";

DROP INDEX "shop_item__label__key";

ALTER TABLE "shop_item" DROP COLUMN "shelf_id";

ALTER TABLE "shop_item" DROP COLUMN "pieces";

ALTER TABLE "shop_item" DROP COLUMN "weight";

DROP TABLE "shop_shelf";

CREATE INDEX "shop_item__label__idx" ON "shop_item" ("label");
