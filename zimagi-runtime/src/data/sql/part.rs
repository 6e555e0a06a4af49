//! Parts of days and times in SQL: whole numbers, the same everywhere.

use diesel::result::QueryResult;
use zimagi_spec::names::Database;

use super::dialect::Dialect;
use super::expression::Expr;
use super::fragment::{Pass, walk_expr};
use super::moment;
use crate::data::question::part::Part;

pub(super) fn walk_part<'b, DB: Dialect>(part: Part, of: &'b Expr, out: &mut Pass<'_, 'b, DB>) -> QueryResult<()> {
    let (before, after) = around(part, DB::DATABASE);
    out.push_sql(&before);
    walk_expr(of, out)?;
    out.push_sql(after);
    Ok(())
}

/// The part of a value as SQLite stores it; none if the text is no day, moment or time of day that has it.
///
/// SQLite's own functions know only the years of four digits and round what is finer than a millisecond.
pub(crate) fn part_of(part: &str, text: &str) -> Option<i64> {
    let part = Part::parse(part)?;
    if let Some(moment) = moment::read(text) {
        return part.of_moment(moment);
    }
    match text.parse() {
        Ok(date) => part.of_date(date),
        Err(_) => part.of_time(text.parse().ok()?),
    }
}

fn around(part: Part, database: Database) -> (String, &'static str) {
    match database {
        Database::Sqlite => (format!("zimagi_part('{}', ", part.word()), ")"),
        Database::Postgresql if part == Part::WeekDay => ("(CAST(extract(dow FROM ".to_owned(), ") AS bigint) + 1)"),
        Database::Postgresql => (format!("CAST(floor(extract({} FROM ", part.word()), ")) AS bigint)"),
        Database::Mysql => match part {
            Part::Week => ("week(".to_owned(), ", 3)"),
            Part::WeekDay => ("dayofweek(".to_owned(), ")"),
            Part::Year | Part::Quarter | Part::Month | Part::Day | Part::Hour | Part::Minute | Part::Second => {
                (format!("{}(", part.word()), ")")
            }
        },
    }
}

#[cfg(test)]
mod tests {
    use super::part_of;

    #[test]
    fn every_form_that_is_stored_has_its_parts() {
        for (part, text, expected) in [
            ("year", "2013-01-31 17:30:05.999999", Some(2013)),
            ("second", "2013-01-31 23:59:59.999999", Some(59)),
            ("week", "2012-12-31", Some(1)),
            ("week_day", "2013-02-03", Some(1)),
            ("quarter", "2013-12-01", Some(4)),
            ("hour", "17:30:00.5", Some(17)),
            ("hour", "2013-12-01", None),
            ("year", "17:30:00", None),
            ("year", "", None),
        ] {
            assert_eq!(part_of(part, text), expected, "{part} of {text}");
        }
    }
}
