-- data.user: make the table
CREATE TABLE "platform_user" (
    "name" TEXT NOT NULL CHECK (length("name") <= 256),
    "desk" TEXT CHECK (length("desk") <= 32),
    "created" TIMESTAMP,
    "updated" TIMESTAMP,
    CONSTRAINT "platform_user__pk" PRIMARY KEY ("name")
);

-- data.wish: make the table
CREATE TABLE "shop_wish" (
    "id" BLOB NOT NULL CHECK (length("id") = 32),
    "user_id" TEXT NOT NULL,
    "item" TEXT NOT NULL CHECK (length("item") <= 256),
    "created" TIMESTAMP,
    "updated" TIMESTAMP,
    CONSTRAINT "shop_wish__pk" PRIMARY KEY ("id"),
    CONSTRAINT "shop_wish__user_id__fk" FOREIGN KEY ("user_id") REFERENCES "platform_user" ("name")
);
CREATE UNIQUE INDEX "shop_wish__user_id__item__key" ON "shop_wish" ("user_id", "item");

-- fresh statistics, since plans depend on them
PRAGMA optimize;
