# What a value or a file should be and is not.

# A value is not what it should be: each sentence names what was given and what is allowed.
value-allowed = erlaubt: { $allowed }
value-meant = { $problem }; gemeint vielleicht { $meant }?
value-given = { $problem }, angegeben war { $given }
value-web-address = { $given } ist keine Webadresse: erlaubt sind vollständige Adressen mit http:// oder https://, ohne Benutzernamen und Passwort
value-web-address-meant = { $given } ist keine Webadresse: gemeint ist wohl { $meant }
value-email-address = { $given } ist keine E-Mail-Adresse: erlaubt ist die Form name@example.org
value-email-address-meant = { $given } ist keine E-Mail-Adresse: gemeint ist wohl { $meant }
value-phone-number = { $given } ist keine Telefonnummer: erlaubt sind 5 bis 15 Ziffern oder 110, 112, 115, ein führendes +, Leerzeichen und ( ) / - .
value-osm = { $given } ist kein Objekt von OpenStreetMap: erlaubt sind node/…, way/… und relation/… mit einer Nummer, oder seine Adresse
value-wikidata = { $given } ist kein Objekt von Wikidata: erlaubt ist Q mit einer Nummer, oder seine Adresse
value-language = { $given } ist kein Sprachkürzel: erlaubt sind Kürzel nach BCP 47 mit höchstens 16 Zeichen, etwa "de", "tr", "kmr" oder "de-simple"
value-language-twice = die Sprache { $language } steht zweimal da
value-slug = { $given } ist kein Kurzname: erlaubt sind 1 bis 100 Kleinbuchstaben a-z und Ziffern, Wörter mit einzelnen Bindestrichen verbunden, Ebenen mit einzelnen Punkten
value-word = { $given } ist { $vocabulary ->
    [an-organisation-kind] keine Art von Organisation
    [an-institution-kind] keine Art von Institution
    [a-network-kind] keine Art von Netzwerk
    [a-legal-form] keine Rechtsform
    [a-target-group] keine Zielgruppe
    [a-field-of-action] kein Handlungsfeld
    [a-kind-of-wheelchair-access] keine Angabe zur Rollstuhlgerechtigkeit
    [an-aid-to-accessibility] keine Hilfe zur Barrierefreiheit
    [a-time-of-day] keine Tageszeit
    [a-precision] keine Genauigkeit
    [a-link-kind] keine Art von Verbindung
    [a-link-status] kein Stand einer Verbindung
    [a-basis-of-a-link] keine Grundlage einer Verbindung
    [a-visibility] keine Sichtbarkeit
    [an-offer-kind] keine Art von Angebot
    [an-availability] keine Verfügbarkeit
    [a-way-to-register] kein Weg der Anmeldung
    [a-role] keine Rolle
    [a-way-of-giving-consent] keine Form der Einwilligung
    [a-kind] keine Art
    [a-type] kein Typ
    [a-feature] kein Merkmal
    [a-table-of-synonyms] keine Tabelle von Synonymen
   *[other] hier kein erlaubtes Wort
}: erlaubt sind { $allowed }
value-longitude = die Länge { $given } liegt nicht auf der Erde: erlaubt sind -180 bis 180 Grad
value-latitude = die Breite { $given } liegt nicht auf der Erde: erlaubt sind -90 bis 90 Grad
value-day = { $given } ist kein Tag: erlaubt ist JJJJ-MM-TT
value-local-time = { $given } ist keine Ortszeit: erlaubt ist JJJJ-MM-TTThh:mm oder JJJJ-MM-TTThh:mm:ss, ohne Zeitzone
value-instant = { $given } ist kein Zeitpunkt: erlaubt ist JJJJ-MM-TTThh:mm:ssZ, mit Zeitzone
value-school-holiday = { $given } ist nicht ERSTER-TAG/LETZTER-TAG einmal Schulferien, etwa "2026-10-17/2026-10-31"

