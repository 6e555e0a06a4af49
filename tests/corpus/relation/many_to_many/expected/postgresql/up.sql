CREATE TABLE "shop_article" (
    "name" varchar(256) COLLATE "C" NOT NULL,
    "created" timestamp(6) without time zone,
    "updated" timestamp(6) without time zone,
    CONSTRAINT "shop_article__pk" PRIMARY KEY ("name")
);

CREATE TABLE "shop_reader" (
    "id" bytea NOT NULL,
    "name" varchar(256) COLLATE "C" NOT NULL,
    "created" timestamp(6) without time zone,
    "updated" timestamp(6) without time zone,
    CONSTRAINT "shop_reader__pk" PRIMARY KEY ("id")
);

CREATE TABLE "shop_article_censors" (
    "article_id" varchar(256) COLLATE "C" NOT NULL,
    "reader_id" bytea NOT NULL,
    CONSTRAINT "shop_article_censors__pk" PRIMARY KEY ("article_id", "reader_id"),
    CONSTRAINT "shop_article_censors__article_id__fk" FOREIGN KEY ("article_id") REFERENCES "shop_article" ("name") ON DELETE CASCADE,
    CONSTRAINT "shop_article_censors__reader_id__fk" FOREIGN KEY ("reader_id") REFERENCES "shop_reader" ("id") ON DELETE CASCADE
);

CREATE TABLE "shop_article_likes" (
    "article_id" varchar(256) COLLATE "C" NOT NULL,
    "reader_id" bytea NOT NULL,
    CONSTRAINT "shop_article_likes__pk" PRIMARY KEY ("article_id", "reader_id"),
    CONSTRAINT "shop_article_likes__article_id__fk" FOREIGN KEY ("article_id") REFERENCES "shop_article" ("name") ON DELETE CASCADE,
    CONSTRAINT "shop_article_likes__reader_id__fk" FOREIGN KEY ("reader_id") REFERENCES "shop_reader" ("id") ON DELETE CASCADE
);

CREATE TABLE "shop_reader_follows" (
    "from_reader_id" bytea NOT NULL,
    "to_reader_id" bytea NOT NULL,
    CONSTRAINT "shop_reader_follows__pk" PRIMARY KEY ("from_reader_id", "to_reader_id"),
    CONSTRAINT "shop_reader_follows__from_reader_id__fk" FOREIGN KEY ("from_reader_id") REFERENCES "shop_reader" ("id") ON DELETE CASCADE,
    CONSTRAINT "shop_reader_follows__to_reader_id__fk" FOREIGN KEY ("to_reader_id") REFERENCES "shop_reader" ("id") ON DELETE CASCADE
);

CREATE TABLE "shop_tag" (
    "name" varchar(256) COLLATE "C" NOT NULL,
    "created" timestamp(6) without time zone,
    "updated" timestamp(6) without time zone,
    CONSTRAINT "shop_tag__pk" PRIMARY KEY ("name")
);

CREATE TABLE "shop_article_tags" (
    "article_id" varchar(256) COLLATE "C" NOT NULL,
    "tag_id" varchar(256) COLLATE "C" NOT NULL,
    CONSTRAINT "shop_article_tags__pk" PRIMARY KEY ("article_id", "tag_id"),
    CONSTRAINT "shop_article_tags__article_id__fk" FOREIGN KEY ("article_id") REFERENCES "shop_article" ("name") ON DELETE CASCADE,
    CONSTRAINT "shop_article_tags__tag_id__fk" FOREIGN KEY ("tag_id") REFERENCES "shop_tag" ("name") ON DELETE CASCADE
);

CREATE INDEX "shop_article_censors__reader_id__idx" ON "shop_article_censors" ("reader_id");

CREATE INDEX "shop_article_likes__reader_id__idx" ON "shop_article_likes" ("reader_id");

CREATE INDEX "shop_article_tags__tag_id__idx" ON "shop_article_tags" ("tag_id");

CREATE UNIQUE INDEX "shop_reader__name__key" ON "shop_reader" ("name");

CREATE INDEX "shop_reader_follows__to_reader_id__idx" ON "shop_reader_follows" ("to_reader_id");

ANALYZE "shop_article";

ANALYZE "shop_article_censors";

ANALYZE "shop_article_likes";

ANALYZE "shop_article_tags";

ANALYZE "shop_reader";

ANALYZE "shop_reader_follows";

ANALYZE "shop_tag";
