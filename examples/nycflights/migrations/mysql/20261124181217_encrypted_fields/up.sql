-- data.watch: add `contact`
ALTER TABLE `nycflights_watch` ADD COLUMN `contact` longblob;

-- data.user: add `encryption_key`
ALTER TABLE `platform_user` ADD COLUMN `encryption_key` longblob;
