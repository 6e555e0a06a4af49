-- data.bool: make the table
CREATE TABLE "shop_bool" (
    "name" TEXT NOT NULL CHECK (length("name") <= 256),
    "bool" TEXT CHECK (length("bool") <= 256),
    "to_bool_id" TEXT,
    "created" TIMESTAMP,
    "updated" TIMESTAMP,
    CONSTRAINT "shop_bool__pk" PRIMARY KEY ("name"),
    CONSTRAINT "shop_bool__to_bool_id__fk" FOREIGN KEY ("to_bool_id") REFERENCES "shop_bool" ("name")
);
CREATE INDEX "shop_bool__to_bool_id__idx" ON "shop_bool" ("to_bool_id");

-- data.contract: make the table
CREATE TABLE "shop_contract" (
    "name" TEXT NOT NULL CHECK (length("name") <= 256),
    "contract" TEXT CHECK (length("contract") <= 256),
    "to_contract_id" TEXT,
    "created" TIMESTAMP,
    "updated" TIMESTAMP,
    CONSTRAINT "shop_contract__pk" PRIMARY KEY ("name"),
    CONSTRAINT "shop_contract__to_contract_id__fk" FOREIGN KEY ("to_contract_id") REFERENCES "shop_contract" ("name")
);
CREATE INDEX "shop_contract__to_contract_id__idx" ON "shop_contract" ("to_contract_id");

-- data.diesel: make the table
CREATE TABLE "shop_diesel" (
    "name" TEXT NOT NULL CHECK (length("name") <= 256),
    "diesel" TEXT CHECK (length("diesel") <= 256),
    "to_diesel_id" TEXT,
    "created" TIMESTAMP,
    "updated" TIMESTAMP,
    CONSTRAINT "shop_diesel__pk" PRIMARY KEY ("name"),
    CONSTRAINT "shop_diesel__to_diesel_id__fk" FOREIGN KEY ("to_diesel_id") REFERENCES "shop_diesel" ("name")
);
CREATE INDEX "shop_diesel__to_diesel_id__idx" ON "shop_diesel" ("to_diesel_id");

-- data.std: make the table
CREATE TABLE "shop_std" (
    "name" TEXT NOT NULL CHECK (length("name") <= 256),
    "std" TEXT CHECK (length("std") <= 256),
    "to_std_id" TEXT,
    "created" TIMESTAMP,
    "updated" TIMESTAMP,
    CONSTRAINT "shop_std__pk" PRIMARY KEY ("name"),
    CONSTRAINT "shop_std__to_std_id__fk" FOREIGN KEY ("to_std_id") REFERENCES "shop_std" ("name")
);
CREATE INDEX "shop_std__to_std_id__idx" ON "shop_std" ("to_std_id");

-- data.string: make the table
CREATE TABLE "shop_string" (
    "name" TEXT NOT NULL CHECK (length("name") <= 256),
    "usual_id" TEXT NOT NULL,
    "string_id" TEXT,
    "created" TIMESTAMP,
    "updated" TIMESTAMP,
    CONSTRAINT "shop_string__pk" PRIMARY KEY ("name"),
    CONSTRAINT "shop_string__usual_id__fk" FOREIGN KEY ("usual_id") REFERENCES "shop_usual" ("name"),
    CONSTRAINT "shop_string__string_id__fk" FOREIGN KEY ("string_id") REFERENCES "shop_string" ("name")
);
CREATE INDEX "shop_string__usual_id__idx" ON "shop_string" ("usual_id");
CREATE INDEX "shop_string__string_id__idx" ON "shop_string" ("string_id");

-- data.table: make the table
CREATE TABLE "shop_table" (
    "name" TEXT NOT NULL CHECK (length("name") <= 256),
    "table" TEXT CHECK (length("table") <= 256),
    "to_table_id" TEXT,
    "created" TIMESTAMP,
    "updated" TIMESTAMP,
    CONSTRAINT "shop_table__pk" PRIMARY KEY ("name"),
    CONSTRAINT "shop_table__to_table_id__fk" FOREIGN KEY ("to_table_id") REFERENCES "shop_table" ("name")
);
CREATE INDEX "shop_table__to_table_id__idx" ON "shop_table" ("to_table_id");

-- data.usual: make the table
CREATE TABLE "shop_usual" (
    "name" TEXT NOT NULL CHECK (length("name") <= 256),
    "string" TEXT NOT NULL CHECK (length("string") <= 256),
    "option" BIGINT,
    "vec" BLOB NOT NULL,
    "result" DOUBLE NOT NULL,
    "path" TEXT NOT NULL,
    "dsl" DATE NOT NULL,
    "star" BOOLEAN NOT NULL,
    "all_columns" TIME NOT NULL,
    "self" TIMESTAMP NOT NULL,
    "columns" BIGINT NOT NULL,
    "str" TEXT NOT NULL,
    "created" TIMESTAMP,
    "updated" TIMESTAMP,
    CONSTRAINT "shop_usual__pk" PRIMARY KEY ("name")
);

-- fresh statistics, since plans depend on them
PRAGMA optimize;
