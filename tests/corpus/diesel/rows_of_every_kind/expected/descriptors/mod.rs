pub(crate) mod parcel;
