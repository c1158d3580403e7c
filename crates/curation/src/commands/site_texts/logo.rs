//! Reading a picture as far as a page needs it: what it is, how large, and without what cameras and programs write into
//! it (a place, a name, a comment). SVG is none of the formats: it may hold scripts.
//!
//! PNG: W3C recommendation, third edition, section 5. JPEG: ITU-T T.81, annex B.

use data_encoding::HEXLOWER;
use domain::{Logo, LogoFormat};
use sha2::{Digest, Sha256};
use store::SiteLogo;

/// The largest logo, bytes.
pub(super) const LOGO_BYTES: usize = 200 * 1024;
/// The longest side of a logo, pixels: more is drawn by no footer and takes readers' memory.
pub(super) const LOGO_PIXELS: u32 = 2_000;

const PNG_SIGNATURE: &[u8] = b"\x89PNG\r\n\x1a\n";
/// What of a PNG is needed to draw it; everything else is left out.
const PNG_CHUNKS: [&[u8; 4]; 13] = [
    b"IHDR", b"PLTE", b"IDAT", b"IEND", b"tRNS", b"cHRM", b"gAMA", b"iCCP", b"sBIT", b"sRGB", b"cICP", b"bKGD", b"pHYs",
];

/// Why bytes are no logo.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum LogoError {
    /// More than [`LOGO_BYTES`].
    TooManyBytes,
    /// Neither PNG nor JPEG, or broken.
    UnknownFormat,
    /// A side longer than [`LOGO_PIXELS`].
    TooManyPixels,
}

/// Reads a picture.
pub(super) fn parse(bytes: &[u8]) -> Result<(Logo, SiteLogo), LogoError> {
    if bytes.len() > LOGO_BYTES {
        return Err(LogoError::TooManyBytes);
    }
    let (format, picture) = match bytes.strip_prefix(PNG_SIGNATURE) {
        Some(chunks) => (LogoFormat::Png, strip_png(chunks)),
        None => (LogoFormat::Jpeg, strip_jpeg(bytes)),
    };
    let Picture { content, width, height } = picture.ok_or(LogoError::UnknownFormat)?;
    if width == 0 || height == 0 {
        return Err(LogoError::UnknownFormat);
    }
    if width.max(height) > LOGO_PIXELS {
        return Err(LogoError::TooManyPixels);
    }
    let hash = HEXLOWER.encode(&Sha256::digest(&content));
    Ok((Logo { hash: hash.clone(), format, width, height }, SiteLogo { hash, content }))
}

struct Picture {
    content: Vec<u8>,
    width: u32,
    height: u32,
}

/// A PNG without what is not drawn; `None` where its chunks are broken or it has no picture.
fn strip_png(mut rest: &[u8]) -> Option<Picture> {
    let mut content = PNG_SIGNATURE.to_vec();
    let mut size = None;
    let mut has_data = false;
    loop {
        let (length, after) = rest.split_first_chunk::<4>()?;
        let length = usize::try_from(u32::from_be_bytes(*length)).ok()?;
        // The name, the data, the checksum.
        let whole = rest.get(..length.checked_add(12)?)?;
        let (name, data) = (after.first_chunk::<4>()?, whole.get(8..8 + length)?);
        match (name, size) {
            (b"IHDR", None) if length == 13 => {
                let side = |at: usize| data.get(at..at + 4)?.try_into().ok().map(u32::from_be_bytes);
                size = Some((side(0)?, side(4)?));
            }
            (b"IHDR", _) | (_, None) => return None,
            _ => {}
        }
        has_data |= name == b"IDAT";
        if PNG_CHUNKS.contains(&name) {
            content.extend_from_slice(whole);
        }
        rest = rest.get(whole.len()..)?;
        if name == b"IEND" {
            let (width, height) = size.filter(|_| has_data)?;
            return Some(Picture { content, width, height });
        }
    }
}

