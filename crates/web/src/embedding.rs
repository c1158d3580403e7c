//! The directory on other sites: the element `<bruecke-directory>`, the same in a frame, the line to paste, and what
//! sites are told that turn a pasted link into a frame (oEmbed).
//!
//! - here: what an embedded directory shows, as it stands in attributes and in addresses
//! - `attributes`: what is wrong with the filters of an element
//! - `script`: `/widget.js` and the words of the element; `oembed`: links of this service as frames

pub(crate) mod address;
mod attributes;
mod oembed;
mod script;

use url::form_urlencoded;

use crate::{
    Answer, Locale, Partner, Site, Visit,
    filters::{Filters, ParameterError, Search},
};

/// Where the frame is.
pub const FRAME: &str = "/embed";
/// Height of a frame where none is said, pixels.
const HEIGHT: u32 = 640;
/// The heights that may be asked for, pixels.
const HEIGHTS: std::ops::RangeInclusive<u32> = 200..=3_000;
/// The usual colour of links and buttons.
pub(crate) const ACCENT: &str = "#0b4f5c";
/// The filters that can be locked, as `locked` names them.
pub(crate) const LOCKABLE: [&str; 4] = ["theme", "district", "language", "text"];

/// Answers what belongs to embedding and is no page.
pub(crate) fn at(visit: &Visit<'_>, path: &str, query: &str) -> Option<Answer> {
    match path {
        "/widget.js" => Some(script::loader()),
        "/widget/attributes" => Some(attributes::answer(visit, query)),
        "/oembed" => Some(oembed::answer(visit, query)),
        FRAME => Some(crate::pages::embed::answer(visit, query)),
        path => script::words(visit, path),
    }
}

/// Who may show the frame whose address has this query part: the partner it names, else all of them.
pub(crate) fn partners_of<'a>(site: &'a Site, query: &str) -> &'a [Partner] {
    let named =
        Embedding::from_frame(query, &site.partners).map(|(embedding, _)| embedding.partner).unwrap_or_default();
    let named = site.partners.iter().find(|partner| partner.slug.as_str() == named);
    named.map_or(&site.partners, std::slice::from_ref)
}

/// What is shown.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum WidgetView {
    /// The map alone.
    Map,
    /// The list alone.
    List,
    /// The list and the map.
    #[default]
    Both,
}

impl WidgetView {
    pub(crate) const ALL: [Self; 3] = [Self::Both, Self::List, Self::Map];

    pub(crate) const fn word(self) -> &'static str {
        match self {
            Self::Map => "map",
            Self::List => "list",
            Self::Both => "both",
        }
    }
}

/// An embedded directory: the attributes of the element, and the parameters of the frame.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Embedding {
    /// Which entries, by the parameters of the search.
    pub(crate) filters: Filters,
    /// The question that the filters were understood of, as in [`Search::question`]; a text without it is yet to be read.
    pub(crate) question: Option<String>,
    /// The slug of the one entry that is shown.
    pub(crate) entry: String,
    pub(crate) view: WidgetView,
    /// The language of the interface.
    pub(crate) lang: Option<Locale>,
    /// Which filters readers cannot change: names of [`LOCKABLE`].
    pub(crate) locked: Vec<&'static str>,
    /// Pixels.
    pub(crate) height: Option<u32>,
    /// `#rrggbb`
    pub(crate) accent: String,
    /// The slug of the partner whose sites alone may show the frame. The element is for every site.
    pub(crate) partner: String,
}

/// A parameter that cannot be taken, in English, for whoever pastes the line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct WrongParameter(String);

impl std::fmt::Display for WrongParameter {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.0)
    }
}

impl WrongParameter {
    fn new(name: &'static str, given: &str, allowed: impl std::fmt::Display) -> Self {
        let given: String = given.chars().take(60).collect();
        Self(format!("{name}: {given:?} is not allowed; {allowed}"))
    }
}

impl From<ParameterError> for WrongParameter {
    fn from(mistake: ParameterError) -> Self {
        Self(mistake.to_string())
    }
}

impl Embedding {
    /// What a search shows.
    pub(crate) fn of_search(search: Search) -> Self {
        Self { filters: search.filters, question: search.question, ..Self::default() }
    }

