-- data.user: drop `encryption_key`
ALTER TABLE `platform_user` DROP COLUMN `encryption_key`;

-- data.watch: drop `contact`
ALTER TABLE `nycflights_watch` DROP COLUMN `contact`;
