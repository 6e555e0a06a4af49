//! Exports in both forms, in pieces.

use super::fixture::{on_all, on_sqlite};
use crate::data::value::Value;
use crate::data::{Batch, DataError, ExportFormat};

#[test]
fn an_export_writes_the_fields_that_are_asked_for() {
    on_all(async |fixture| {
        let query = "fields=number,carrier.name,plane.year,plane&ordering=number&limit=3";
        let json = fixture.export(&fixture.admin, ExportFormat::Json, query).await.unwrap();
        let expected = concat!(
            r#"[{"number":1,"carrier.name":"United","plane.year":1999,"plane":"N1"},"#,
            r#"{"number":2,"carrier.name":"American","plane.year":null,"plane":"N2"},"#,
            r#"{"number":3,"carrier.name":"United","plane.year":null,"plane":null}]"#
        );
        assert_eq!(json, expected);
        let lines = fixture.export(&fixture.admin, ExportFormat::Ndjson, query).await.unwrap();
        let inner = expected.strip_prefix('[').and_then(|text| text.strip_suffix(']')).unwrap();
        assert_eq!(lines, format!("{}\n", inner.replace("},{", "}\n{")));
        let csv = fixture.export(&fixture.admin, ExportFormat::Csv, query).await.unwrap();
        let expected = "number,carrier.name,plane.year,plane\r\n1,United,1999,N1\r\n2,American,,N2\r\n3,United,,\r\n";
        assert_eq!(csv, expected);
    });
}

#[test]
fn columns_are_called_as_wished_and_made_of_many_records() {
    on_all(async |fixture| {
        let query = "fields=airline=name,n=flights.id:count,flights.delay:avg,last=flights.plane.year:max,flights.origin:distinct";
        let json = fixture.export_of(&fixture.admin, "airline", ExportFormat::Json, query).await.unwrap();
        let expected = concat!(
            r#"[{"airline":"American","n":1,"flights.delay:avg":-4.0,"last":null,"flights.origin:distinct":1},"#,
            r#"{"airline":"United","n":3,"flights.delay:avg":50.5,"last":2004,"flights.origin:distinct":1}]"#
        );
        assert_eq!(json, expected, "{:?}", fixture.database());
        let none = "fields=faa,n=watches.user.born:count,m=watches.minutes:stddev&faa=LGA";
        let json = fixture.export_of(&fixture.admin, "airport", ExportFormat::Ndjson, none).await.unwrap();
        assert_eq!(json, "{\"faa\":\"LGA\",\"n\":0,\"m\":null}\n", "{:?}", fixture.database());
        let wrong = "fields=n=flights.origin:sum,code:count,flights.remark:count";
        let Err(DataError::Query(mistakes)) =
            fixture.export_of(&fixture.admin, "airline", ExportFormat::Csv, wrong).await
        else {
            panic!()
        };
        let texts: Vec<_> = mistakes.iter().map(ToString::to_string).collect();
        let expected = [
            "expected `flights.origin:count` or `flights.origin:distinct`",
            "expected `code` alone: it has one value for each record",
            "there is no field `flights.remark`",
        ];
        assert_eq!(texts, expected);
    });
}

#[test]
fn without_fields_an_export_writes_the_own_ones() {
    on_all(async |fixture| {
        let csv = fixture.export(&fixture.admin, ExportFormat::Csv, "number=2").await.unwrap();
        let header = csv.lines().next().unwrap();
        assert_eq!(header, "id,time_hour,carrier,number,origin,plane,delay,created,updated");
        assert!(csv.contains(",2013-01-01T10:00:00Z,AA,2,LGA,N2,-4,"), "{csv}");
        let none = fixture.export(&fixture.admin, ExportFormat::Json, "number=77").await.unwrap();
        assert_eq!(none, "[]");
        let none = fixture.export(&fixture.admin, ExportFormat::Ndjson, "number=77").await.unwrap();
        assert_eq!(none, "");
        let none = fixture.export(&fixture.admin, ExportFormat::Csv, "number=77&fields=number").await.unwrap();
        assert_eq!(none, "number\r\n");
    });
}

