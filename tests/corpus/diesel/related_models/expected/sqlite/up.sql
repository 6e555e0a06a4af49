-- data.item: make the table
CREATE TABLE "shop_item" (
    "id" BLOB NOT NULL CHECK (length("id") = 32),
    "name" TEXT NOT NULL CHECK (length("name") <= 256),
    "shelf_id" TEXT NOT NULL,
    "weight" DOUBLE,
    "created" TIMESTAMP,
    "updated" TIMESTAMP,
    CONSTRAINT "shop_item__pk" PRIMARY KEY ("id"),
    CONSTRAINT "shop_item__shelf_id__fk" FOREIGN KEY ("shelf_id") REFERENCES "shop_shelf" ("name")
);
CREATE UNIQUE INDEX "shop_item__name__key" ON "shop_item" ("name");
CREATE INDEX "shop_item__shelf_id__idx" ON "shop_item" ("shelf_id");

-- data.move: make the table
CREATE TABLE "shop_move" (
    "id" BLOB NOT NULL CHECK (length("id") = 32),
    "name" TEXT NOT NULL CHECK (length("name") <= 256),
    "source_id" TEXT NOT NULL,
    "target_id" TEXT NOT NULL,
    "created" TIMESTAMP,
    "updated" TIMESTAMP,
    CONSTRAINT "shop_move__pk" PRIMARY KEY ("id"),
    CONSTRAINT "shop_move__source_id__fk" FOREIGN KEY ("source_id") REFERENCES "shop_shelf" ("name"),
    CONSTRAINT "shop_move__target_id__fk" FOREIGN KEY ("target_id") REFERENCES "shop_shelf" ("name")
);
CREATE UNIQUE INDEX "shop_move__name__key" ON "shop_move" ("name");
CREATE INDEX "shop_move__source_id__idx" ON "shop_move" ("source_id");
CREATE INDEX "shop_move__target_id__idx" ON "shop_move" ("target_id");

-- data.note: make the table
CREATE TABLE "shop_note" (
    "name" TEXT NOT NULL CHECK (length("name") <= 256),
    "created" TIMESTAMP,
    "updated" TIMESTAMP,
    CONSTRAINT "shop_note__pk" PRIMARY KEY ("name")
);

-- data.shelf: make the table
CREATE TABLE "shop_shelf" (
    "name" TEXT NOT NULL CHECK (length("name") <= 256),
    "created" TIMESTAMP,
    "updated" TIMESTAMP,
    CONSTRAINT "shop_shelf__pk" PRIMARY KEY ("name")
);

-- fresh statistics, since plans depend on them
PRAGMA optimize;
