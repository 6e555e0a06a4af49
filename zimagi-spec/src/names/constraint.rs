//! SQL names of constraints and indexes: from the table and its columns, never longer than any database allows.
//!
//! Two underscores stand between the parts, which no spec name contains, so that different parts give different names.

/// The most bytes a name has: PostgreSQL's limit, the lowest of all databases.
const BYTES_MAX: usize = 63;

/// The name of an index over columns of a table.
#[must_use]
pub fn index_name(table: &str, columns: &[&str]) -> String {
    bounded(table, columns, "idx")
}

/// The name of a unique index over columns of a table.
#[must_use]
pub fn unique_name(table: &str, columns: &[&str]) -> String {
    bounded(table, columns, "key")
}

/// The name of the foreign key on a column of a table.
#[must_use]
pub fn foreign_key_name(table: &str, column: &str) -> String {
    bounded(table, &[column], "fk")
}

/// The name of the primary key of a table.
#[must_use]
pub fn primary_key_name(table: &str) -> String {
    bounded(table, &[], "pk")
}

fn bounded(table: &str, columns: &[&str], suffix: &str) -> String {
    let mut parts = vec![table];
    parts.extend(columns);
    parts.push(suffix);
    let name = parts.join("__");
    if name.len() <= BYTES_MAX { name } else { shortened(&name, suffix) }
}

/// As many bytes of the name as fit before a digest of all of it.
fn shortened(name: &str, suffix: &str) -> String {
    let tail = format!("__{:016x}__{suffix}", fnv1a(name.as_bytes()));
    let mut end = BYTES_MAX - tail.len();
    while !name.is_char_boundary(end) {
        end -= 1;
    }
    format!("{}{tail}", &name[..end])
}

/// FNV-1a: it tells names apart, nothing more, and stays the same for ever.
fn fnv1a(bytes: &[u8]) -> u64 {
    bytes.iter().fold(0xcbf2_9ce4_8422_2325, |hash, byte| (hash ^ u64::from(*byte)).wrapping_mul(0x0100_0000_01b3))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_tell_table_and_columns_apart() {
        assert_eq!(index_name("shop_item", &["owner_id", "name"]), "shop_item__owner_id__name__idx");
        assert_ne!(unique_name("a_b", &["c"]), unique_name("a", &["b_c"]));
    }

    #[test]
    fn long_names_end_in_a_digest_and_stay_within_the_limit() {
        let table = "an_application_with_a_long_name_measurement";
        let one = index_name(table, &["first_column_name", "second_column_name"]);
        let other = index_name(table, &["first_column_name", "second_column_nose"]);
        assert_eq!(one.len(), 63);
        assert_eq!(other.len(), 63);
        assert_ne!(one, other);
    }
}
