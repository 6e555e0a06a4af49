// Generated from the models that ask for a Diesel schema. Changes here are lost.
::diesel::table! {
    /// The table of the model `item`.
    shop_item (id) {
        id -> Binary,
        name -> Text,
        shelf_id -> Text,
        weight -> Nullable<Double>,
        created -> Nullable<Timestamp>,
        updated -> Nullable<Timestamp>,
    }
}
::diesel::table! {
    /// The table of the model `move`.
    shop_move (id) {
        id -> Binary,
        name -> Text,
        source_id -> Text,
        target_id -> Text,
        created -> Nullable<Timestamp>,
        updated -> Nullable<Timestamp>,
    }
}
::diesel::table! {
    /// The table of the model `shelf`.
    shop_shelf (name) {
        name -> Text,
        created -> Nullable<Timestamp>,
        updated -> Nullable<Timestamp>,
    }
}
::diesel::joinable!(shop_item -> shop_shelf (shelf_id));
::diesel::allow_tables_to_appear_in_same_query!(shop_item, shop_shelf);
::diesel::allow_tables_to_appear_in_same_query!(shop_move, shop_shelf);
