//! Numbers with the right word behind them.

/// `1 actor`, `2 actors`.
pub(crate) fn pluralise(count: usize, one: &str, many: &str) -> String {
    format!("{count} {}", if count == 1 { one } else { many })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_is_one_and_everything_else_is_many() {
        assert_eq!(pluralise(1, "actor", "actors"), "1 actor");
        assert_eq!(pluralise(0, "entry", "entries"), "0 entries");
        assert_eq!(pluralise(2, "entry", "entries"), "2 entries");
    }
}
