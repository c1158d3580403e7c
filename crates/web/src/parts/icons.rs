//! Icons, drawn for these pages: a sheet at the end of the page that others refer to. All are decoration beside a
//! text, so they are hidden from whoever is read to.

use maud::{Markup, PreEscaped, html};

/// An icon.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Icon {
    Phone,
    Mail,
    Web,
    Place,
    Clock,
    Speech,
    Check,
    Search,
    Globe,
    Filter,
    Target,
    Close,
    Arrow,
    People,
    Warning,
    Plus,
    Calendar,
    List,
    Print,
    Share,
    Card,
    Sheet,
    Star,
    Leave,
}

/// Name and drawing on a field of 24 by 24, as strokes.
const DRAWINGS: [(&str, &str); 24] = [
    ("phone", "M6 3h3l2 5-2.5 1.8a12 12 0 0 0 5.7 5.7L16 13l5 2v3a3 3 0 0 1-3 3A15 15 0 0 1 3 6a3 3 0 0 1 3-3z"),
    ("mail", "M3 6h18v12H3zM3 7l9 7 9-7"),
    ("web", "M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18zM3 12h18M12 3c3 3 3 15 0 18M12 3c-3 3-3 15 0 18"),
    (
        "place",
        "M12 21s7-6.2 7-11.5A7 7 0 0 0 5 9.500C5 14.800 12 21 12 21zM12 7a2.500 2.500 0 1 1 0 5 2.500 2.500 0 0 1 0-5z",
    ),
    ("clock", "M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18zM12 7v5l3.500 2"),
    ("speech", "M4 5h16v11h-8l-5 4v-4H4zM8 9h8M8 12h5"),
    ("check", "M4 12.500l5 5L20 6.500"),
    ("search", "M10.500 4a6.500 6.500 0 1 0 0 13 6.500 6.500 0 0 0 0-13zM15.500 15.500L21 21"),
    (
        "globe",
        "M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18zM3.500 9h17M3.500 15h17M12 3c3.500 3.500 3.500 14.500 0 18M12 3c-3.500 3.500-3.500 14.500 0 18",
    ),
    ("filter", "M3 6h18M6.500 12h11M10 18h4"),
    ("target", "M12 5a7 7 0 1 0 0 14 7 7 0 0 0 0-14zM12 2v4M12 18v4M2 12h4M18 12h4M12 11a1 1 0 1 1 0 2 1 1 0 0 1 0-2z"),
    ("close", "M6 6l12 12M18 6L6 18"),
    ("arrow", "M5 12h14M13 6l6 6-6 6"),
    (
        "people",
        "M9 5a3 3 0 1 1 0 6 3 3 0 0 1 0-6zM3 19c0-3.300 2.700-5 6-5s6 1.700 6 5M16 5.500a2.500 2.500 0 1 1 0 5M17.500 14c2.200.400 3.500 2 3.500 4.500",
    ),
    ("warning", "M12 4L2.500 20h19zM12 10v5M12 17.500v.1"),
    ("plus", "M12 5v14M5 12h14"),
    ("calendar", "M4 6h16v14H4zM4 10.500h16M8 3.500V8M16 3.500V8"),
    ("list", "M9 6h11M9 12h11M9 18h11M4.500 6h.1M4.500 12h.1M4.500 18h.1"),
    ("print", "M7 9V3.500h10V9M7 17H4V9h16v8h-3M7 14h10v6.500H7z"),
    ("share", "M12 15V4M8 7.500L12 3.500l4 4M6 11v9h12v-9"),
    (
        "card",
        "M3.500 5h17v14h-17zM9 9a2 2 0 1 1 0 4 2 2 0 0 1 0-4zM6 16c.500-1.500 1.500-2 3-2s2.500.500 3 2M15 10h3M15 13.500h3",
    ),
    ("sheet", "M6 3.500h9l4 4v13H6zM14.500 3.500V8H19M9 12h7M9 15.500h7"),
    ("star", "M12 4l2.500 5.200 5.500.7-4 3.900 1 5.600-5-2.700-5 2.700 1-5.600-4-3.900 5.500-.7z"),
    ("leave", "M14 4h6v16h-6M4 12h11M11 8l4 4-4 4"),
];

/// An icon of the sheet.
pub(crate) fn icon(icon: Icon) -> Markup {
    let (name, _) = DRAWINGS[icon as usize];
    html! { svg.icon aria-hidden="true" focusable="false" { use href={ "#i-" (name) } {} } }
}

/// The drawings themselves.
pub(crate) fn sheet() -> Markup {
    html! {
        svg.sheet aria-hidden="true" focusable="false" {
            @for (name, drawing) in DRAWINGS {
                symbol id={ "i-" (name) } viewBox="0 0 24 24" { path d=(drawing) {} }
            }
        }
    }
}

/// The sign of the directory: a bridge.
pub(crate) fn bridge() -> Markup {
    PreEscaped(
        concat!(
            r#"<svg class="bridge" viewBox="0 0 40 28" aria-hidden="true" focusable="false">"#,
            r#"<path d="M2 22h36M6 22V8M34 22V8M6 9c6 12 22 12 28 0M13 22v-6M20 22v-4M27 22v-6"/></svg>"#
        )
        .to_owned(),
    )
}
