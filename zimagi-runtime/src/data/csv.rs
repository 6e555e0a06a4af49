//! Rows as CSV after RFC 4180: a header, lines that end in CR LF, quotes where they are needed. Null is an empty cell, an empty
//! text a quoted one.

use super::json::{address_text, write_plain};
use super::value::Value;

/// Appends the header line.
pub(super) fn write_header<'a>(out: &mut Vec<u8>, names: impl IntoIterator<Item = &'a str>) {
    write_line(out, names, |out, name| write_cell(out, name.as_bytes()));
}

/// Appends the line of one row.
pub(super) fn write_row(out: &mut Vec<u8>, cells: &[Value]) {
    write_line(out, cells, |out, cell| match cell {
        Value::Text(text) => write_cell(out, text.as_bytes()),
        Value::Json(_) => write_cell(out, address_text(cell).as_bytes()),
        other => write_plain(out, other),
    });
}

fn write_line<T>(out: &mut Vec<u8>, cells: impl IntoIterator<Item = T>, write: impl Fn(&mut Vec<u8>, T)) {
    for (place, cell) in cells.into_iter().enumerate() {
        if place > 0 {
            out.push(b',');
        }
        write(out, cell);
    }
    out.extend_from_slice(b"\r\n");
}

fn write_cell(out: &mut Vec<u8>, text: &[u8]) {
    let needs_quotes = text.is_empty() || text.iter().any(|byte| matches!(byte, b',' | b'"' | b'\r' | b'\n'));
    if !needs_quotes {
        out.extend_from_slice(text);
        return;
    }
    out.push(b'"');
    for byte in text {
        if *byte == b'"' {
            out.push(b'"');
        }
        out.push(*byte);
    }
    out.push(b'"');
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cells_are_quoted_where_needed() {
        let mut out = Vec::new();
        write_header(&mut out, ["code", "na,me"]);
        write_row(&mut out, &[Value::Text("a\"b".to_owned()), Value::Null]);
        write_row(&mut out, &[Value::Text(String::new()), Value::Float(1.5)]);
        write_row(&mut out, &[Value::Text("x\ny".to_owned()), Value::Boolean(true)]);
        let text = String::from_utf8(out).unwrap();
        assert_eq!(text, "code,\"na,me\"\r\n\"a\"\"b\",\r\n\"\",1.5\r\n\"x\ny\",true\r\n");
    }
}