    /// Reads the query part of an address. Slugs of entries, themes and districts are looked up by the element itself,
    /// which tells what is unknown.
    ///
    /// # Errors
    /// [`WrongParameter`] for a view, language, lock, height, colour or partner that does not exist, and for what the
    /// search could not read.
    pub(crate) fn from_query(query: &str, partners: &[Partner]) -> Result<Self, WrongParameter> {
        let (embedding, wrong) = Self::from_frame(query, partners)?;
        match wrong.into_iter().next() {
            Some(wrong) => Err(wrong),
            None => Ok(embedding),
        }
    }

    /// Reads the query part of the address of a frame, whose visitors did not write it: what cannot be taken is left out
    /// and told beside.
    ///
    /// # Errors
    /// [`WrongParameter`] for a partner that does not exist: whose frame it is decides who may show it.
    pub(crate) fn from_frame(query: &str, partners: &[Partner]) -> Result<(Self, Vec<WrongParameter>), WrongParameter> {
        let (mut embedding, mut wrong) = (Self::default(), Vec::new());
        let mut rest = form_urlencoded::Serializer::new(String::new());
        for (name, value) in form_urlencoded::parse(query.as_bytes()) {
            let value = value.trim();
            if value.is_empty() {
                continue;
            }
            match embedding.take(&name, value, partners) {
                Ok(true) => {}
                // What nobody knows, such as a campaign's tracking parameter, falls away.
                Ok(false) => drop(rest.append_pair(&name, value)),
                Err(error) if name == "partner" => return Err(error),
                Err(error) => wrong.push(error),
            }
        }
        let (search, mistakes) = Search::from_query(&rest.finish());
        wrong.extend(mistakes.into_iter().map(WrongParameter::from));
        Ok((Self { filters: search.filters, question: search.question, ..embedding }, wrong))
    }

    /// The same with its text read as a question, as the page of the search reads it.
    ///
    /// # Errors
    /// [`WrongParameter`] where the text is too long.
    pub(crate) fn with_question_read(self, visit: &Visit<'_>) -> Result<Self, WrongParameter> {
        let search = Search { question: self.question.clone(), ..Search::of(self.filters.clone()) };
        let search = crate::pages::search::question::read(visit, search)?;
        // Without a text that is left nothing would be read again.
        let question = search.question.filter(|_| search.filters.text.is_some());
        Ok(Self { filters: search.filters, question, ..self })
    }

    /// Takes a parameter that the search does not have; whether it is one.
    fn take(&mut self, name: &str, value: &str, partners: &[Partner]) -> Result<bool, WrongParameter> {
        match name {
            "entry" => value.clone_into(&mut self.entry),
            "view" => {
                let wrong = || WrongParameter::new("view", value, "allowed are map, list and both");
                self.view = WidgetView::ALL.into_iter().find(|view| view.word() == value).ok_or_else(wrong)?;
            }
            "lang" => {
                let wrong = || WrongParameter::new("lang", value, "allowed are de, en, tr, ar, uk, ro and pl");
                self.lang = Some(Locale::from_tag(value).ok_or_else(wrong)?);
            }
            "locked" => self.lock(value)?,
            "height" => {
                let height = value.parse().ok().filter(|height| HEIGHTS.contains(height));
                let wrong = || WrongParameter::new("height", value, "allowed are 200 to 3000 pixels");
                self.height = Some(height.ok_or_else(wrong)?);
            }
            "accent" => {
                let digits = value.strip_prefix('#').unwrap_or(value);
                if digits.len() != 6 || !digits.bytes().all(|digit| digit.is_ascii_hexdigit()) {
                    return Err(WrongParameter::new("accent", value, "allowed is a colour such as #0b4f5c"));
                }
                let colour = format!("#{}", digits.to_ascii_lowercase());
                self.accent = if colour == ACCENT { String::new() } else { colour };
            }
            "partner" => match partners.iter().find(|partner| partner.slug.as_str() == value) {
                Some(partner) => self.partner = partner.slug.to_string(),
                None => return Err(WrongParameter::new("partner", value, allowed_partners(partners))),
            },
            _ => return Ok(false),
        }
        Ok(true)
    }

