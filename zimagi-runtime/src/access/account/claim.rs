//! Giving a token to a user that has none: one conditional statement, so that of several processes exactly one succeeds.

use zimagi_spec::descriptor::ScalarKind;

use super::Accounts;
use super::record::AccountRecord;
use crate::access::AccessError;
use crate::crypto::Token;
use crate::data::sql::{Alias, Bind, Expr, Statement, Table, Update};
use crate::data::value::Value;

impl Accounts<'_> {
    /// Gives the user this token unless it has one, and says whether it did.
    pub(crate) async fn claim(self, name: &str, token: &Token) -> Result<bool, AccessError> {
        let statement = self.statement(name, token);
        let store = self.model().descriptor.store;
        let changed = self.engine.db().write(store, async |session| session.execute(&statement).await).await?;
        Ok(changed == 1)
    }

    fn statement(self, name: &str, token: &Token) -> Statement {
        let digest = Bind { value: Value::Identifier(token.digest().to_bytes()), kind: ScalarKind::Identifier };
        let column = |name| Expr::Column { alias: Alias(0), column: self.column(name) };
        let name = Bind { value: Value::Text(name.to_owned()), kind: ScalarKind::Text };
        let is_user = Expr::equal(column("name"), Expr::Bind(name));
        let has_none = Expr::IsNull(Box::new(column("token")));
        Statement::Update(Update {
            table: Table { name: self.model().descriptor.table, alias: Alias(0) },
            set: vec![(self.column("token"), digest)],
            filter: Expr::And(vec![is_user, has_none]),
        })
    }

    fn column(self, field: &str) -> &'static str {
        self.model().find(field).expect("the platform's users have a name and a token").column()
    }

    fn model(&self) -> &crate::data::Model {
        self.engine.catalogue().find(AccountRecord::MODEL).expect("every application has users")
    }
}