# Opening hours, and why a text is none.
value-opening-hours = { $given } ist nicht in der Schreibweise für Öffnungszeiten, etwa "Mo-Fr 09:00-17:00; PH off": { $reason }
hours-too-long = länger als die erlaubten { $allowed } Bytes
hours-dash = eine Spanne wird mit einem einfachen Bindestrich (-) geschrieben, nicht mit einem Gedankenstrich
hours-uhr = Zeiten werden als 09:00-18:00 geschrieben, ohne „Uhr“
hours-half-days = Zeiten gehen von 00:00 bis 24:00, ohne am und pm
hours-bare = Zeiten haben Minuten und einen einfachen Bindestrich dazwischen, wie in 07:00-18:00
hours-unfinished = nach dem letzten { $sign } fehlt eine Regel
hours-quotation-mark = ein Anführungszeichen fehlt
hours-no-rule = { $part } ist keine Regel; Bemerkungen stehen in Anführungszeichen
hours-part-no-rule = ein Teil davon ist keine Regel; Bemerkungen stehen in Anführungszeichen
hours-unreadable = nicht lesbar ({ $reason })

# Rules by which an event repeats, and why a text is none.
value-recurrence = { $given } ist keine Wiederholungsregel nach RFC 5545, etwa "FREQ=WEEKLY;BYDAY=TU": { $reason }
recurrence-too-long = länger als die erlaubten { $allowed } Bytes
recurrence-no-part = { $part } hat nicht die Form NAME=WERT
recurrence-unknown-part = einen Teil { $part } gibt es nicht
recurrence-repeated-part = { $part } steht zweimal da
recurrence-no-frequency = FREQ fehlt
recurrence-too-fine = FREQ={ $given } wiederholt sich öfter als täglich; erlaubt sind DAILY, WEEKLY, MONTHLY und YEARLY
recurrence-unknown-frequency = FREQ={ $given }: erlaubt sind DAILY, WEEKLY, MONTHLY und YEARLY
recurrence-value = { $part }={ $given }: erlaubt sind { $allowed }
recurrence-two-ends = COUNT und UNTIL schließen einander aus
recurrence-combination = { $part } kann nicht in einer Regel mit FREQ={ $frequency } stehen
recurrence-positions-of-nothing = BYSETPOS braucht einen weiteren Teil BY…
recurrence-too-many-times = BYHOUR, BYMINUTE und BYSECOND ergeben { $given } Anfänge am Tag; erlaubt sind { $allowed }

# Boundaries of districts.
boundary-type = eine Geometrie der Art { $given } hat kein Inneres: erlaubt sind Polygon und MultiPolygon
boundary-empty = die Geometrie ist leer: erlaubt ist mindestens ein Polygon mit einem äußeren Ring
boundary-too-short = coordinates{ $ring }: der Ring hat { $positions ->
    [one] { $positions } Punkt
   *[other] { $positions } Punkte
}: erlaubt sind mindestens 4, der letzte gleich dem ersten
boundary-open = coordinates{ $ring }: der Ring ist nicht geschlossen: sein letzter Punkt muss sein erster sein
boundary-crossing = coordinates{ $ring }: der Ring kreuzt { $other } bei Länge { $longitude }, Breite { $latitude }: erlaubt sind Ringe, die sich höchstens in einzelnen Punkten treffen
boundary-crossing-itself = sich selbst
boundary-crossing-ring = coordinates{ $ring }
boundary-hole-outside = coordinates{ $ring }: das Loch liegt außerhalb des Rings, dessen Loch es sein soll
boundary-too-large = coordinates: mehr als { $positions } Punkte und { $rings } Ringe: bitte die Grenze vereinfachen
boundary-too-intricate = coordinates{ $at }: zu viele lange Kanten liegen nebeneinander: bitte die Grenze vereinfachen
boundary-not-a-list = coordinates{ $at }: keine Liste: erlaubt sind geschlossene Ringe aus Punkten, die Länge zuerst
boundary-too-deep = coordinates: zu viele Listen ineinander
boundary-incomplete = coordinates{ $at }: ein Punkt braucht Länge und Breite
boundary-off-the-earth = coordinates{ $at }: { $reason } (eine Grenze steht in Grad nach WGS84, die Länge zuerst)

