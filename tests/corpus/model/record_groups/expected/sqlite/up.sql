-- data.group: make the table
CREATE TABLE "platform_group" (
    "name" TEXT NOT NULL CHECK (length("name") <= 256),
    "created" TIMESTAMP,
    "updated" TIMESTAMP,
    CONSTRAINT "platform_group__pk" PRIMARY KEY ("name")
);

-- data.vault: make the table
CREATE TABLE "shop_vault" (
    "name" TEXT NOT NULL CHECK (length("name") <= 256),
    "created" TIMESTAMP,
    "updated" TIMESTAMP,
    CONSTRAINT "shop_vault__pk" PRIMARY KEY ("name")
);

-- data.vault.groups: make the table
CREATE TABLE "shop_vault_groups" (
    "vault_id" TEXT NOT NULL,
    "group_id" TEXT NOT NULL,
    CONSTRAINT "shop_vault_groups__pk" PRIMARY KEY ("vault_id", "group_id"),
    CONSTRAINT "shop_vault_groups__vault_id__fk" FOREIGN KEY ("vault_id") REFERENCES "shop_vault" ("name") ON DELETE CASCADE,
    CONSTRAINT "shop_vault_groups__group_id__fk" FOREIGN KEY ("group_id") REFERENCES "platform_group" ("name") ON DELETE CASCADE
);
CREATE INDEX "shop_vault_groups__group_id__idx" ON "shop_vault_groups" ("group_id");

-- fresh statistics, since plans depend on them
PRAGMA optimize;
