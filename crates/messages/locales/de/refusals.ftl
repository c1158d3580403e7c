# Why a command, a change or a table is refused.

# Why a command did nothing.
refusal-sign-in-first = Bitte zuerst anmelden: nötig ist die Rolle { $needed }.
refusal-role-too-low = Nötig ist die Rolle { $needed }; angemeldet ist { $had }.
refusal-second-factor-first = Bitte zuerst den zweiten Faktor einrichten oder angeben.
refusal-read-only-token = Dieses Zugriffstoken darf nur lesen.
refusal-wrong-secret = Die Angabe stimmt nicht.
refusal-not-yours = Mitglieder ändern nur die Einträge ihres eigenen Vereins.
refusal-not-found = Diesen Eintrag gibt es nicht (mehr).
refusal-conflict = Der Eintrag wurde inzwischen geändert: Ausgangspunkt war Version { $expected }, gespeichert ist { $found }.
refusal-conflict-by = Der Eintrag wurde inzwischen geändert von { $authors }: Ausgangspunkt war Version { $expected }, gespeichert ist { $found }.
refusal-author = { $name } ({ $role })
refusal-evidence-missing = Sie haben auch die andere Seite bestätigt: Bitte nennen Sie den Beleg, etwa ein Schreiben oder Protokoll, oder lassen Sie die Seite selbst bestätigen.
refusal-database-busy = Nichts wurde geschrieben: Ein anderes Programm schreibt gerade in die Datenbank oder sperrt sie. Bitte gleich noch einmal versuchen.
refusal-erased = Diese Person wurde gelöscht: bitte eine neue Kontaktperson anlegen.
refusal-review-needed = Diese Änderung sieht sich erst die Redaktion an: bitte als Vorschlag einreichen.
refusal-account-exists = Mit dieser E-Mail-Adresse gibt es schon ein Konto.
refusal-clock = Nichts wurde geschrieben: Die Uhr des Servers geht falsch. Bitte sagen Sie es denen, die ihn betreuen; danach geht es weiter.

# Accounts and passwords.
password-too-short = Das Passwort ist zu kurz: mindestens { $least } Zeichen sind nötig.
password-too-long = Das Passwort ist zu lang: höchstens { $most } Zeichen sind erlaubt.
password-common = Das Passwort wird zu oft benutzt; mehrere zufällige Wörter sind besser.
password-like-email = Das Passwort besteht aus der E-Mail-Adresse oder dem Namen.
password-guessable = Das Passwort ist zu leicht zu raten, etwa ein bekanntes Wort, ein Name oder ein Datum mit wenigen Zeichen dazu; mehrere zufällige Wörter sind besser.
account-own = Das eigene Konto lässt sich so nicht ändern: Bitten Sie eine andere Person mit der Rolle Verwaltung darum.
account-no-mail-server = Es wird keine Mail verschickt: In der Einstellungsdatei fehlen [mail] und [http] origin.
account-no-second-factor = Es gibt keinen zweiten Faktor.
account-no-second-factor-offered = Es ist kein zweiter Faktor einzurichten.
account-second-factor-required = Die Verwaltung braucht hier einen zweiten Faktor.
account-second-factor-exists = Es gibt schon einen zweiten Faktor; er muss zuerst entfernt werden.
account-disabled = Das Konto ist gesperrt.
account-no-role = Die Öffentlichkeit braucht kein Konto: erlaubt sind partner, member, editor, admin.
account-only-for-members = Nur Mitglieder (member) sprechen für Akteure und können als vertraut gelten.
account-too-many-invitations = In 24 Stunden sind höchstens { $allowed } Einladungen möglich und { $same } an dieselbe Adresse. Bitte später noch einmal versuchen oder die Stelle fragen.
problem-token-days = ist { $given }: erlaubt ist 1 bis { $most }
problem-person-name = erlaubt ist der Name eines Menschen in einer Zeile, ohne Web- oder E-Mail-Adresse

# Proposals of the public.
proposals-client = Ohne Anmeldung nehmen wir von einem Anschluss höchstens { $allowed } Vorschläge in der Stunde an; den nächsten in { $minutes ->
    [one] einer Minute
   *[other] { $minutes } Minuten
}.
proposals-entry = Zu diesem Eintrag warten schon { $allowed } Vorschläge auf die Redaktion, mehr nehmen wir nicht an; bitte später noch einmal.
proposals-queue = Auf die Redaktion warten schon { $allowed } Vorschläge, mehr nehmen wir nicht an; bitte später noch einmal.
proposals-storage = Gerade ist kein Platz für neue Vorschläge; bitte später noch einmal.
proposals-closed = Über diesen Vorschlag ist schon entschieden.
proposals-archive-answer = Antwort auf die Erinnerungsmail: Dieser Eintrag soll archiviert werden.

