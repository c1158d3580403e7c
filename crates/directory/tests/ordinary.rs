//! Everyday words that are nothing of the directory are taken for nothing of it, however near they are to what is: a
//! wrong filter is worse than none.

mod demo;

use directory::ActorFilter;

/// Words of each language that no theme, kind, group or place is called by.
const ORDINARY: [(&str, &str); 7] = [
    (
        "de",
        "Krebs Mainz Paris Kirsche Gabel Löffel Teller Messer Stuhl Lampe Fenster Dach Keller Regen Schnee Wolke Blume \
         Hund Katze Pferd Fisch Brot Butter Käse Zucker Salz Pfeffer Apfel Birne Kohle Eisen Silber Gold Farbe Papier \
         Stift Heft Brille Schere Nadel Faden Seife Spiegel Kissen Decke Vorhang Teppich Wand Treppe Zaun Brücke Fluss \
         Berg Wald Wiese Acker Strand Insel Wüste Himmel Mond Stern Sonne Morgenstern Abendstern löten kurz lang breit schmal rund eckig leise",
    ),
    (
        "en",
        "printer fork spoon plate knife lamp window roof cellar rain snow cloud flower horse fish bread butter cheese \
         sugar salt pepper apple pear coal iron silver paper pencil scissors needle thread soap mirror pillow blanket \
         curtain carpet fence river mountain forest meadow island desert moon yellow purple narrow loud quiet heavy",
    ),
    (
        "tr",
        "burun duvar çatal kaşık tabak bıçak pencere çatı yağmur kar bulut çiçek at balık ekmek tereyağı peynir \
         şeker tuz biber elma kömür demir gümüş kağıt makas iğne iplik sabun ayna yastık perde halı nehir orman",
    ),
    (
        "ar",
        "شوكة ملعقة سكين مصباح نافذة سقف مطر ثلج غيمة زهرة حصان سمك خبز زبدة جبن سكر ملح فلفل تفاحة حديد فضة ورق مقص إبرة خيط صابون وسادة ستارة سجادة نهر جبل غابة",
    ),
    (
        "uk",
        "виделка ложка тарілка ніж лампа вікно дах дощ сніг хмара квітка кінь риба хліб масло сир цукор сіль перець \
         яблуко груша вугілля залізо срібло папір ножиці голка нитка мило дзеркало подушка килим річка гора ліс",
    ),
    (
        "ro",
        "furculiță lingură farfurie cuțit lampă fereastră acoperiș ploaie zăpadă nor floare cal pește pâine unt brânză \
         zahăr sare piper măr pară cărbune fier argint foarfece ac ață săpun oglindă pernă covor râu munte",
    ),
    (
        "pl",
        "zupa serce widelec łyżka talerz nóż lampa okno dach deszcz śnieg chmura kwiat koń ryba chleb masło ser cukier \
         sól pieprz jabłko gruszka węgiel żelazo srebro papier nożyczki igła nitka mydło lustro poduszka dywan rzeka",
    ),
];

#[test]
fn ordinary_words_ask_for_nothing() {
    let snapshot = demo::snapshot();
    let mut wrong = Vec::new();
    for (language, words) in ORDINARY {
        for word in words.split_whitespace() {
            let read = snapshot.interpret(word, Some(language), demo::now()).expect("an interpretation");
            if read.filter != ActorFilter::default() {
                wrong.push(format!("{language} {word}: {:?}", read.chips));
            }
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}
