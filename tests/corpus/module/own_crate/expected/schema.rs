// Generated from the models that ask for a Diesel schema. Changes here are lost.
::diesel::table! {
    /// The table of the model `plant`.
    garden_plant (name) {
        name -> Text,
        planted_by_id -> Nullable<Text>,
        created -> Nullable<Timestamp>,
        updated -> Nullable<Timestamp>,
    }
}
