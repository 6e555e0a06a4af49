/// The model `parcel`.
pub mod parcel;
