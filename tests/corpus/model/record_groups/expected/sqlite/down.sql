-- data.vault.groups: drop the table
DROP TABLE "shop_vault_groups";

-- data.vault: drop the table
DROP TABLE "shop_vault";

-- data.group: drop the table
DROP TABLE "platform_group";
