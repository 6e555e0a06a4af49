//! Compiled-in migrations in the form that Diesel's harness applies.

use std::fmt;

use diesel::backend::Backend;
use diesel::connection::BoxableConnection;
use diesel::migration::{Migration, MigrationMetadata, MigrationName, MigrationSource, MigrationVersion, Result};

use super::set::MigrationEntry;

/// The migrations of one file of one database.
#[derive(Debug, Clone)]
pub(crate) struct Compiled(pub(crate) Vec<MigrationEntry>);

/// One of them.
#[derive(Debug, Clone)]
struct CompiledMigration {
    entry: MigrationEntry,
    name: CompiledName,
}

#[derive(Debug, Clone)]
struct CompiledName(MigrationEntry);

struct InTransaction;

impl fmt::Display for CompiledName {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}_{}", self.0.version, self.0.name)
    }
}

impl MigrationName for CompiledName {
    fn version(&self) -> MigrationVersion<'_> {
        MigrationVersion::from(self.0.version)
    }
}

impl MigrationMetadata for InTransaction {
    fn run_in_transaction(&self) -> bool {
        true
    }
}

impl<DB: Backend> MigrationSource<DB> for Compiled {
    fn migrations(&self) -> Result<Vec<Box<dyn Migration<DB>>>> {
        let migration = |entry: &MigrationEntry| -> Box<dyn Migration<DB>> {
            Box::new(CompiledMigration { entry: *entry, name: CompiledName(*entry) })
        };
        Ok(self.0.iter().map(migration).collect())
    }
}

impl<DB: Backend> Migration<DB> for CompiledMigration {
    fn run(&self, connection: &mut dyn BoxableConnection<DB>) -> Result<()> {
        Ok(connection.batch_execute(self.entry.up)?)
    }

    fn revert(&self, connection: &mut dyn BoxableConnection<DB>) -> Result<()> {
        Ok(connection.batch_execute(self.entry.down)?)
    }

    fn metadata(&self) -> &dyn MigrationMetadata {
        &InTransaction
    }

    fn name(&self) -> &dyn MigrationName {
        &self.name
    }
}
