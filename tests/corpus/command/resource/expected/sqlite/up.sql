-- data.plant: make the table
CREATE TABLE "shop_plant" (
    "name" TEXT NOT NULL CHECK (length("name") <= 256),
    "kind" TEXT NOT NULL CHECK (length("kind") <= 256),
    "height" BIGINT,
    "created" TIMESTAMP,
    "updated" TIMESTAMP,
    CONSTRAINT "shop_plant__pk" PRIMARY KEY ("name")
);

-- data.seed: make the table
CREATE TABLE "shop_seed" (
    "id" BLOB NOT NULL CHECK (length("id") = 32),
    "plant_id" TEXT NOT NULL,
    "kind" TEXT NOT NULL CHECK (length("kind") <= 256),
    "created" TIMESTAMP,
    "updated" TIMESTAMP,
    CONSTRAINT "shop_seed__pk" PRIMARY KEY ("id"),
    CONSTRAINT "shop_seed__plant_id__fk" FOREIGN KEY ("plant_id") REFERENCES "shop_plant" ("name")
);
CREATE INDEX "shop_seed__plant_id__idx" ON "shop_seed" ("plant_id");

-- data.tool: make the table
CREATE TABLE "shop_tool" (
    "name" TEXT NOT NULL CHECK (length("name") <= 256),
    "home_id" TEXT,
    "created" TIMESTAMP,
    "updated" TIMESTAMP,
    CONSTRAINT "shop_tool__pk" PRIMARY KEY ("name"),
    CONSTRAINT "shop_tool__home_id__fk" FOREIGN KEY ("home_id") REFERENCES "shop_plant" ("name")
);
CREATE INDEX "shop_tool__home_id__idx" ON "shop_tool" ("home_id");

-- data.tool.users: make the table
CREATE TABLE "shop_tool_users" (
    "tool_id" TEXT NOT NULL,
    "plant_id" TEXT NOT NULL,
    CONSTRAINT "shop_tool_users__pk" PRIMARY KEY ("tool_id", "plant_id"),
    CONSTRAINT "shop_tool_users__tool_id__fk" FOREIGN KEY ("tool_id") REFERENCES "shop_tool" ("name") ON DELETE CASCADE,
    CONSTRAINT "shop_tool_users__plant_id__fk" FOREIGN KEY ("plant_id") REFERENCES "shop_plant" ("name") ON DELETE CASCADE
);
CREATE INDEX "shop_tool_users__plant_id__idx" ON "shop_tool_users" ("plant_id");

-- fresh statistics, since plans depend on them
PRAGMA optimize;
