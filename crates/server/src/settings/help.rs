//! Numbers that help where the directory has nobody: the agency's own, and those for emergencies.

use domain::{LocalisedText, Slug};
use serde::{Deserialize, Deserializer, de::Error};

use super::german_text::german_text;

/// A number that helps.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct HelpEntry {
    /// Whose it is, by language.
    #[serde(deserialize_with = "german_text")]
    label: Option<LocalisedText>,
    /// The number as people dial it.
    #[serde(deserialize_with = "number")]
    phone: String,
    /// Slugs of themes that it is for, with those below them; for everything where none is named.
    #[serde(default)]
    themes: Vec<Slug>,
}

fn number<'de, D: Deserializer<'de>>(deserializer: D) -> Result<String, D::Error> {
    let text = String::deserialize(deserializer)?;
    let is_number = text.chars().filter(char::is_ascii_digit).count() >= 3
        && text.chars().all(|c| c.is_ascii_digit() || " +-/()".contains(c));
    is_number.then_some(text).ok_or_else(|| {
        D::Error::custom("is no telephone number: allowed are at least three digits, spaces and + - / ( )")
    })
}

/// What the pages are told.
pub(super) fn of_site(numbers: &[HelpEntry]) -> Vec<web::HelpNumber> {
    let of_page = |number: &HelpEntry| web::HelpNumber {
        label: number.label.clone().unwrap_or_default(),
        phone: number.phone.clone(),
        themes: number.themes.iter().map(ToString::to_string).collect(),
    };
    numbers.iter().map(of_page).collect()
}

/// The numbers that are shown: those of the settings, then those that hold in all of Germany and are not among them. Where
/// the settings name none: of the demo directory an agency that does not exist as well. An empty list is none at all.
pub fn numbers(own: Option<&[HelpEntry]>, demo: bool) -> Vec<HelpEntry> {
    let digits = |number: &HelpEntry| number.phone.chars().filter(char::is_ascii_digit).collect::<String>();
    match own {
        None => usual(demo),
        Some([]) => Vec::new(),
        Some(own) => {
            let named: Vec<String> = own.iter().map(digits).collect();
            let others = usual(false).into_iter().filter(|number| !named.contains(&digits(number)));
            own.iter().cloned().chain(others).collect()
        }
    }
}

/// The numbers of all of Germany, before them with `demo` that of the demo's agency.
fn usual(demo: bool) -> Vec<HelpEntry> {
    let label = |texts: &[(&str, &str)]| {
        Some(texts.iter().filter_map(|(tag, text)| Some((tag.parse().ok()?, (*text).to_owned()))).collect())
    };
    let themes = |slugs: &[&str]| slugs.iter().filter_map(|slug| slug.parse().ok()).collect();
    let agency = demo.then_some(&DEMO_AGENCY);
    agency
        .into_iter()
        .chain(&NATIONAL)
        .map(|(phone, slugs, texts)| HelpEntry {
            label: label(texts),
            phone: (*phone).to_owned(),
            themes: themes(slugs),
        })
        .collect()
}

