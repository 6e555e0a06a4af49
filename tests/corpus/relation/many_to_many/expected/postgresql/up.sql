-- data.article: make the table
CREATE TABLE "shop_article" (
    "name" varchar(256) COLLATE "C" NOT NULL,
    "created" timestamp(6) without time zone,
    "updated" timestamp(6) without time zone,
    CONSTRAINT "shop_article__pk" PRIMARY KEY ("name")
);

-- data.article.censors: make the table
CREATE TABLE "shop_article_censors" (
    "article_id" varchar(256) COLLATE "C" NOT NULL,
    "reader_id" bytea NOT NULL,
    CONSTRAINT "shop_article_censors__pk" PRIMARY KEY ("article_id", "reader_id")
);

-- data.article.likes: make the table
CREATE TABLE "shop_article_likes" (
    "article_id" varchar(256) COLLATE "C" NOT NULL,
    "reader_id" bytea NOT NULL,
    CONSTRAINT "shop_article_likes__pk" PRIMARY KEY ("article_id", "reader_id")
);

-- data.article.tags: make the table
CREATE TABLE "shop_article_tags" (
    "article_id" varchar(256) COLLATE "C" NOT NULL,
    "tag_id" varchar(256) COLLATE "C" NOT NULL,
    CONSTRAINT "shop_article_tags__pk" PRIMARY KEY ("article_id", "tag_id")
);

-- data.reader: make the table
CREATE TABLE "shop_reader" (
    "id" bytea NOT NULL,
    "name" varchar(256) COLLATE "C" NOT NULL,
    "created" timestamp(6) without time zone,
    "updated" timestamp(6) without time zone,
    CONSTRAINT "shop_reader__pk" PRIMARY KEY ("id")
);

-- data.reader.follows: make the table
CREATE TABLE "shop_reader_follows" (
    "from_reader_id" bytea NOT NULL,
    "to_reader_id" bytea NOT NULL,
    CONSTRAINT "shop_reader_follows__pk" PRIMARY KEY ("from_reader_id", "to_reader_id")
);

-- data.tag: make the table
CREATE TABLE "shop_tag" (
    "name" varchar(256) COLLATE "C" NOT NULL,
    "created" timestamp(6) without time zone,
    "updated" timestamp(6) without time zone,
    CONSTRAINT "shop_tag__pk" PRIMARY KEY ("name")
);

-- data.article.censors: make the table
CREATE INDEX "shop_article_censors__reader_id__idx" ON "shop_article_censors" ("reader_id");

-- data.article.likes: make the table
CREATE INDEX "shop_article_likes__reader_id__idx" ON "shop_article_likes" ("reader_id");

-- data.article.tags: make the table
CREATE INDEX "shop_article_tags__tag_id__idx" ON "shop_article_tags" ("tag_id");

-- data.reader: make the table
CREATE UNIQUE INDEX "shop_reader__name__key" ON "shop_reader" ("name");

-- data.reader.follows: make the table
CREATE INDEX "shop_reader_follows__to_reader_id__idx" ON "shop_reader_follows" ("to_reader_id");

-- data.article.censors: what the table refers to
ALTER TABLE "shop_article_censors" ADD CONSTRAINT "shop_article_censors__article_id__fk" FOREIGN KEY ("article_id") REFERENCES "shop_article" ("name") ON DELETE CASCADE;
ALTER TABLE "shop_article_censors" ADD CONSTRAINT "shop_article_censors__reader_id__fk" FOREIGN KEY ("reader_id") REFERENCES "shop_reader" ("id") ON DELETE CASCADE;

-- data.article.likes: what the table refers to
ALTER TABLE "shop_article_likes" ADD CONSTRAINT "shop_article_likes__article_id__fk" FOREIGN KEY ("article_id") REFERENCES "shop_article" ("name") ON DELETE CASCADE;
ALTER TABLE "shop_article_likes" ADD CONSTRAINT "shop_article_likes__reader_id__fk" FOREIGN KEY ("reader_id") REFERENCES "shop_reader" ("id") ON DELETE CASCADE;

-- data.article.tags: what the table refers to
ALTER TABLE "shop_article_tags" ADD CONSTRAINT "shop_article_tags__article_id__fk" FOREIGN KEY ("article_id") REFERENCES "shop_article" ("name") ON DELETE CASCADE;
ALTER TABLE "shop_article_tags" ADD CONSTRAINT "shop_article_tags__tag_id__fk" FOREIGN KEY ("tag_id") REFERENCES "shop_tag" ("name") ON DELETE CASCADE;

-- data.reader.follows: what the table refers to
ALTER TABLE "shop_reader_follows" ADD CONSTRAINT "shop_reader_follows__from_reader_id__fk" FOREIGN KEY ("from_reader_id") REFERENCES "shop_reader" ("id") ON DELETE CASCADE;
ALTER TABLE "shop_reader_follows" ADD CONSTRAINT "shop_reader_follows__to_reader_id__fk" FOREIGN KEY ("to_reader_id") REFERENCES "shop_reader" ("id") ON DELETE CASCADE;

-- fresh statistics, since plans depend on them
ANALYZE "shop_article";
ANALYZE "shop_article_censors";
ANALYZE "shop_article_likes";
ANALYZE "shop_article_tags";
ANALYZE "shop_reader";
ANALYZE "shop_reader_follows";
ANALYZE "shop_tag";
