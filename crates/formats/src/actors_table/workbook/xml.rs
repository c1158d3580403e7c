//! The elements of a part of a workbook, whatever their namespace prefixes.

use quick_xml::{
    XmlVersion,
    escape::resolve_predefined_entity,
    events::{BytesStart, Event},
    reader::Reader,
};

use super::TableError;

/// What comes next in a part.
#[derive(Debug)]
pub(super) enum Node<'p> {
    /// An element begins; an empty one ends right away, by an [`Node::End`] of its own.
    Start(Element<'p>),
    /// An element ends.
    End(String),
    /// Text between elements.
    Text(String),
    /// The part ends.
    Eof,
}

/// An element with its attributes.
#[derive(Debug)]
pub(super) struct Element<'p> {
    pub(super) name: String,
    start: BytesStart<'p>,
}

impl Element<'_> {
    /// The value of an attribute, by its name without a prefix.
    pub(super) fn attribute(&self, name: &str) -> Option<String> {
        let mut attributes = self.start.attributes();
        let found =
            attributes.with_checks(false).flatten().find(|attribute| attribute.key.local_name().as_ref() == name)?;
        found.normalized_value(XmlVersion::Explicit1_0).ok().map(std::borrow::Cow::into_owned)
    }

    /// An attribute that is a number.
    pub(super) fn number(&self, name: &str) -> Option<u32> {
        self.attribute(name)?.trim().parse().ok()
    }

    /// Whether an attribute says yes.
    pub(super) fn is_set(&self, name: &str) -> bool {
        self.attribute(name).is_some_and(|value| matches!(value.trim(), "1" | "true"))
    }
}

/// A part that is read node by node.
pub(super) struct XmlPart<'p> {
    reader: Reader<&'p [u8]>,
    part: &'static str,
    /// An empty element that still has to end.
    ending: Option<String>,
}

impl<'p> XmlPart<'p> {
    /// A part; `part` is what messages call it.
    pub(super) fn new(text: &'p str, part: &'static str) -> Self {
        let mut reader = Reader::from_str(text);
        reader.config_mut().check_end_names = false;
        Self { reader, part, ending: None }
    }

    /// The next node.
    pub(super) fn next(&mut self) -> Result<Node<'p>, TableError> {
        if let Some(name) = self.ending.take() {
            return Ok(Node::End(name));
        }
        loop {
            let event = self.reader.read_event().map_err(|source| self.broken(source))?;
            return Ok(match event {
                Event::Start(start) => Node::Start(element(start)),
                Event::Empty(start) => {
                    let element = element(start);
                    self.ending = Some(element.name.clone());
                    Node::Start(element)
                }
                Event::End(end) => Node::End(end.local_name().as_ref().to_owned()),
                Event::Text(text) => Node::Text(text.xml10_content().into_owned()),
                Event::CData(text) => Node::Text(text.xml10_content().into_owned()),
                Event::GeneralRef(reference) => {
                    let known = resolve_predefined_entity(&reference).map(ToOwned::to_owned);
                    let character = reference.resolve_char_ref().ok().flatten().map(String::from);
                    // An entity that nobody defines says nothing.
                    Node::Text(known.or(character).unwrap_or_default())
                }
                Event::Eof => Node::Eof,
                Event::Comment(_) | Event::Decl(_) | Event::PI(_) | Event::DocType(_) => continue,
            });
        }
    }

    fn broken(&self, source: quick_xml::Error) -> TableError {
        TableError::BrokenPart { part: self.part, source }
    }
}

fn element(start: BytesStart<'_>) -> Element<'_> {
    Element { name: start.local_name().as_ref().to_owned(), start }
}
