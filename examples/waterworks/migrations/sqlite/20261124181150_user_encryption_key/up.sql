-- data.user: add `encryption_key`
ALTER TABLE "platform_user" ADD COLUMN "encryption_key" BLOB;

-- fresh statistics, since plans depend on them
PRAGMA optimize;
