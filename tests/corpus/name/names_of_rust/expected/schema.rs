// Generated from the models that ask for a Diesel schema. Changes here are lost.
::diesel::table! {
    /// The table of the model `bool`.
    shop_bool (name) {
        name -> Text,
        #[sql_name = "bool"]
        bool_ -> Nullable<Text>,
        to_bool_id -> Nullable<Text>,
        created -> Nullable<Timestamp>,
        updated -> Nullable<Timestamp>,
    }
}
::diesel::table! {
    /// The table of the model `contract`.
    shop_contract (name) {
        name -> Text,
        contract -> Nullable<Text>,
        to_contract_id -> Nullable<Text>,
        created -> Nullable<Timestamp>,
        updated -> Nullable<Timestamp>,
    }
}
::diesel::table! {
    /// The table of the model `diesel`.
    shop_diesel (name) {
        name -> Text,
        #[sql_name = "diesel"]
        diesel_ -> Nullable<Text>,
        to_diesel_id -> Nullable<Text>,
        created -> Nullable<Timestamp>,
        updated -> Nullable<Timestamp>,
    }
}
::diesel::table! {
    /// The table of the model `std`.
    shop_std (name) {
        name -> Text,
        std -> Nullable<Text>,
        to_std_id -> Nullable<Text>,
        created -> Nullable<Timestamp>,
        updated -> Nullable<Timestamp>,
    }
}
::diesel::table! {
    /// The table of the model `string`.
    shop_string (name) {
        name -> Text,
        usual_id -> Text,
        string_id -> Nullable<Text>,
        created -> Nullable<Timestamp>,
        updated -> Nullable<Timestamp>,
    }
}
::diesel::table! {
    /// The table of the model `table`.
    shop_table (name) {
        name -> Text,
        #[sql_name = "table"]
        table_ -> Nullable<Text>,
        to_table_id -> Nullable<Text>,
        created -> Nullable<Timestamp>,
        updated -> Nullable<Timestamp>,
    }
}
::diesel::table! {
    /// The table of the model `usual`.
    shop_usual (name) {
        name -> Text,
        string -> Text,
        option -> Nullable<BigInt>,
        vec -> Binary,
        result -> Double,
        path -> Text,
        #[sql_name = "dsl"]
        dsl_ -> Date,
        #[sql_name = "star"]
        star_ -> Bool,
        #[sql_name = "all_columns"]
        all_columns_ -> Time,
        #[sql_name = "self"]
        self_ -> Timestamp,
        #[sql_name = "columns"]
        columns_ -> BigInt,
        #[sql_name = "str"]
        str_ -> Text,
        created -> Nullable<Timestamp>,
        updated -> Nullable<Timestamp>,
    }
}
::diesel::joinable!(shop_string -> shop_usual (usual_id));
::diesel::allow_tables_to_appear_in_same_query!(shop_string, shop_usual);
