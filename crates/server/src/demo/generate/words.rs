//! The parts of which generated names and texts are made. All of it is invented, and every
//! generated entry says so.

/// First halves of names, in ASCII so that a slug is the name in small letters.
pub(super) const FIRST: [&str; 40] = [
    "Abend",
    "Ahorn",
    "Anker",
    "Apfel",
    "Birken",
    "Bernstein",
    "Dattel",
    "Distel",
    "Efeu",
    "Fenchel",
    "Feder",
    "Ginster",
    "Glanz",
    "Hafer",
    "Hagel",
    "Indigo",
    "Ingwer",
    "Kiesel",
    "Kompass",
    "Kornblumen",
    "Kupfer",
    "Lampion",
    "Linden",
    "Mandel",
    "Mohn",
    "Mosaik",
    "Nebel",
    "Nelken",
    "Oliven",
    "Pfeffer",
    "Quitten",
    "Regen",
    "Safran",
    "Silber",
    "Sonnen",
    "Thymian",
    "Wacholder",
    "Walnuss",
    "Winter",
    "Zimt",
];

/// Second halves of names.
pub(super) const SECOND: [&str; 40] = [
    "anker",
    "bogen",
    "boot",
    "dach",
    "drache",
    "faden",
    "falter",
    "fenster",
    "fibel",
    "garten",
    "glocke",
    "haken",
    "herz",
    "insel",
    "kanne",
    "karussell",
    "kelch",
    "koffer",
    "krug",
    "lampe",
    "laterne",
    "leiter",
    "linse",
    "mantel",
    "orgel",
    "pfad",
    "planet",
    "rad",
    "ruder",
    "schirm",
    "segel",
    "spiegel",
    "spur",
    "stern",
    "taube",
    "tisch",
    "trommel",
    "uhr",
    "wagen",
    "werft",
];

/// Streets that Herne does not have.
pub(super) const STREETS: [&str; 8] = [
    "Musterschachtweg",
    "Erfundene Straße",
    "Beispielring",
    "Am Probierkamp",
    "Demoallee",
    "Skizzenweg",
    "Modellstraße",
    "Musterkanalufer",
];

/// Sentences that close a summary.
pub(super) const CLOSINGS: [&str; 8] = [
    "Alle sind willkommen.",
    "Getragen von Ehrenamtlichen.",
    "Kinder dürfen mitkommen.",
    "Wer neu ist, kommt einfach vorbei.",
    "Beratung auf Wunsch vertraulich.",
    "Seit vielen Jahren im Stadtteil.",
    "In Kooperation mit Schulen und Kitas.",
    "Einmal im Monat gibt es ein offenes Treffen.",
];

/// What every generated entry says of itself.
pub(super) const DISCLAIMER: &str = "Erzeugter Eintrag: Name, Ort und Angebote sind erfunden.";

/// Opening hours, in OpenStreetMap notation.
pub(super) const HOURS: [&str; 8] = [
    "Mo-Fr 09:00-16:00; PH off",
    "Mo-Th 09:00-12:30; Tu 14:00-17:00; PH off",
    "Tu,Th 15:00-19:00; PH off",
    "Sa 10:00-14:00",
    "Mo,We,Fr 16:00-20:00; PH off",
    "We 09:30-11:30; PH off",
    "Mo-Su 11:00-20:00",
    "Th 17:00-21:00; Sa[1] 11:00-15:00",
];

/// What offers are, before the theme they are about.
pub(super) const OFFERS: [&str; 8] =
    ["Sprechstunde", "Kurs", "Treffpunkt", "Gruppe", "Beratung", "Workshop", "Werkstatt", "Begleitung"];

/// How the events repeat that do, each with a first day that fits.
pub(super) const REPEATS: [(&str, &str); 4] = [
    ("FREQ=WEEKLY;BYDAY=TU", "2026-09-01"),
    ("FREQ=MONTHLY;BYDAY=1SA", "2026-09-05"),
    ("FREQ=WEEKLY;INTERVAL=2;BYDAY=TH", "2026-09-03"),
    ("FREQ=YEARLY", "2026-09-26"),
];

/// How likely each quarter is to be home, roughly by its inhabitants; every other one has 10.
pub(super) const WEIGHTS: [(&str, u32); 8] = [
    ("wanne-mitte", 23),
    ("herne-zentrum", 23),
    ("sodingen-mitte", 12),
    ("baukau-ost", 12),
    ("roehlinghausen", 11),
    ("horsthausen", 11),
    ("boernig-holthausen", 8),
    ("baukau-west", 4),
];