/// Number, themes, label by language.
type UsualNumber = (&'static str, &'static [&'static str], &'static [(&'static str, &'static str)]);

const DEMO_AGENCY: UsualNumber = (
    "02323 9999-00",
    &[],
    &[
        ("de", "Integrationsagentur (Demo)"),
        ("en", "Integration agency (demo)"),
        ("tr", "Uyum ajansı (demo)"),
        ("ar", "وكالة الاندماج (تجريبي)"),
        ("uk", "Агентство інтеграції (демо)"),
        ("ro", "Agenția de integrare (demo)"),
        ("pl", "Agencja integracji (demo)"),
    ],
);

/// In all of Germany, without area code; all but the last free of charge.
const NATIONAL: [UsualNumber; 5] = [
    (
        "110",
        &["women.protection", "housing.safety"],
        &[
            ("de", "Polizei, im Notfall"),
            ("en", "Police, in an emergency"),
            ("tr", "Polis, acil durumda"),
            ("ar", "الشرطة في حالات الطوارئ"),
            ("uk", "Поліція, у надзвичайній ситуації"),
            ("ro", "Poliția, în caz de urgență"),
            ("pl", "Policja, w nagłym wypadku"),
        ],
    ),
    (
        "116 016",
        &["women.protection"],
        &[
            ("de", "Hilfetelefon „Gewalt gegen Frauen“: kostenlos, Tag und Nacht, in vielen Sprachen"),
            ("en", "Helpline on violence against women: free of charge, day and night, in many languages"),
            ("tr", "Kadına yönelik şiddet yardım hattı: ücretsiz, gece gündüz, birçok dilde"),
            ("ar", "هاتف المساعدة «العنف ضد النساء»: مجاني، ليلًا ونهارًا، بلغات كثيرة"),
            ("uk", "Гаряча лінія «Насильство щодо жінок»: безкоштовно, цілодобово, багатьма мовами"),
            ("ro", "Linia de ajutor „Violența împotriva femeilor”: gratuit, zi și noapte, în multe limbi"),
            ("pl", "Telefon pomocy „Przemoc wobec kobiet”: bezpłatnie, całą dobę, w wielu językach"),
        ],
    ),
    (
        "0800 111 0 111",
        &["health.mental"],
        &[
            ("de", "Telefonseelsorge: kostenlos, Tag und Nacht"),
            ("en", "Crisis helpline: free of charge, day and night, in German"),
            ("tr", "Kriz hattı: ücretsiz, gece gündüz, Almanca"),
            ("ar", "هاتف الأزمات: مجاني، ليلًا ونهارًا، بالألمانية"),
            ("uk", "Кризова лінія: безкоштовно, цілодобово, німецькою"),
            ("ro", "Linia de criză: gratuit, zi și noapte, în germană"),
            ("pl", "Telefon kryzysowy: bezpłatnie, całą dobę, po niemiecku"),
        ],
    ),
    (
        "112",
        &["health.access", "health.mental"],
        &[
            ("de", "Rettungsdienst und Feuerwehr, im Notfall"),
            ("en", "Ambulance and fire brigade, in an emergency"),
            ("tr", "Ambulans ve itfaiye, acil durumda"),
            ("ar", "الإسعاف والإطفاء في حالات الطوارئ"),
            ("uk", "Швидка допомога й пожежники, у надзвичайній ситуації"),
            ("ro", "Ambulanța și pompierii, în caz de urgență"),
            ("pl", "Pogotowie i straż pożarna, w nagłym wypadku"),
        ],
    ),
    (
        "115",
        &["housing", "social-advice.debt"],
        &[
            ("de", "Behördennummer, Mo–Fr 8–18 Uhr: fragen Sie nach Hilfe, wenn Sie Ihre Wohnung verlieren können"),
            ("en", "Public authorities, Mon–Fri 8 am–6 pm: ask for help if you may lose your home"),
            ("tr", "Resmî daireler hattı, Pzt–Cum 8–18: evinizi kaybetme tehlikesi varsa yardım isteyin"),
            ("ar", "رقم الدوائر الحكومية، من الاثنين إلى الجمعة 8–18: اطلبوا المساعدة إذا كنتم مهددين بفقدان المسكن"),
            ("uk", "Телефон установ, пн–пт 8–18: запитайте про допомогу, якщо можете втратити житло"),
            ("ro", "Numărul autorităților, lu–vi 8–18: cereți ajutor dacă vă puteți pierde locuința"),
            ("pl", "Infolinia urzędów, w dni robocze 8–18: proszę pytać o pomoc, gdy grozi utrata mieszkania"),
        ],
    ),
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_numbers_of_the_demo_speak_every_language_of_the_pages_and_name_its_themes() {
        let known: Vec<&str> =
            include_str!("../../demo/themes.csv").lines().filter_map(|line| line.split(',').next()).collect();
        for number in usual(true) {
            let label = number.label.expect("a label");
            for locale in web::Locale::ALL {
                assert!(label.get(locale.tag()).is_some(), "{} in {}", number.phone, locale.tag());
            }
            for theme in &number.themes {
                assert!(known.contains(&theme.as_str()), "{theme}");
            }
        }
        assert_eq!((usual(true).len(), usual(false).len()), (NATIONAL.len() + 1, NATIONAL.len()));
    }

    #[test]
    fn own_numbers_stand_first_and_those_of_all_of_germany_stay() {
        let own = |phone: &str| HelpEntry { label: None, phone: phone.to_owned(), themes: Vec::new() };
        let phones = |own: Option<&[HelpEntry]>, demo| -> Vec<String> {
            numbers(own, demo).into_iter().map(|number| number.phone).collect()
        };
        let national: Vec<&str> = NATIONAL.iter().map(|(phone, ..)| *phone).collect();
        assert_eq!(phones(None, false), national);
        assert_eq!(phones(None, true), [&["02323 9999-00"], national.as_slice()].concat());
        let with_own = phones(Some(&[own("02323 1234"), own("116016")]), true);
        let others = national.iter().copied().filter(|phone| *phone != "116 016");
        assert_eq!(with_own, ["02323 1234", "116016"].into_iter().chain(others).collect::<Vec<_>>());
        assert!(phones(Some(&[]), true).is_empty());
    }

    #[test]
    fn what_is_no_number_is_refused_with_what_is_allowed() {
        let refuse = |phone: &str| {
            let text = format!("label = {{ de = \"Notruf\" }}\nphone = \"{phone}\"");
            toml::from_str::<HelpEntry>(&text).map(|number| number.phone).map_err(|error| error.to_string())
        };
        assert_eq!(refuse("0800 111-0/111"), Ok("0800 111-0/111".to_owned()));
        for phone in ["", "11", "call me", "javascript:1234"] {
            let error = refuse(phone).expect_err(phone);
            assert!(error.contains("line 2") && error.contains("allowed are"), "{error}");
        }
    }
}
