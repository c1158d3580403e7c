//! Address files: a row for each house with its coordinates, as land registries publish them and tables hold them.
//!
//! Coordinates are degrees (WGS84) or metres (ETRS89/UTM, also with the zone in front of the easting). Which of two
//! columns is the easting is told by the values: land surveyors call it `y`, everybody else `x`.

use std::io::Read;

use domain::{AddressPoint, HouseAddress, text::fold};

use super::{RawRow, TableError, TextEncoding, csv, encoding, projections::Projections};

const STREET: &[&str] = &["str", "street", "strasse", "strassenname", "strname", "lagebezeichnung"];
const NUMBER: &[&str] = &["hnr", "hsnr", "hausnr", "hausnummer", "nr", "number", "housenumber"];
const SUFFIX: &[&str] = &["adz", "zusatz", "hnrzusatz", "hausnummernzusatz", "adressierungszusatz", "suffix"];
const LINE: &[&str] = &["adresse", "address", "anschrift"];
const POSTCODE: &[&str] = &["plz", "postleitzahl", "postcode", "zip"];
const CITY: &[&str] = &["gmd", "gemeinde", "gemeindename", "ort", "stadt", "city", "town", "ortsnamepost"];
const FIRST: &[&str] = &["ostwert", "ost", "east", "easting", "rechtswert", "x", "lon", "lng", "longitude", "laenge"];
const SECOND: &[&str] = &["nordwert", "nord", "north", "northing", "hochwert", "y", "lat", "latitude", "breite"];
/// How many rows that cannot be read are told one by one.
const TOLD: usize = 10;
/// The houses of an address file.
#[derive(Debug, Default)]
pub struct AddressTable {
    /// The houses, in the order of the file.
    pub points: Vec<AddressPoint>,
    /// The first lines that name no house or no place.
    pub unreadable_lines: Vec<u64>,
    /// How many there are.
    pub unreadable: usize,
}

/// Which column holds what.
struct AddressColumns {
    street: Option<usize>,
    number: Option<usize>,
    suffix: Option<usize>,
    line: Option<usize>,
    postcode: Option<usize>,
    city: Option<usize>,
    coordinates: [usize; 2],
}

impl AddressTable {
    /// Reads an address file (CSV with a header row; at most 250,000 rows and 64 MiB).
    ///
    /// # Errors
    /// [`TableError`] when the file as a whole cannot be read; a row that cannot be is left out.
    pub fn read(reader: impl Read, given: Option<TextEncoding>) -> Result<Self, TableError> {
        let text = encoding::decode(encoding::read_bounded(reader)?, given)?.text;
        let mut rows = csv::rows(&text)?.into_iter();
        let header = rows.next().ok_or(TableError::Empty)?;
        let columns = AddressColumns::of(&header)?;
        let mut projections = Projections::default();
        let mut table = Self::default();
        for row in rows {
            let line = row.line;
            if row.cells.iter().all(super::Cell::is_empty) {
                continue;
            }
            match columns.point(&row, &mut projections) {
                Some(point) => table.points.push(point),
                None => {
                    table.unreadable += 1;
                    if table.unreadable_lines.len() < TOLD {
                        table.unreadable_lines.push(line);
                    }
                }
            }
        }
        Ok(table)
    }
}

impl AddressColumns {
    fn of(header: &RawRow) -> Result<Self, TableError> {
        let headings: Vec<String> =
            header.cells.iter().map(|cell| heading_key(cell.text().unwrap_or_default())).collect();
        let column = |names: &[&str]| headings.iter().position(|heading| names.contains(&heading.as_str()));
        let (street, number, line) = (column(STREET), column(NUMBER), column(LINE));
        match (column(FIRST), column(SECOND)) {
            (Some(first), Some(second)) if line.is_some() || (street.is_some() && number.is_some()) => Ok(Self {
                street: street.filter(|_| number.is_some()),
                number,
                suffix: column(SUFFIX),
                line,
                postcode: column(POSTCODE),
                city: column(CITY),
                coordinates: [first, second],
            }),
            _ => Err(TableError::NoAddressColumns {
                line: header.line,
                headings: header.cells.iter().filter_map(|cell| cell.text().map(ToOwned::to_owned)).collect(),
            }),
        }
    }

