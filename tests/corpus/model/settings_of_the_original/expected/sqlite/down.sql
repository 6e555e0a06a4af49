-- data.printer: drop the table
DROP TABLE "shop_printer";

-- data.press: drop the table
DROP TABLE "shop_press";