/// A JPEG without comments and without the segments of applications, but for the two that say how its colours are
/// meant; `None` where its segments are broken or it has no picture.
fn strip_jpeg(bytes: &[u8]) -> Option<Picture> {
    let mut rest = bytes.strip_prefix(b"\xff\xd8")?;
    let mut content = b"\xff\xd8".to_vec();
    let mut size = None;
    loop {
        let marker = match rest {
            [0xff, 0xff, ..] => {
                rest = rest.get(1..)?;
                continue;
            }
            [0xff, marker, ..] => *marker,
            _ => return None,
        };
        let length = usize::from(u16::from_be_bytes(rest.get(2..4)?.try_into().ok()?));
        let segment = rest.get(..length.checked_add(2)?)?;
        match marker {
            // The frame, but for the three markers in between that are something else.
            0xc0..=0xcf if !matches!(marker, 0xc4 | 0xc8 | 0xcc) => {
                let side = |at: usize| segment.get(at..at + 2)?.try_into().ok().map(u16::from_be_bytes);
                size = Some((u32::from(side(7)?), u32::from(side(5)?)));
            }
            // The scan: what follows is the picture up to its end; more than that may be anything.
            0xda => {
                let (width, height) = size?;
                let end = rest.windows(2).rposition(|pair| pair == b"\xff\xd9")?;
                content.extend_from_slice(rest.get(..end + 2)?);
                return Some(Picture { content, width, height });
            }
            // Between them stands nothing that ends here.
            0x00 | 0x01 | 0xd0..=0xd9 => return None,
            _ => {}
        }
        let is_profile = marker == 0xe2 && segment.get(4..).is_some_and(|data| data.starts_with(b"ICC_PROFILE\0"));
        let is_adobe = marker == 0xee && segment.get(4..).is_some_and(|data| data.starts_with(b"Adobe"));
        let is_left_out = matches!(marker, 0xe0..=0xef | 0xfe) && !is_profile && !is_adobe;
        if !is_left_out {
            content.extend_from_slice(segment);
        }
        rest = rest.get(segment.len()..)?;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn chunk(name: &[u8; 4], data: &[u8]) -> Vec<u8> {
        let length = u32::try_from(data.len()).expect("short").to_be_bytes();
        [&length, name.as_slice(), data, b"crc!"].concat()
    }

    fn png(width: u32, height: u32, more: &[u8]) -> Vec<u8> {
        let head = [width.to_be_bytes().as_slice(), &height.to_be_bytes(), &[8, 2, 0, 0, 0]].concat();
        [PNG_SIGNATURE, &chunk(b"IHDR", &head), more, &chunk(b"IDAT", b"picture"), &chunk(b"IEND", b"")].concat()
    }

    fn segment(marker: u8, data: &[u8]) -> Vec<u8> {
        let length = u16::try_from(data.len() + 2).expect("short").to_be_bytes();
        [&[0xff, marker], length.as_slice(), data].concat()
    }

    fn jpeg(more: &[u8]) -> Vec<u8> {
        let frame = segment(0xc0, &[8, 0, 40, 0, 120, 1, 1, 0x11, 0]);
        let scan = segment(0xda, &[1, 1, 0, 0, 63, 0]);
        [b"\xff\xd8".as_slice(), more, &frame, &scan, b"picture\xff\xd9"].concat()
    }

    #[test]
    fn a_picture_tells_its_size_and_loses_what_is_not_drawn() {
        let told = chunk(b"tEXt", b"Author\0Ada Quast");
        let (logo, kept) = parse(&png(120, 40, &told)).expect("a PNG");
        assert_eq!((logo.format, logo.width, logo.height), (LogoFormat::Png, 120, 40));
        assert_eq!(kept.content, png(120, 40, &[]));
        let told =
            [segment(0xe1, b"Exif\0\0a place"), segment(0xfe, b"Ada Quast"), segment(0xee, b"Adobe...")].concat();
        let (logo, kept) = parse(&[jpeg(&told).as_slice(), b"behind the end"].concat()).expect("a JPEG");
        assert_eq!((logo.format, logo.width, logo.height), (LogoFormat::Jpeg, 120, 40));
        assert_eq!(kept.content, jpeg(&segment(0xee, b"Adobe...")));
        assert_eq!((kept.hash.len(), kept.hash), (64, logo.hash));
    }

    #[test]
    fn what_is_no_picture_or_too_large_is_refused() {
        let svg = b"<svg xmlns=\"http://www.w3.org/2000/svg\"><script>alert(1)</script></svg>";
        for wrong in [b"".as_slice(), svg, b"GIF89a", b"\xff\xd8\xff", PNG_SIGNATURE, &png(0, 40, &[])] {
            assert_eq!(parse(wrong).expect_err("no picture"), LogoError::UnknownFormat, "{wrong:?}");
        }
        for whole in [png(120, 40, &[]), jpeg(&[])] {
            for end in 0..whole.len() {
                assert!(parse(&whole[..end]).is_err(), "{end} of {}", whole.len());
            }
        }
        assert_eq!(parse(&png(2_001, 40, &[])).expect_err("too wide"), LogoError::TooManyPixels);
        assert_eq!(parse(&vec![0; LOGO_BYTES + 1]).expect_err("too large"), LogoError::TooManyBytes);
    }
}
