//! Actors that changed last, as a feed to subscribe to (Atom, RFC 4287).

use chrono::{DateTime, SecondsFormat, Utc};
use directory::{ActorNo, Snapshot};

/// The media type of a feed.
pub const MEDIA_TYPE: &str = "application/atom+xml; charset=utf-8";

/// Where a feed and what is in it are found.
pub struct Addresses<'a> {
    /// The feed itself.
    pub feed: &'a str,
    /// The page that shows the same entries.
    pub page: &'a str,
    /// The page of an actor.
    pub page_of: &'a dyn Fn(ActorNo) -> String,
}

/// A feed of these actors, newest change first.
pub fn feed(snapshot: &Snapshot, actors: &[ActorNo], addresses: &Addresses<'_>) -> String {
    let settings = snapshot.settings();
    let title = settings.title.resolve("de").map_or("", |(_, title)| title);
    let subtitle = settings.description.resolve("de").map_or("", |(_, text)| text);
    let newest = actors.first().map(|no| snapshot.actor(*no).record().updated_at);
    let updated = newest.or(snapshot.updated_at()).unwrap_or(DateTime::UNIX_EPOCH);
    let mut feed = format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n\
         <feed xmlns=\"http://www.w3.org/2005/Atom\" xml:lang=\"de\">\n\
         <id>{id}</id>\n<title>{title}</title>\n<subtitle>{subtitle}</subtitle>\n<updated>{updated}</updated>\n\
         <link rel=\"self\" type=\"application/atom+xml\" href=\"{id}\"/>\n\
         <link rel=\"alternate\" type=\"text/html\" href=\"{page}\"/>\n\
         <author><name>{title}</name></author>\n<rights>{rights}</rights>\n",
        id = escaped(addresses.feed),
        page = escaped(addresses.page),
        title = escaped(title),
        subtitle = escaped(subtitle),
        updated = instant(updated),
        rights = escaped(&settings.licence),
    );
    for no in actors {
        entry(snapshot, *no, &(addresses.page_of)(*no), &mut feed);
    }
    feed.push_str("</feed>\n");
    feed
}

fn entry(snapshot: &Snapshot, no: ActorNo, page: &str, feed: &mut String) {
    let record = snapshot.actor(no).record();
    let data = &record.data;
    feed.push_str(&format!(
        "<entry>\n<id>urn:uuid:{id}</id>\n<title>{name}</title>\n<updated>{updated}</updated>\n\
         <published>{created}</published>\n<link rel=\"alternate\" type=\"text/html\" href=\"{page}\"/>\n",
        id = record.id,
        name = escaped(&data.name),
        updated = instant(record.updated_at),
        created = instant(record.created_at),
        page = escaped(page),
    ));
    for theme in snapshot.actor(no).themes() {
        let theme = snapshot.theme(*theme);
        let label = theme.label().resolve("de").map_or("", |(_, label)| label);
        feed.push_str(&format!(
            "<category term=\"{}\" label=\"{}\"/>\n",
            escaped(theme.data().slug.as_str()),
            escaped(label)
        ));
    }
    let text = if data.summary.is_empty() { &data.description } else { &data.summary };
    if let Some((language, text)) = text.resolve("de") {
        feed.push_str(&format!("<summary xml:lang=\"{language}\">{}</summary>\n", escaped(text)));
    }
    feed.push_str("</entry>\n");
}

fn instant(at: DateTime<Utc>) -> String {
    at.to_rfc3339_opts(SecondsFormat::Secs, true)
}

/// A text as XML holds it; letters that no XML may hold (XML 1.0, section 2.2) are left out.
fn escaped(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for letter in text.chars() {
        match letter {
            '&' => escaped.push_str("&amp;"),
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            '"' => escaped.push_str("&quot;"),
            '\t' | '\n' => escaped.push(letter),
            '\u{fffe}' | '\u{ffff}' => {}
            letter if letter.is_control() => {}
            letter => escaped.push(letter),
        }
    }
    escaped
}

#[cfg(test)]
mod tests {
    use directory::{ActorFilter, Settings, testing::World};

    use super::*;

    #[test]
    fn a_feed_has_an_entry_for_every_actor_it_is_given() {
        let snapshot = Snapshot::build(Settings::default(), World::new(5, 30).into_facts()).expect("a snapshot");
        let actors = snapshot.matching_actors_by_name(None, &ActorFilter::default()).expect("everybody");
        let addresses = Addresses {
            feed: "https://example.org/changes.atom?theme=a&district=b",
            page: "https://example.org/",
            page_of: &|_| "https://example.org/x".to_owned(),
        };
        let text = feed(&snapshot, &actors, &addresses);
        assert_eq!(text.matches("<entry>").count(), actors.len());
        assert!(text.contains("<id>https://example.org/changes.atom?theme=a&amp;district=b</id>"), "{text}");
    }

    #[test]
    fn nothing_of_a_text_becomes_markup() {
        assert_eq!(escaped("<b a=\"1\">&\u{0}\u{1b}"), "&lt;b a=&quot;1&quot;&gt;&amp;");
    }
}