/// More rows than are read at once, in orders with nulls and with equal values.
#[test]
fn no_order_loses_or_repeats_rows_between_pieces() {
    on_all(async |fixture| {
        let hour: chrono::NaiveDateTime = "2013-02-01T00:00:00".parse().unwrap();
        let row = |number: i64| {
            vec![
                Value::DateTime(hour + chrono::Duration::hours(number % 7)),
                Value::Text("UA".to_owned()),
                Value::Integer(number),
                Value::Text("JFK".to_owned()),
                if number % 3 == 0 { Value::Null } else { Value::Text(format!("N{}", number % 3)) },
                if number % 2 == 0 { Value::Null } else { Value::Integer(number % 11) },
            ]
        };
        let fields = ["time_hour", "carrier", "number", "origin", "plane", "delay"].as_slice().into();
        let batch = Batch { fields, rows: (1000..5500).map(row).collect() };
        assert_eq!(fixture.engine.upsert(&fixture.admin, "flight", batch).await.unwrap().stored, 4500);
        for ordering in ["", "delay", "-delay", "plane.year,-delay", "-time_hour", "-plane,number", "id"] {
            let query = format!("fields=number&ordering={ordering}");
            let csv = fixture.export(&fixture.admin, ExportFormat::Csv, &query).await.unwrap();
            let mut numbers: Vec<i64> = csv.lines().skip(1).map(|line| line.parse().unwrap()).collect();
            assert_eq!(numbers.len(), 4504, "{ordering} on {:?}", fixture.database());
            numbers.sort_unstable();
            numbers.dedup();
            assert_eq!(numbers.len(), 4504, "{ordering} on {:?}", fixture.database());
        }
        let limited = fixture.export(&fixture.admin, ExportFormat::Csv, "fields=number&limit=2000").await.unwrap();
        assert_eq!(limited.lines().count(), 2001);
        let json = fixture.export(&fixture.admin, ExportFormat::Json, "fields=number&limit=4001").await.unwrap();
        assert_eq!(serde_json::from_str::<Vec<serde_json::Value>>(&json).unwrap().len(), 4001);
    });
}

/// Rows of a hundred thousand bytes: a piece holds few of them.
#[test]
fn pieces_stay_small_where_rows_are_wide() {
    on_sqlite(async |fixture| {
        let extra = "x".repeat(100_000);
        for number in 0..250 {
            let parcel = serde_json::json!({"code": format!("{number:08}"), "extra": extra});
            fixture.create("parcel", parcel).await.unwrap();
        }
        let pieces = fixture.pieces_of("parcel", ExportFormat::Ndjson, "fields=code,extra").await;
        assert_eq!(pieces.iter().map(|piece| piece.split(|byte| *byte == b'\n').count() - 1).sum::<usize>(), 250);
        let sizes: Vec<usize> = pieces.iter().skip(1).map(bytes::Bytes::len).collect();
        assert!(sizes.len() > 20 && sizes.iter().all(|size| *size < 300_000), "{sizes:?}");
    });
}

#[test]
fn mistakes_are_told_before_anything_is_sent() {
    on_all(async |fixture| {
        let query = "fields=number,carrier.flights,plane.speed&limit=0&nothing=1";
        let Err(DataError::Query(mistakes)) = fixture.export(&fixture.admin, ExportFormat::Csv, query).await else {
            panic!()
        };
        let texts: Vec<_> = mistakes.iter().map(|mistake| format!("{}: {mistake}", mistake.parameter)).collect();
        let expected = [
            "nothing: there is no field `nothing`",
            "fields: `carrier.flights` has more than one value for each record",
            "fields: there is no field `plane.speed`",
            "limit: expected a number from 1",
        ];
        assert_eq!(texts, expected);
    });
}
