-- data.parcel: drop the table
DROP TABLE "shop_parcel";
