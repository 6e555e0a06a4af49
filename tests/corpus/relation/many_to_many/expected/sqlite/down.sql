-- data.tag: drop the table
DROP TABLE "shop_tag";

-- data.reader.follows: drop the table
DROP TABLE "shop_reader_follows";

-- data.reader: drop the table
DROP TABLE "shop_reader";

-- data.article.tags: drop the table
DROP TABLE "shop_article_tags";

-- data.article.likes: drop the table
DROP TABLE "shop_article_likes";

-- data.article.censors: drop the table
DROP TABLE "shop_article_censors";

-- data.article: drop the table
DROP TABLE "shop_article";
