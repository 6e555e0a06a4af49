DROP TABLE "shop_parcel";