# States in which something cannot be done.
state-already-archived = Der Eintrag ist schon archiviert.
state-theme-retired = Das Thema ist schon stillgelegt.
state-district-retired = Der Bezirk ist schon stillgelegt.
state-not-retired = Das ist nicht stillgelegt.
state-not-restorable = Frühere Fassungen von Kontaktpersonen werden nicht zurückgeholt.
state-nothing-to-restore = Diese Fassung sagt nichts anderes als die heutige; wo der Eintrag steht, wird nicht zurückgeholt.
state-nothing-to-purge = Keine frühere Fassung sagt in diesem Feld etwas anderes als die heutige.
state-still-said = Das Feld „{ $field }“ der heutigen Fassung sagt es noch. Bitte zuerst dort ändern.
state-already-published = Der Eintrag ist schon veröffentlicht.
state-archived = Der Eintrag ist archiviert: bitte zuerst wiederherstellen.
state-no-step = Die letzte Änderung dieses Eintrags war keine, die sich so rückgängig machen lässt. Frühere Fassungen stehen im Verlauf.
state-merge-archived = Archivierte Einträge werden nicht zusammengeführt.
state-not-archived = Der Eintrag ist nicht archiviert.
state-merged = Der Eintrag wurde mit einem anderen zusammengeführt. Unter „Doppelte“ lässt sich das wieder trennen.
state-merge-undone = Diese Zusammenführung ist schon rückgängig gemacht.
state-merged-since = Der Eintrag wurde inzwischen selbst zusammengeführt: bitte zuerst das rückgängig machen.
state-synonyms-changed = Die Wörter wurden inzwischen von jemand anderem geändert.
state-site-texts-changed = Die Texte wurden inzwischen von jemand anderem geändert.
state-measure-changed = Die Maßnahme wurde inzwischen geändert: bitte neu laden und noch einmal versuchen.
state-no-consent = Es gibt hier keine Einwilligung, die noch gilt.
state-link-status = Das geht nicht, solange die Verbindung „{ $status }“ ist.
state-already-confirmed = Diese Seite hat die Verbindung schon bestätigt.

# What is wrong with a change.
problem-theme-levels = Themen haben zwei Ebenen: darüber darf nur ein Thema der ersten stehen, darunter keines
problem-district-levels = Stadt, Stadtbezirk, Ortsteil: darüber steht immer eine höhere Ebene
problem-replacement-theme-level = steht auf der zweiten Ebene und kann die Themen unter diesem nicht aufnehmen
problem-replacement-district-level = steht auf keiner höheren Ebene als die Bezirke darunter
problem-not-changeable = ist kein Feld, das sich hier ändern lässt
problem-silent-words = besteht nur aus Wörtern, die in einer Frage nichts sagen
problem-measure-future = liegt in der Zukunft: Notiert wird, was stattgefunden hat
problem-measure-before = liegt vor dem Jahr { $year }: So weit zurück wird nichts notiert
problem-too-much = ist zu viel: erlaubt sind höchstens { $most }
problem-funder-website = ist keine Webadresse: erlaubt sind Adressen wie https://www.land.example.org
problem-logo-bytes = ist zu groß: erlaubt sind { $most } KB
problem-logo-pixels = ist zu groß: erlaubt sind { $most } Pixel in Breite und Höhe
problem-logo-format = ist kein Bild, das gezeigt werden kann: erlaubt sind PNG und JPEG
problem-field-of-other-kind = passt nicht zum Eintrag: erlaubt ist nur das Feld seiner Art
problem-base64 = ist kein Base64 (RFC 4648)
problem-beside-text = steht neben text: erlaubt ist eines von beiden
problem-not-importable = kann hier nicht importiert werden
problem-file-name = hat keine bekannte Endung: erlaubt sind .json (Verzeichnis), .csv, .xlsx und .ods (Akteure), .geojson (Ortsteile)
problem-day-until-today = ein Tag bis heute
problem-unreadable-here = ist hier nicht lesbar

# What a field asks of its value; each goes on behind "allowed:".
form-line = ein Text
form-texts = ein Text je Sprache, etwa { $example }
form-slug = 1 bis 100 Kleinbuchstaben a-z und Ziffern, Wörter mit einzelnen Bindestrichen verbunden
form-id = eine Kennung oder ein Kurzname
form-web-address = eine vollständige Adresse mit http:// oder https://, ohne Benutzernamen und Passwort
form-email-address = die Form name@example.org
form-phone-number = 5 bis 15 Ziffern, ein führendes +, Leerzeichen und ( ) / -
form-opening-hours = die OpenStreetMap-Schreibweise, etwa Mo-Fr 09:00-17:00; PH off
form-language = ein Sprachkürzel nach BCP 47, etwa tr oder kmr
form-free-places = 1 bis { $most } Plätze
form-day = ein Tag wie 2026-05-31
form-time = Tag und Uhrzeit wie 2026-05-31T18:00:00
form-recurrence = eine Regel nach RFC 5545, etwa FREQ=WEEKLY;BYDAY=TU
form-place = longitude -180 bis 180, latitude -90 bis 90 und precision: exact, street, quarter oder hidden
form-position = longitude -180 bis 180 und latitude -90 bis 90
form-boundary = geschlossene Ringe in Grad (WGS 84)
form-address = street, postcode, city, extra, je ein Text
form-osm = node/…, way/… oder relation/… mit einer Nummer, oder die Adresse bei OpenStreetMap
form-wikidata = Q mit einer Nummer, oder die Adresse bei Wikidata
form-age = 0 bis { $most } Jahre
form-yes-no = ja oder nein (true, false)
form-number = eine ganze Zahl ab 0
form-district-level = city, borough oder quarter
form-person = value und visibility
form-kept = keine Änderung an dieser Stelle
form-consent-language = eine BCP-47-Kennung wie tr

# Tables of words for the search.
words-unknown-table = { $name } ist keine Tabelle von Wörtern: erlaubt sind { $allowed }
words-too-large = { $name } ist zu groß: erlaubt sind { $allowed } Byte
words-unknown-column = { $name }, Zeile 1: { $column } ist hier keine Spalte: erlaubt sind eine erste mit den Einträgen, { $allowed }
words-line = { $name }, Zeile { $line }: { $reason }
words-too-many-cells = hat { $given } Zellen: erlaubt sind { $allowed }
words-not-a-number = { $column } ist keine Zahl: { $given }
words-unknown-key = { $key } gehört nicht zu den Einträgen dieser Tabelle
import-too-many-problems = hat { $count } Fehler, zu viele, um sie Zeile für Zeile zu zeigen; die ersten folgen
