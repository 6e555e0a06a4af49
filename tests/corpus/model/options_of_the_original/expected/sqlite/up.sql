-- data.member: make the table
CREATE TABLE "shop_member" (
    "name" TEXT NOT NULL CHECK (length("name") <= 256),
    "card_number" BIGINT NOT NULL,
    "card" BLOB,
    "joined" DATE NOT NULL,
    "friend_id" TEXT,
    "note" TEXT,
    "created" TIMESTAMP,
    "updated" TIMESTAMP,
    CONSTRAINT "shop_member__pk" PRIMARY KEY ("name"),
    CONSTRAINT "shop_member__friend_id__fk" FOREIGN KEY ("friend_id") REFERENCES "shop_member" ("name")
);
CREATE UNIQUE INDEX "shop_member__card_number__key" ON "shop_member" ("card_number");
CREATE INDEX "shop_member__joined__idx" ON "shop_member" ("joined");
CREATE INDEX "shop_member__friend_id__idx" ON "shop_member" ("friend_id");

-- data.place: make the table
CREATE TABLE "shop_place" (
    "id" BLOB NOT NULL CHECK (length("id") = 32),
    "member_id" TEXT NOT NULL,
    "team_id" TEXT NOT NULL,
    "created" TIMESTAMP,
    "updated" TIMESTAMP,
    CONSTRAINT "shop_place__pk" PRIMARY KEY ("id"),
    CONSTRAINT "shop_place__member_id__fk" FOREIGN KEY ("member_id") REFERENCES "shop_member" ("name"),
    CONSTRAINT "shop_place__team_id__fk" FOREIGN KEY ("team_id") REFERENCES "shop_team" ("name")
);
CREATE INDEX "shop_place__member_id__idx" ON "shop_place" ("member_id");
CREATE INDEX "shop_place__team_id__idx" ON "shop_place" ("team_id");

-- data.team: make the table
CREATE TABLE "shop_team" (
    "name" TEXT NOT NULL CHECK (length("name") <= 256),
    "created" TIMESTAMP,
    "updated" TIMESTAMP,
    CONSTRAINT "shop_team__pk" PRIMARY KEY ("name")
);

-- fresh statistics, since plans depend on them
PRAGMA optimize;
