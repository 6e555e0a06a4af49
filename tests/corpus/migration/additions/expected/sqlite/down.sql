-- data.shelf: drop the table
DROP TABLE "shop_shelf";

-- data.item: drop `shelf`; drop `pieces`; drop `weight`
CREATE TABLE "shop_item__new" (
    "name" TEXT NOT NULL CHECK (length("name") <= 256),
    "label" TEXT NOT NULL CHECK (length("label") <= 32),
    "created" TIMESTAMP,
    "updated" TIMESTAMP,
    CONSTRAINT "shop_item__pk" PRIMARY KEY ("name")
);
INSERT INTO "shop_item__new" ("name", "label", "created", "updated") SELECT "name", "label", "created", "updated" FROM "shop_item";
DROP TABLE "shop_item";
ALTER TABLE "shop_item__new" RENAME TO "shop_item";
CREATE INDEX "shop_item__label__idx" ON "shop_item" ("label");
