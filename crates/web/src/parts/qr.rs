//! A text as a QR code, for cameras.

use maud::{Markup, html};
use qrcode::{Color, EcLevel, QrCode};

/// The light edge that readers of QR codes need, in modules (ISO/IEC 18004).
const QUIET_ZONE: usize = 4;

/// A picture of a text, with what it is; nothing where the text is too long for one.
pub(crate) fn qr_code(text: &str, label: &str) -> Markup {
    let Ok(code) = QrCode::with_error_correction_level(text, EcLevel::M) else { return html! {} };
    let (width, side) = (code.width(), code.width() + 2 * QUIET_ZONE);
    let dark = code.to_colors().into_iter().enumerate().filter(|(_, color)| *color == Color::Dark);
    let path: String =
        dark.map(|(at, _)| format!("M{} {}h1v1h-1z", at % width + QUIET_ZONE, at / width + QUIET_ZONE)).collect();
    html! {
        svg.qr role="img" aria-label=(label) viewBox={ "0 0 " (side) " " (side) } shape-rendering="crispEdges" {
            path d=(path) {}
        }
    }
}
