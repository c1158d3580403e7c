//! Degrees with minutes and seconds, 51°32'17"N, as maps and devices show them.

/// The signs of degrees, minutes and seconds, each with what sixty of them or one are of a degree.
const UNITS: [(char, f64); 10] = [
    ('°', 1.0),
    ('º', 1.0),
    ('\'', 60.0),
    ('′', 60.0),
    ('’', 60.0),
    ('‘', 60.0),
    ('"', 3600.0),
    ('″', 3600.0),
    ('”', 3600.0),
    ('“', 3600.0),
];

/// The angles of a text that has minutes, in their order; none where anything else stands there.
pub(super) fn read_minutes(text: &str) -> Option<Vec<f64>> {
    let unit = |c: char| UNITS.iter().find(|(sign, _)| *sign == c).map(|(_, parts)| *parts);
    if !text.chars().any(|c| unit(c).is_some_and(|parts| parts > 1.0)) {
        return None;
    }
    let text = text.replace("''", "″");
    let mut angles: Vec<f64> = Vec::new();
    let (mut number, mut sign, mut last) = (String::new(), 1.0, f64::MAX);
    let mut turn = None;
    for c in text.chars() {
        match (c, unit(c)) {
            (c, _) if c.is_ascii_digit() => number.push(c),
            ('.' | ',', _) if !number.is_empty() => number.push('.'),
            ('-' | '−', _) if number.is_empty() => sign = -1.0,
            (_, Some(parts)) => {
                let value: f64 = number.trim_end_matches('.').parse().ok()?;
                number.clear();
                if parts > 1.0 && value >= 60.0 {
                    return None;
                }
                if parts <= last {
                    angles.push(0.0);
                    if let Some(turned) = turn.take() {
                        sign = turned;
                    }
                }
                last = parts;
                *angles.last_mut()? += sign * value / parts;
            }
            ('N' | 'E' | 'O' | 'n' | 'e' | 'o', _) if number.is_empty() => {
                (turn, sign) = (None, 1.0);
            }
            ('S' | 'W' | 's' | 'w', _) if number.is_empty() => {
                match angles.last_mut().filter(|_| last > 1.0) {
                    Some(angle) => *angle = -*angle,
                    None => turn = Some(-1.0),
                }
                sign = 1.0;
                last = f64::MAX;
            }
            (' ' | '\u{a0}' | ';' | '/' | ',' | '|', _) if number.is_empty() => {
                sign = if last > 1.0 { 1.0 } else { sign }
            }
            _ => return None,
        }
    }
    (number.is_empty() && !angles.is_empty()).then_some(angles)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn degrees_with_minutes_and_seconds_are_read_as_maps_show_them() {
        let near = |text: &str, expected: &[f64]| {
            let found = read_minutes(text).unwrap_or_else(|| panic!("{text}"));
            assert_eq!(found.len(), expected.len(), "{text}: {found:?}");
            let is_near = found.iter().zip(expected).all(|(one, other)| (one - other).abs() < 0.000_1);
            assert!(is_near, "{text}: {found:?}");
        };
        near("51°32'17\"N 7°12'33\"E", &[51.538_06, 7.209_17]);
        near("51° 32′ 17″ N, 7° 12′ 33″ O", &[51.538_06, 7.209_17]);
        near("51°32,283' / 7°12,55'", &[51.538_05, 7.209_17]);
        near("33°51'36\"S", &[-33.86]);
        near("-33°51'36\"", &[-33.86]);
        near("51°32'17''", &[51.538_06]);
        for text in ["51.5", "51°", "51°75'", "51°32'17\" Nord", "Raum 3'", "°'\""] {
            assert_eq!(read_minutes(text), None, "{text}");
        }
    }
}
