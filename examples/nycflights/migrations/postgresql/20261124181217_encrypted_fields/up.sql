-- data.watch: add `contact`
ALTER TABLE "nycflights_watch" ADD COLUMN "contact" bytea;

-- data.user: add `encryption_key`
ALTER TABLE "platform_user" ADD COLUMN "encryption_key" bytea;

-- fresh statistics, since plans depend on them
ANALYZE "nycflights_watch";
ANALYZE "platform_user";
