//! The words of hours in the other languages of the pages, each as the German one that is read: "Salı 10:00-13:00" is
//! "dienstag 10:00-13:00". A text is of one language: what "do" is in Polish is a day in German.

use domain::text::fold_bare;

/// Words with the German one, without accents; what carries nothing has an empty one.
type GermanWords = &'static [(&'static str, &'static str)];

const TURKISH: GermanWords = &[
    ("pazartesi pzt", "montag"),
    ("sali sal", "dienstag"),
    ("carsamba car", "mittwoch"),
    ("persembe per", "donnerstag"),
    ("cuma cum", "freitag"),
    ("cumartesi cmt", "samstag"),
    ("pazar paz", "sonntag"),
    ("hergun", "täglich"),
    ("haftaici", "weekdays"),
    ("haftasonu", "wochenende"),
    ("ve ile", "und"),
    ("kapali", "geschlossen"),
    ("tatil tatiller tatillerde", "feiertag"),
    ("randevuyla randevulu", "nach vereinbarung"),
    ("saat saatleri gunu gunleri gun arasi arasinda", ""),
];
const ARABIC: GermanWords = &[
    ("الاثنين الإثنين اثنين", "montag"),
    ("الثلاثاء ثلاثاء", "dienstag"),
    ("الأربعاء الاربعاء أربعاء", "mittwoch"),
    ("الخميس خميس", "donnerstag"),
    ("الجمعة جمعة", "freitag"),
    ("السبت سبت", "samstag"),
    ("الأحد الاحد أحد", "sonntag"),
    ("يوميا", "täglich"),
    ("و", "und"),
    ("الى إلى حتى", "bis"),
    ("مغلق", "geschlossen"),
    ("العطل", "feiertag"),
    ("بموعد بالاتفاق", "nach vereinbarung"),
    ("من يوم ايام أيام الساعة", ""),
];
const UKRAINIAN: GermanWords = &[
    ("понеділок понеділка понеділки пн", "montag"),
    ("вівторок вівторка вівторки вт", "dienstag"),
    ("середа середу середи ср", "mittwoch"),
    ("четвер четверга четверги чт", "donnerstag"),
    ("пятниця пятницю пятниці пт", "freitag"),
    ("субота суботу суботи сб", "samstag"),
    ("неділя неділю неділі нд", "sonntag"),
    ("щодня", "täglich"),
    ("будні", "weekdays"),
    ("вихідні", "wochenende"),
    ("та і й", "und"),
    ("до по", "bis"),
    ("зачинено вихідний", "geschlossen"),
    ("свята", "feiertag"),
    ("домовленістю записом", "nach vereinbarung"),
    ("з із зі від у в по о год година години", ""),
];
const ROMANIAN: GermanWords = &[
    ("luni lun", "montag"),
    ("marti mar", "dienstag"),
    ("miercuri mie", "mittwoch"),
    ("joi", "donnerstag"),
    ("vineri vin", "freitag"),
    ("sambata sam", "samstag"),
    ("duminica dum", "sonntag"),
    ("zilnic", "täglich"),
    ("weekend", "wochenende"),
    ("si", "und"),
    ("pana la", "bis"),
    ("inchis", "geschlossen"),
    ("sarbatori", "feiertag"),
    ("programare", "nach vereinbarung"),
    ("de orele ora ore intre", ""),
];
const POLISH: GermanWords = &[
    ("poniedzialek poniedzialki poniedzialku pon pn", "montag"),
    ("wtorek wtorki wtorku wt", "dienstag"),
    ("sroda srode srody sr", "mittwoch"),
    ("czwartek czwartki czwartku czw", "donnerstag"),
    ("piatek piatki piatku pt", "freitag"),
    ("sobota sobote soboty sob", "samstag"),
    ("niedziela niedziele niedzieli niedz nd", "sonntag"),
    ("codziennie", "täglich"),
    ("weekend weekendy", "wochenende"),
    ("i oraz", "und"),
    ("do", "bis"),
    ("zamkniete nieczynne", "geschlossen"),
    ("swieta", "feiertag"),
    ("uzgodnieniu umowieniu", "nach vereinbarung"),
    ("od w we godz godzina", ""),
];
const LANGUAGES: [GermanWords; 5] = [TURKISH, ARABIC, UKRAINIAN, ROMANIAN, POLISH];
/// Phrases, each as the one word that it is read as.
const PHRASES: [(&str, &str); 14] = [
    ("her gun", "hergun"),
    ("hafta ici", "haftaici"),
    ("hafta sonu", "haftasonu"),
    ("كل يوم", "يوميا"),
    ("من الساعة", "من"),
    ("بموعد مسبق", "بموعد"),
    ("randevu ile", "randevuyla"),
    ("за домовленістю", "домовленістю"),
    ("за записом", "записом"),
    ("cu programare", "programare"),
    ("po uzgodnieniu", "uzgodnieniu"),
    ("po umowieniu", "umowieniu"),
    ("pana la", "pana"),
    ("de la", "de"),
];
/// What joins a word of Arabic with the one before it.
const ARABIC_AND: char = 'و';

/// A text with German words for its own, once for each language that knows all of them.
pub(super) fn in_german(text: &str) -> impl Iterator<Item = String> {
    let folded: String = fold_bare(text).chars().filter(|c| !matches!(c, '\'' | '’' | 'ʼ')).map(western_sign).collect();
    let folded = PHRASES.iter().fold(folded, |text, (phrase, word)| text.replace(phrase, word));
    LANGUAGES.into_iter().filter_map(move |words| translate(&folded, words))
}

fn translate(text: &str, words: GermanWords) -> Option<String> {
    let mut german = String::with_capacity(text.len() * 2);
    let mut rest = text;
    while let Some(c) = rest.chars().next() {
        if !c.is_alphabetic() {
            german.push(c);
            rest = &rest[c.len_utf8()..];
            continue;
        }
        let end = rest.find(|c: char| !c.is_alphabetic()).unwrap_or(rest.len());
        let (word, behind) = rest.split_at(end);
        match meaning(word, words) {
            Some(known) => german.push_str(known),
            None => {
                german.push_str("und ");
                german.push_str(meaning(word.strip_prefix(ARABIC_AND)?, words)?);
            }
        }
        rest = behind;
    }
    Some(german)
}

fn meaning(word: &str, words: GermanWords) -> Option<&'static str> {
    let found = words.iter().find(|(names, _)| names.split(' ').any(|name| fold_bare(name) == word));
    found.map(|(_, german)| *german)
}

/// The digits and signs of Arabic as those that hours are read from.
fn western_sign(c: char) -> char {
    let digit = match c {
        '٠'..='٩' => c as u32 - '٠' as u32,
        '۰'..='۹' => c as u32 - '۰' as u32,
        '؛' => return ';',
        '،' => return ',',
        _ => return c,
    };
    char::from_digit(digit, 10).unwrap_or(c)
}
