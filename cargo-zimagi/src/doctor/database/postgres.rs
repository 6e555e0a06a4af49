//! What a PostgreSQL database holds in the schema that the application uses.

use postgres::{Client, NoTls};

use super::Held;

const COLUMNS: &str = "SELECT table_name::text, column_name::text FROM information_schema.columns \
    WHERE table_schema = current_schema()";

pub(super) fn read(url: &str) -> Result<Held, postgres::Error> {
    let mut client = Client::connect(url, NoTls)?;
    let mut held = Held::default();
    for row in client.query(COLUMNS, &[])? {
        held.columns.entry(row.get(0)).or_default().insert(row.get(1));
    }
    if held.columns.contains_key("zimagi_migration") {
        let versions = client.query("SELECT version::text FROM zimagi_migration", &[])?;
        held.versions = versions.iter().map(|row| row.get(0)).collect();
    }
    Ok(held)
}
