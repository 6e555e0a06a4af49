-- data.bar: make the table
CREATE TABLE "shop_bar" (
    "restaurant_ptr_id" BLOB NOT NULL,
    "stools" BIGINT NOT NULL,
    "created" TIMESTAMP,
    "updated" TIMESTAMP,
    CONSTRAINT "shop_bar__pk" PRIMARY KEY ("restaurant_ptr_id"),
    CONSTRAINT "shop_bar__restaurant_ptr_id__fk" FOREIGN KEY ("restaurant_ptr_id") REFERENCES "shop_restaurant" ("place_ptr_id")
);

-- data.person: make the table
CREATE TABLE "shop_person" (
    "name" TEXT NOT NULL CHECK (length("name") <= 256),
    "created" TIMESTAMP,
    "updated" TIMESTAMP,
    CONSTRAINT "shop_person__pk" PRIMARY KEY ("name")
);

-- data.place: make the table
CREATE TABLE "shop_place" (
    "id" BLOB NOT NULL CHECK (length("id") = 32),
    "name" TEXT NOT NULL CHECK (length("name") <= 256),
    "city" TEXT NOT NULL CHECK (length("city") <= 64),
    "rent" BIGINT,
    "created" TIMESTAMP,
    "updated" TIMESTAMP,
    CONSTRAINT "shop_place__pk" PRIMARY KEY ("id")
);
CREATE UNIQUE INDEX "shop_place__name__key" ON "shop_place" ("name");

-- data.place.tags: make the table
CREATE TABLE "shop_place_tags" (
    "place_id" BLOB NOT NULL,
    "tag_id" TEXT NOT NULL,
    CONSTRAINT "shop_place_tags__pk" PRIMARY KEY ("place_id", "tag_id"),
    CONSTRAINT "shop_place_tags__place_id__fk" FOREIGN KEY ("place_id") REFERENCES "shop_place" ("id") ON DELETE CASCADE,
    CONSTRAINT "shop_place_tags__tag_id__fk" FOREIGN KEY ("tag_id") REFERENCES "shop_tag" ("name") ON DELETE CASCADE
);
CREATE INDEX "shop_place_tags__tag_id__idx" ON "shop_place_tags" ("tag_id");

-- data.restaurant: make the table
CREATE TABLE "shop_restaurant" (
    "place_ptr_id" BLOB NOT NULL,
    "kitchen" TEXT NOT NULL CHECK (length("kitchen") <= 32),
    "owner_id" TEXT,
    "created" TIMESTAMP,
    "updated" TIMESTAMP,
    CONSTRAINT "shop_restaurant__pk" PRIMARY KEY ("place_ptr_id"),
    CONSTRAINT "shop_restaurant__place_ptr_id__fk" FOREIGN KEY ("place_ptr_id") REFERENCES "shop_place" ("id"),
    CONSTRAINT "shop_restaurant__owner_id__fk" FOREIGN KEY ("owner_id") REFERENCES "shop_person" ("name")
);
CREATE INDEX "shop_restaurant__owner_id__idx" ON "shop_restaurant" ("owner_id");

-- data.tag: make the table
CREATE TABLE "shop_tag" (
    "name" TEXT NOT NULL CHECK (length("name") <= 256),
    "created" TIMESTAMP,
    "updated" TIMESTAMP,
    CONSTRAINT "shop_tag__pk" PRIMARY KEY ("name")
);

-- data.visit: make the table
CREATE TABLE "shop_visit" (
    "id" BLOB NOT NULL CHECK (length("id") = 32),
    "person_id" TEXT NOT NULL,
    "bar_id" BLOB NOT NULL,
    "created" TIMESTAMP,
    "updated" TIMESTAMP,
    CONSTRAINT "shop_visit__pk" PRIMARY KEY ("id"),
    CONSTRAINT "shop_visit__person_id__fk" FOREIGN KEY ("person_id") REFERENCES "shop_person" ("name"),
    CONSTRAINT "shop_visit__bar_id__fk" FOREIGN KEY ("bar_id") REFERENCES "shop_bar" ("restaurant_ptr_id")
);
CREATE INDEX "shop_visit__person_id__idx" ON "shop_visit" ("person_id");
CREATE INDEX "shop_visit__bar_id__idx" ON "shop_visit" ("bar_id");

-- fresh statistics, since plans depend on them
PRAGMA optimize;
