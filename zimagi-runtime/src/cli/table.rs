//! Rows under headings as aligned text.

/// Lines of a table; cells are padded to the width of their column, counted in characters.
pub(super) fn lines(columns: &[String], rows: &[Vec<String>]) -> Vec<String> {
    let widths: Vec<usize> = (0..columns.len()).map(|index| width(columns, rows, index)).collect();
    let rule: Vec<String> = widths.iter().map(|width| "-".repeat(*width)).collect();
    let all = [columns, rule.as_slice()].into_iter().chain(rows.iter().map(Vec::as_slice));
    all.map(|cells| line(cells, &widths)).collect()
}

fn width(columns: &[String], rows: &[Vec<String>], index: usize) -> usize {
    let cells = rows.iter().filter_map(|row| row.get(index));
    cells.chain(columns.get(index)).map(|cell| cell.chars().count()).max().unwrap_or_default()
}

fn line(cells: &[String], widths: &[usize]) -> String {
    let padded: Vec<String> = cells.iter().zip(widths).map(|(cell, width)| format!("{cell:<width$}")).collect();
    padded.join("  ").trim_end().to_owned()
}

#[cfg(test)]
mod tests {
    use super::lines;

    #[test]
    fn columns_are_as_wide_as_their_widest_cell() {
        let texts = |cells: &[&str]| cells.iter().map(|cell| (*cell).to_owned()).collect::<Vec<_>>();
        let rows = [texts(&["Zürich", "3"]), texts(&["Rom", "12"])];
        let expected = ["town    flights", "------  -------", "Zürich  3", "Rom     12"];
        assert_eq!(lines(&texts(&["town", "flights"]), &rows), expected);
    }
}