    fn lock(&mut self, value: &str) -> Result<(), WrongParameter> {
        for word in value.split(',').map(str::trim) {
            let named = LOCKABLE.iter().find(|name| **name == word);
            let all = matches!(word, "all" | "true").then_some(&LOCKABLE[..]);
            let locked = all.or(named.map(std::slice::from_ref)).ok_or_else(|| {
                WrongParameter::new("locked", value, "allowed are all, or some of theme, district, language and text")
            })?;
            self.locked.extend(locked);
        }
        self.locked.sort_unstable();
        self.locked.dedup();
        Ok(())
    }

    /// The attributes of the element, and the parameters of the frame.
    pub(crate) fn pairs(&self) -> Vec<(&'static str, String)> {
        let locked = if self.locked.len() == LOCKABLE.len() { "all".to_owned() } else { self.locked.join(",") };
        let view = if self.view == WidgetView::Both { "" } else { self.view.word() };
        let lang = self.lang.map(Locale::tag).unwrap_or_default();
        let height = self.height.map(|height| height.to_string()).unwrap_or_default();
        let mut pairs = self.filter_pairs();
        pairs.extend([
            ("question", self.question.clone().unwrap_or_default()),
            ("entry", self.entry.clone()),
            ("view", view.to_owned()),
            ("lang", lang.to_owned()),
            ("locked", locked),
            ("height", height),
            ("accent", self.accent.clone()),
            ("partner", self.partner.clone()),
        ]);
        pairs.retain(|(_, value)| !value.is_empty());
        pairs
    }

    /// The parameters of the search, the values of one joined by commas.
    fn filter_pairs(&self) -> Vec<(&'static str, String)> {
        let mut joined: Vec<(&'static str, String)> = Vec::new();
        for (name, value) in self.filters.pairs() {
            match joined.last_mut() {
                Some((last, values)) if *last == name => {
                    values.push(',');
                    values.push_str(&value);
                }
                _ => joined.push((name, value)),
            }
        }
        joined
    }

    /// The attributes of the element as they stand in its tag. It is for every site, so it names no partner, and reads no
    /// questions.
    pub(crate) fn attributes(&self) -> String {
        let pairs = self.pairs().into_iter().filter(|(name, _)| !matches!(*name, "partner" | "question"));
        pairs.map(|(name, value)| format!(" {name}=\"{}\"", escaped(&value))).collect()
    }

    /// The path of the frame. Its height is told by the frame itself.
    pub(crate) fn frame_path(&self) -> String {
        let mut query = form_urlencoded::Serializer::new(String::new());
        query.extend_pairs(self.pairs().into_iter().filter(|(name, _)| *name != "height"));
        match query.finish() {
            query if query.is_empty() => FRAME.to_owned(),
            query => format!("{FRAME}?{query}"),
        }
    }

    /// The line that puts the element on a page.
    pub(crate) fn element_line(&self, origin: &str) -> String {
        let (origin, attributes) = (escaped(origin), self.attributes());
        format!(
            "<script type=\"module\" src=\"{origin}/widget.js\"></script><bruecke-directory{attributes}></bruecke-directory>"
        )
    }

    /// The line that puts the frame on a page.
    pub(crate) fn frame_line(&self, origin: &str, title: &str) -> String {
        self.frame(origin, title, "100%", self.height.unwrap_or(HEIGHT))
    }

    fn frame(&self, origin: &str, title: &str, width: &str, height: u32) -> String {
        let address = escaped(&format!("{origin}{}", self.frame_path()));
        let title = escaped(title);
        format!(
            "<iframe src=\"{address}\" title=\"{title}\" width=\"{width}\" height=\"{height}\" loading=\"lazy\" \
             frameborder=\"0\"></iframe>"
        )
    }
}

fn allowed_partners(partners: &[Partner]) -> String {
    match partners {
        [] => "this directory names no partners, so that every site may show it".to_owned(),
        partners => {
            let slugs: Vec<&str> = partners.iter().map(|partner| partner.slug.as_str()).collect();
            format!("allowed are {}", slugs.join(", "))
        }
    }
}

/// Text as it stands between quotation marks in HTML.
pub(crate) fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('"', "&quot;").replace('<', "&lt;").replace('>', "&gt;")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn partners() -> Vec<Partner> {
        let partner = |slug: &str, origin: &str| Partner {
            slug: slug.parse().expect("a slug"),
            name: slug.to_owned(),
            origins: vec![origin.to_owned()],
        };
        vec![partner("stadt", "https://stadt.example"), partner("verein", "https://verein.example")]
    }

