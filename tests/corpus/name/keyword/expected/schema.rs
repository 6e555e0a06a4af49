// Generated from the models that ask for a Diesel schema. Changes here are lost.
::diesel::table! {
    /// The table of the model `match`.
    shop_match (name) {
        name -> Text,
        #[sql_name = "type"]
        type_ -> Text,
        ref_id -> Nullable<Text>,
        is_new -> Bool,
        created -> Nullable<Timestamp>,
        updated -> Nullable<Timestamp>,
    }
}
