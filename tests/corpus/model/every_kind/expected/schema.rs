// Generated from the models that ask for a Diesel schema. Changes here are lost.
::diesel::table! {
    /// The table of the model `parcel`.
    shop_parcel (name) {
        name -> Text,
        size -> BigInt,
        weight -> Double,
        price -> ::zimagi_runtime::contract::sql_types::FixedPoint<2>,
        is_fragile -> Bool,
        posted -> Date,
        seen -> Timestamp,
        opens -> Time,
        transit -> BigInt,
        label -> ::zimagi_runtime::contract::sql_types::Uuid,
        scan -> Binary,
        note -> Text,
        stops -> ::zimagi_runtime::contract::sql_types::Json,
        extra -> ::zimagi_runtime::contract::sql_types::Json,
        anything -> Nullable<::zimagi_runtime::contract::sql_types::Json>,
        secret -> ::zimagi_runtime::contract::sql_types::Sealed,
        contact -> Nullable<Text>,
        copies -> BigInt,
        created -> Nullable<Timestamp>,
        updated -> Nullable<Timestamp>,
    }
}
