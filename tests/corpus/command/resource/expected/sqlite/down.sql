-- data.tool.users: drop the table
DROP TABLE "shop_tool_users";

-- data.tool: drop the table
DROP TABLE "shop_tool";

-- data.seed: drop the table
DROP TABLE "shop_seed";

-- data.plant: drop the table
DROP TABLE "shop_plant";
