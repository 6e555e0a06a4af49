-- data.usual: drop the table
DROP TABLE "shop_usual";

-- data.table: drop the table
DROP TABLE "shop_table";

-- data.string: drop the table
DROP TABLE "shop_string";

-- data.std: drop the table
DROP TABLE "shop_std";

-- data.diesel: drop the table
DROP TABLE "shop_diesel";

-- data.contract: drop the table
DROP TABLE "shop_contract";

-- data.bool: drop the table
DROP TABLE "shop_bool";