    fn point(&self, row: &RawRow, projections: &mut Projections) -> Option<AddressPoint> {
        let cell = |column: Option<usize>| row.cells.get(column?)?.text().map(ToOwned::to_owned);
        let address = match (cell(self.street), cell(self.number)) {
            (Some(street), Some(number)) => {
                HouseAddress::new(&street, &format!("{number}{}", cell(self.suffix).unwrap_or_default()))?
            }
            _ => HouseAddress::from_line(&cell(self.line)?)?,
        };
        let [first, second] = self.coordinates.map(|column| cell(Some(column)).as_deref().and_then(number));
        let position = projections.position(first?, second?)?;
        Some(AddressPoint { address, postcode: cell(self.postcode), city: cell(self.city), position })
    }
}

/// A heading as names are compared: without capitals, spaces and signs.
fn heading_key(text: &str) -> String {
    fold(text).chars().filter(char::is_ascii_alphanumeric).collect()
}

/// A number with a decimal comma or point.
fn number(text: &str) -> Option<f64> {
    text.replace(',', ".").parse::<f64>().ok().filter(|number| number.is_finite())
}

#[cfg(test)]
mod tests {
    use domain::Position;

    use super::*;

    fn read(text: &str) -> AddressTable {
        AddressTable::read(text.as_bytes(), None).expect("a table")
    }

    #[test]
    fn coordinates_of_registries_and_of_tables_point_to_one_house() {
        // A point in Herne, once as degrees and as the metres of ETRS89/UTM zone 32 that stand for them.
        let tables = [
            "Straße,Hausnummer,PLZ,Ort,lon,lat\nMusterstraße,12a,44649,Herne,7.1500000,51.5300000\n",
            "nba;gmd;str;hnr;adz;ostwert;nordwert\nN;Herne;Musterstraße;12;a;371675,78;5710387,83\n",
            "STRNAME;HSNR;ADRESSE;Y;X\nMusterstr.;12 a;Musterstr. 12 a;32371675.78;5710387.83\n",
            "\u{feff}Adresse\tLängengrad\tx\ty\nMusterstr. 12 A\t\t32371675,78\t5710387,83\n",
        ];
        for text in tables {
            let table = read(text);
            assert_eq!((table.points.len(), table.unreadable), (1, 0), "{text}");
            let AddressPoint { address, position, .. } = &table.points[0];
            assert_eq!((address.street.as_str(), address.number.as_str()), ("musterstr", "12a"), "{text}");
            let distance = position.distance_metres(Position::new(7.15, 51.53).expect("a position"));
            assert!(distance < 0.5, "{distance} m away: {text}");
        }
    }

    #[test]
    fn rows_that_name_no_house_are_counted_and_a_file_without_columns_is_refused() {
        let table = read(
            "str;hnr;ost;nord\nMusterstraße;12;371676;5710388\nMusterstraße;;371676;5710388\n;3;371676;5710388\nMusterstraße;14;0;0\n\nMusterstraße;16;371687;12\n",
        );
        assert_eq!((table.points.len(), table.unreadable, &table.unreadable_lines[..]), (1, 4, &[3, 4, 5, 7][..]));
        let error = AddressTable::read("a;b\n1;2\n".as_bytes(), None).expect_err("no columns");
        assert!(
            error.message().text("de").contains("hnr") && error.message().text("en").contains("\"a\", \"b\""),
            "{}",
            error.message().text("en")
        );
    }

    #[test]
    fn a_house_agrees_with_what_is_left_out() {
        let table = read("str;hnr;plz;ort;lon;lat\nMusterstraße;12;44649;Herne;7.15;51.53\n");
        let house = &table.points[0];
        for (postcode, city, agrees) in [
            (None, None, true),
            (Some("44649"), Some("HERNE"), true),
            (Some("44623"), None, false),
            (None, Some("Bochum"), false),
        ] {
            assert_eq!(house.agrees_with(postcode, city), agrees, "{postcode:?} {city:?}");
        }
    }
}
