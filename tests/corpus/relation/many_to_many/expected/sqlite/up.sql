-- data.article: make the table
CREATE TABLE "shop_article" (
    "name" TEXT NOT NULL CHECK (length("name") <= 256),
    "created" TIMESTAMP,
    "updated" TIMESTAMP,
    CONSTRAINT "shop_article__pk" PRIMARY KEY ("name")
);

-- data.article.censors: make the table
CREATE TABLE "shop_article_censors" (
    "article_id" TEXT NOT NULL,
    "reader_id" BLOB NOT NULL,
    CONSTRAINT "shop_article_censors__pk" PRIMARY KEY ("article_id", "reader_id"),
    CONSTRAINT "shop_article_censors__article_id__fk" FOREIGN KEY ("article_id") REFERENCES "shop_article" ("name") ON DELETE CASCADE,
    CONSTRAINT "shop_article_censors__reader_id__fk" FOREIGN KEY ("reader_id") REFERENCES "shop_reader" ("id") ON DELETE CASCADE
);
CREATE INDEX "shop_article_censors__reader_id__idx" ON "shop_article_censors" ("reader_id");

-- data.article.likes: make the table
CREATE TABLE "shop_article_likes" (
    "article_id" TEXT NOT NULL,
    "reader_id" BLOB NOT NULL,
    CONSTRAINT "shop_article_likes__pk" PRIMARY KEY ("article_id", "reader_id"),
    CONSTRAINT "shop_article_likes__article_id__fk" FOREIGN KEY ("article_id") REFERENCES "shop_article" ("name") ON DELETE CASCADE,
    CONSTRAINT "shop_article_likes__reader_id__fk" FOREIGN KEY ("reader_id") REFERENCES "shop_reader" ("id") ON DELETE CASCADE
);
CREATE INDEX "shop_article_likes__reader_id__idx" ON "shop_article_likes" ("reader_id");

-- data.article.tags: make the table
CREATE TABLE "shop_article_tags" (
    "article_id" TEXT NOT NULL,
    "tag_id" TEXT NOT NULL,
    CONSTRAINT "shop_article_tags__pk" PRIMARY KEY ("article_id", "tag_id"),
    CONSTRAINT "shop_article_tags__article_id__fk" FOREIGN KEY ("article_id") REFERENCES "shop_article" ("name") ON DELETE CASCADE,
    CONSTRAINT "shop_article_tags__tag_id__fk" FOREIGN KEY ("tag_id") REFERENCES "shop_tag" ("name") ON DELETE CASCADE
);
CREATE INDEX "shop_article_tags__tag_id__idx" ON "shop_article_tags" ("tag_id");

-- data.reader: make the table
CREATE TABLE "shop_reader" (
    "id" BLOB NOT NULL CHECK (length("id") = 32),
    "name" TEXT NOT NULL CHECK (length("name") <= 256),
    "created" TIMESTAMP,
    "updated" TIMESTAMP,
    CONSTRAINT "shop_reader__pk" PRIMARY KEY ("id")
);
CREATE UNIQUE INDEX "shop_reader__name__key" ON "shop_reader" ("name");

-- data.reader.follows: make the table
CREATE TABLE "shop_reader_follows" (
    "from_reader_id" BLOB NOT NULL,
    "to_reader_id" BLOB NOT NULL,
    CONSTRAINT "shop_reader_follows__pk" PRIMARY KEY ("from_reader_id", "to_reader_id"),
    CONSTRAINT "shop_reader_follows__from_reader_id__fk" FOREIGN KEY ("from_reader_id") REFERENCES "shop_reader" ("id") ON DELETE CASCADE,
    CONSTRAINT "shop_reader_follows__to_reader_id__fk" FOREIGN KEY ("to_reader_id") REFERENCES "shop_reader" ("id") ON DELETE CASCADE
);
CREATE INDEX "shop_reader_follows__to_reader_id__idx" ON "shop_reader_follows" ("to_reader_id");

-- data.tag: make the table
CREATE TABLE "shop_tag" (
    "name" TEXT NOT NULL CHECK (length("name") <= 256),
    "created" TIMESTAMP,
    "updated" TIMESTAMP,
    CONSTRAINT "shop_tag__pk" PRIMARY KEY ("name")
);

-- fresh statistics, since plans depend on them
PRAGMA optimize;
