-- data.band: make the table
CREATE TABLE "shop_band" (
    "name" TEXT NOT NULL CHECK (length("name") <= 256),
    "created" TIMESTAMP,
    "updated" TIMESTAMP,
    CONSTRAINT "shop_band__pk" PRIMARY KEY ("name")
);

-- data.lesson: make the table
CREATE TABLE "shop_lesson" (
    "id" BLOB NOT NULL CHECK (length("id") = 32),
    "pupil_id" TEXT NOT NULL,
    "teacher_id" TEXT NOT NULL,
    "created" TIMESTAMP,
    "updated" TIMESTAMP,
    CONSTRAINT "shop_lesson__pk" PRIMARY KEY ("id"),
    CONSTRAINT "shop_lesson__pupil_id__fk" FOREIGN KEY ("pupil_id") REFERENCES "shop_musician" ("name"),
    CONSTRAINT "shop_lesson__teacher_id__fk" FOREIGN KEY ("teacher_id") REFERENCES "shop_musician" ("name")
);
CREATE INDEX "shop_lesson__pupil_id__idx" ON "shop_lesson" ("pupil_id");
CREATE INDEX "shop_lesson__teacher_id__idx" ON "shop_lesson" ("teacher_id");

-- data.membership: make the table
CREATE TABLE "shop_membership" (
    "id" BLOB NOT NULL CHECK (length("id") = 32),
    "band_id" TEXT NOT NULL,
    "musician_id" TEXT NOT NULL,
    "since" DATE NOT NULL,
    "created" TIMESTAMP,
    "updated" TIMESTAMP,
    CONSTRAINT "shop_membership__pk" PRIMARY KEY ("id"),
    CONSTRAINT "shop_membership__band_id__fk" FOREIGN KEY ("band_id") REFERENCES "shop_band" ("name"),
    CONSTRAINT "shop_membership__musician_id__fk" FOREIGN KEY ("musician_id") REFERENCES "shop_musician" ("name")
);
CREATE INDEX "shop_membership__band_id__idx" ON "shop_membership" ("band_id");
CREATE INDEX "shop_membership__musician_id__idx" ON "shop_membership" ("musician_id");

-- data.musician: make the table
CREATE TABLE "shop_musician" (
    "name" TEXT NOT NULL CHECK (length("name") <= 256),
    "created" TIMESTAMP,
    "updated" TIMESTAMP,
    CONSTRAINT "shop_musician__pk" PRIMARY KEY ("name")
);

-- fresh statistics, since plans depend on them
PRAGMA optimize;
