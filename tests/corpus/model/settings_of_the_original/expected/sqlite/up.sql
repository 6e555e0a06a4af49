-- data.press: make the table
CREATE TABLE "shop_press" (
    "name" TEXT NOT NULL CHECK (length("name") <= 256),
    "room" TEXT NOT NULL CHECK (length("room") <= 16),
    "config" TEXT NOT NULL DEFAULT '{}',
    "provider_type" TEXT NOT NULL DEFAULT 'base' CHECK (length("provider_type") <= 128),
    "variables" TEXT NOT NULL DEFAULT '{}',
    "created" TIMESTAMP,
    "updated" TIMESTAMP,
    CONSTRAINT "shop_press__pk" PRIMARY KEY ("name")
);

-- data.printer: make the table
CREATE TABLE "shop_printer" (
    "name" TEXT NOT NULL CHECK (length("name") <= 256),
    "room" TEXT NOT NULL CHECK (length("room") <= 16),
    "config" TEXT NOT NULL DEFAULT '{}',
    "provider_type" TEXT NOT NULL DEFAULT 'base' CHECK (length("provider_type") <= 128),
    "variables" TEXT NOT NULL DEFAULT '{}',
    "created" TIMESTAMP,
    "updated" TIMESTAMP,
    CONSTRAINT "shop_printer__pk" PRIMARY KEY ("name")
);

-- fresh statistics, since plans depend on them
PRAGMA optimize;