    fn read(query: &str) -> Embedding {
        Embedding::from_query(query, &partners()).unwrap_or_else(|wrong| panic!("{query}: {wrong}"))
    }

    #[test]
    fn what_is_read_is_written_alike() {
        let query = "theme=language&district=wanne&view=list&lang=ar&locked=theme%2Cdistrict&accent=%23A34D0B";
        let embedding = read(query);
        assert_eq!(
            embedding.frame_path(),
            format!("/embed?{}", query.replace("A34D0B", "a34d0b").replace("theme%2Cdistrict", "district%2Ctheme"))
        );
        assert_eq!(read(&embedding.frame_path()["/embed?".len()..]), embedding);
        assert_eq!(read("utm_source=x&view=both").frame_path(), "/embed");
    }

    #[test]
    fn the_filters_of_the_search_are_attributes_and_parameters() {
        let embedding =
            read("theme=work,language&free=yes&day=monday&day=sunday&not_district=eickel&text=chor&order=name");
        assert_eq!(
            embedding.frame_path(),
            "/embed?text=chor&theme=language%2Cwork&free=yes&day=monday%2Csunday&not_district=eickel"
        );
        assert_eq!(
            embedding.attributes(),
            " text=\"chor\" theme=\"language,work\" free=\"yes\" day=\"monday,sunday\" not_district=\"eickel\""
        );
    }

    #[test]
    fn every_filter_is_locked_by_one_word() {
        assert_eq!(read("locked=all").locked.len(), LOCKABLE.len());
        assert_eq!(read("locked=theme,district,language,text").pairs(), [("locked", "all".to_owned())]);
    }

    #[test]
    fn what_cannot_be_taken_is_told_with_what_is_allowed() {
        for (query, told) in [
            ("view=globe", "view: \"globe\" is not allowed; allowed are map, list and both"),
            ("lang=sw", "lang: \"sw\""),
            ("locked=kind", "locked: \"kind\""),
            ("height=12", "200 to 3000"),
            ("accent=red;x", "such as #0b4f5c"),
            ("day=someday", "day: \"someday\" is not allowed; allowed are monday"),
            ("partner=amt", "partner: \"amt\" is not allowed; allowed are stadt, verein"),
        ] {
            let wrong = Embedding::from_query(query, &partners()).expect_err(query).to_string();
            assert!(wrong.contains(told), "{wrong}");
        }
    }

    #[test]
    fn a_frame_names_its_partner_and_the_element_none() {
        let embedding = read("partner=verein&theme=language");
        assert_eq!(embedding.frame_path(), "/embed?theme=language&partner=verein");
        assert!(!embedding.element_line("https://netzwerk.example.org").contains("partner"));
        let site = Site { partners: partners(), ..Site::default() };
        assert_eq!(partners_of(&site, "partner=verein"), &partners()[1..]);
        for all in ["", "theme=language", "partner=amt"] {
            assert_eq!(partners_of(&site, all), partners(), "{all}");
        }
        let nobody = Embedding::from_query("partner=verein", &[]).expect_err("no partners").to_string();
        assert!(nobody.contains("names no partners"), "{nobody}");
    }

    #[test]
    fn a_frame_leaves_out_what_is_wrong_and_keeps_its_partner() {
        let query = "view=globe&theme=work&height=1&day=someday&partner=verein";
        let (embedding, wrong) = Embedding::from_frame(query, &partners()).expect("a frame");
        assert_eq!(embedding.frame_path(), "/embed?theme=work&partner=verein");
        assert_eq!(wrong.len(), 3, "{wrong:?}");
        let site = Site { partners: partners(), ..Site::default() };
        assert_eq!(partners_of(&site, query), &partners()[1..]);
        assert!(Embedding::from_frame("partner=amt", &partners()).is_err());
    }

    #[test]
    fn nothing_in_a_line_ends_its_attribute() {
        let filters = Filters { themes: vec!["\"><script>&".to_owned()], ..Filters::default() };
        let line = Embedding { filters, ..Embedding::default() };
        let markup = line.element_line("https://netzwerk.example.org");
        assert!(markup.contains("theme=\"&quot;&gt;&lt;script&gt;&amp;\""), "{markup}");
        assert!(!line.frame_line("https://netzwerk.example.org", "a\"b").contains("\"><script"));
    }
}