# What stands in a JSON file in place of a value.
json-unknown-word = unbekanntes Wort `{ $given }`, erlaubt sind { $allowed }
json-unknown-field = unbekanntes Feld `{ $field }`, erlaubt sind { $allowed }
json-duplicate-field = doppeltes Feld `{ $field }`
json-wrong-type = falsche Art von Wert: { $found }, erlaubt ist { $expected }
json-wrong-value = falscher Wert: { $found }, erlaubt ist { $expected }
json-wrong-length = falsche Länge { $found }, erlaubt ist { $expected }
json-unreadable = nicht lesbar: { $reason }
json-null = null
json-boolean = Wahrheitswert `{ $given }`
json-integer = ganze Zahl `{ $given }`
json-decimal = Kommazahl `{ $given }`
json-string = Text { $given }
json-list = Liste
json-object = Objekt
json-expected-text = ein Text
json-expected-boolean = true oder false
json-expected-number = eine Zahl
json-expected-whole-number = eine ganze Zahl von 0 bis { $most }
json-expected-list = eine Liste
json-expected-positions = Listen von Punkten
json-expected-object = ein Objekt
json-expected-geometry = eine GeoJSON-Geometrie der Art Polygon oder MultiPolygon
json-expected-feature = ein Feature von GeoJSON
json-expected-properties = ein Objekt mit mindestens einem slug
json-expected-word = ein Wort
json-expected-texts = ein Objekt von Sprachkürzel zu Text, etwa { $example }

# What is wrong between the entries of a file.
file-above-itself = { $slug } steht über sich selbst: erlaubt ist ein Baum, ohne Kreise
file-coordinate-system = { $given } ist ein anderes Koordinatensystem: erlaubt ist WGS84, die Länge zuerst (RFC 7946)
file-precision-without-place = ist ohne Längen- und Breitengrad und ohne bekannten Stadtteil nicht zu halten: erlaubt sind diese dazu, oder nichts

# Why a file as a whole cannot be read.
file-unread = die Datei ließ sich nicht lesen
file-not-utf8 = Zeile { $line }, Byte { $byte }: die Datei ist nicht UTF-8; bitte als UTF-8 speichern
file-not-json = Zeile { $line }, Spalte { $column }: kein JSON: { $reason }
file-cut-off = Zeile { $line }, Spalte { $column }: die Datei endet mittendrin; wahrscheinlich wurde sie abgeschnitten
file-entry-too-large = Zeile { $line }: ein Eintrag ist größer als die erlaubten { $allowed } Bytes
file-too-many-lists = Zeile { $line }: ein Eintrag hat mehr als die erlaubten { $allowed } Listen und Punkte
file-format = format ist { $given }: erlaubt ist { $allowed }
file-scope = scope ist { $given }: erlaubt ist { $allowed } oder nichts
file-version = version ist { $given }: erlaubt ist { $allowed }
file-no-format = format fehlt: erlaubt ist { $allowed }
file-no-version = version fehlt: erlaubt ist { $allowed }
file-unknown-section = Zeile { $line }: den Abschnitt { $given } gibt es nicht: erlaubt sind { $allowed }
file-repeated = Zeile { $line }: { $given } steht zweimal da
file-wrong-shape = Zeile { $line }, Spalte { $column }: { $reason }
file-no-collection = type ist { $given }: erlaubt ist "FeatureCollection" mit einer Liste von Features
file-points = ihre Features sind Punkte ({ $kind }), wie in Exporten von Akteuren: erlaubt sind Grenzen von Ortsteilen, Polygon oder MultiPolygon
