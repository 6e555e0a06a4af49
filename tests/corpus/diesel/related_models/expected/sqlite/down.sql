-- data.shelf: drop the table
DROP TABLE "shop_shelf";

-- data.note: drop the table
DROP TABLE "shop_note";

-- data.move: drop the table
DROP TABLE "shop_move";

-- data.item: drop the table
DROP TABLE "shop_item";
