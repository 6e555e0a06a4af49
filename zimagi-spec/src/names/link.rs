//! Names that relations between two models make: the tables and columns of many-to-many pairs, and the pointer to what is extended.

/// The table of a many-to-many field.
#[must_use]
pub fn link_table(table: &str, field: &str) -> String {
    format!("{table}_{field}")
}

/// The columns for the model that has the field and for the model that it refers to.
#[must_use]
pub fn link_columns(model: &str, target: &str) -> (String, String) {
    if model == target {
        return (format!("from_{model}_id"), format!("to_{model}_id"));
    }
    (format!("{model}_id"), format!("{target}_id"))
}

/// The field by which a record of a model refers to the record of another that it extends.
#[must_use]
pub fn pointer_field(extended: &str) -> String {
    format!("{extended}_ptr")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_relation_to_itself_tells_its_sides_apart() {
        assert_eq!(link_columns("user", "group"), ("user_id".to_owned(), "group_id".to_owned()));
        assert_eq!(link_columns("user", "user"), ("from_user_id".to_owned(), "to_user_id".to_owned()));
        assert_eq!(link_table("shop_user", "friends"), "shop_user_friends");
    }
}
