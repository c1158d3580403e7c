# What a value or a file should be and is not.

# A value is not what it should be: each sentence names what was given and what is allowed.
value-allowed = permis: { $allowed }
value-meant = { $problem }; poate { $meant }?
value-given = { $problem }, s-a dat { $given }
value-web-address = { $given } nu este o adresă web: sunt permise adrese întregi cu http:// sau https://, fără nume de utilizator și parolă
value-web-address-meant = { $given } nu este o adresă web: probabil este vorba de { $meant }
value-email-address = { $given } nu este o adresă de e-mail: este permisă forma name@example.org
value-email-address-meant = { $given } nu este o adresă de e-mail: probabil este vorba de { $meant }
value-phone-number = { $given } nu este un număr de telefon: sunt permise 5 până la 15 cifre sau 110, 112, 115, un + la început, spații și ( ) / - .
value-osm = { $given } nu este un obiect din OpenStreetMap: sunt permise node/…, way/… și relation/… cu un număr, sau adresa lui
value-wikidata = { $given } nu este un element din Wikidata: este permis Q cu un număr, sau adresa lui
value-language = { $given } nu este un cod de limbă: sunt permise coduri BCP 47 de cel mult 16 caractere, de exemplu "de", "tr", "kmr" sau "de-simple"
value-language-twice = limba { $language } apare de două ori
value-slug = { $given } nu este un nume scurt: sunt permise 1 până la 100 de litere mici a-z și cifre, cuvinte legate cu o singură cratimă, niveluri cu un singur punct
value-word = { $given } nu este { $vocabulary ->
    [an-organisation-kind] un fel de organizație
    [an-institution-kind] un fel de instituție
    [a-network-kind] un fel de rețea
    [a-legal-form] o formă juridică
    [a-target-group] un grup țintă
    [a-field-of-action] un domeniu de acțiune
    [a-kind-of-wheelchair-access] un fel de acces pentru scaune rulante
    [an-aid-to-accessibility] un mijloc de accesibilitate
    [a-time-of-day] o parte a zilei
    [a-precision] un grad de precizie
    [a-link-kind] un fel de legătură
    [a-link-status] o stare a unei legături
    [a-basis-of-a-link] o bază a unei legături
    [a-visibility] o vizibilitate
    [an-offer-kind] un fel de ofertă
    [an-availability] o disponibilitate
    [a-way-to-register] un fel de înscriere
    [a-role] un rol
    [a-way-of-giving-consent] un fel de a da consimțământul
    [a-kind] un fel
    [a-type] un tip
    [a-feature] o caracteristică
    [a-table-of-synonyms] un tabel de sinonime
   *[other] un cuvânt permis aici
}: sunt permise { $allowed }
value-longitude = longitudinea { $given } nu este pe Pământ: sunt permise -180 până la 180 de grade
value-latitude = latitudinea { $given } nu este pe Pământ: sunt permise -90 până la 90 de grade
value-day = { $given } nu este o zi: este permis AAAA-LL-ZZ
value-local-time = { $given } nu este o oră locală: este permis AAAA-LL-ZZToo:mm sau AAAA-LL-ZZToo:mm:ss, fără fus orar
value-instant = { $given } nu este un moment: este permis AAAA-LL-ZZToo:mm:ssZ, cu fusul orar
value-school-holiday = { $given } nu este PRIMA-ZI/ULTIMA-ZI a unei vacanțe școlare, de exemplu "2026-10-17/2026-10-31"

# Opening hours, and why a text is none.
value-opening-hours = { $given } nu este scris ca program, de exemplu "Mo-Fr 09:00-17:00; PH off": { $reason }
hours-too-long = mai lung decât cei { $allowed ->
    [few] { $allowed } octeți
   *[other] { $allowed } de octeți
} permiși
hours-dash = un interval se scrie cu cratimă simplă (-), nu cu linie de dialog
hours-uhr = orele se scriu 09:00-18:00, fără „Uhr”
hours-half-days = orele merg de la 00:00 la 24:00, fără am și pm
hours-bare = orele au minute și o cratimă simplă între ele, ca în 07:00-18:00
hours-unfinished = după ultimul { $sign } lipsește o regulă
hours-quotation-mark = lipsește o ghilimea
hours-no-rule = { $part } nu este o regulă; notele stau între ghilimele
hours-part-no-rule = o parte din el nu este o regulă; notele stau între ghilimele
hours-unreadable = nu poate fi citit ({ $reason })

# Rules by which an event repeats, and why a text is none.
value-recurrence = { $given } nu este o regulă de repetare după RFC 5545, de exemplu "FREQ=WEEKLY;BYDAY=TU": { $reason }
recurrence-too-long = mai lung decât cei { $allowed ->
    [few] { $allowed } octeți
   *[other] { $allowed } de octeți
} permiși
recurrence-no-part = { $part } nu are forma NAME=VALUE
recurrence-unknown-part = nu există partea { $part }
recurrence-repeated-part = { $part } apare de două ori
recurrence-no-frequency = lipsește FREQ
recurrence-too-fine = FREQ={ $given } se repetă mai des decât zilnic; sunt permise DAILY, WEEKLY, MONTHLY și YEARLY
recurrence-unknown-frequency = FREQ={ $given }: sunt permise DAILY, WEEKLY, MONTHLY și YEARLY
recurrence-value = { $part }={ $given }: sunt permise { $allowed }
recurrence-two-ends = COUNT și UNTIL nu pot sta împreună
recurrence-combination = { $part } nu poate sta într-o regulă cu FREQ={ $frequency }
recurrence-positions-of-nothing = BYSETPOS are nevoie de încă o parte BY…
recurrence-too-many-times = BYHOUR, BYMINUTE și BYSECOND dau { $given ->
    [one] un început
    [few] { $given } începuturi
   *[other] { $given } de începuturi
} pe zi; sunt permise { $allowed }

# Boundaries of districts.
boundary-type = o geometrie de tip { $given } nu are interior: sunt permise Polygon și MultiPolygon
boundary-empty = geometria este goală: este permis cel puțin un poligon cu un inel exterior
boundary-too-short = coordinates{ $ring }: inelul are { $positions ->
    [one] { $positions } punct
    [few] { $positions } puncte
   *[other] { $positions } de puncte
}: sunt permise cel puțin 4, ultimul egal cu primul
boundary-open = coordinates{ $ring }: inelul nu este închis: ultimul punct trebuie să fie egal cu primul
boundary-crossing = coordinates{ $ring }: inelul intersectează { $other } lângă longitudinea { $longitude }, latitudinea { $latitude }: sunt permise inele care se întâlnesc cel mult în puncte izolate
boundary-crossing-itself = pe el însuși
boundary-crossing-ring = coordinates{ $ring }
boundary-hole-outside = coordinates{ $ring }: gaura este în afara inelului a cărui gaură ar trebui să fie
boundary-too-large = coordinates: mai mult de { $positions } puncte și { $rings } inele: simplificați limita
boundary-too-intricate = coordinates{ $at }: prea multe laturi lungi sunt alăturate: simplificați limita
boundary-not-a-list = coordinates{ $at }: nu este o listă: sunt permise inele închise de puncte, întâi longitudinea
boundary-too-deep = coordinates: prea multe liste una în alta
boundary-incomplete = coordinates{ $at }: un punct are nevoie de longitudine și latitudine
boundary-off-the-earth = coordinates{ $at }: { $reason } (limita este în grade WGS84, întâi longitudinea)

# What stands in a JSON file in place of a value.
json-unknown-word = cuvânt necunoscut `{ $given }`, sunt permise { $allowed }
json-unknown-field = câmp necunoscut `{ $field }`, sunt permise { $allowed }
json-duplicate-field = câmp dublat `{ $field }`
json-wrong-type = fel greșit de valoare: { $found }, este permis { $expected }
json-wrong-value = valoare greșită: { $found }, este permis { $expected }
json-wrong-length = lungime greșită { $found }, este permis { $expected }
json-unreadable = nu poate fi citit: { $reason }
json-null = null
json-boolean = valoare logică `{ $given }`
json-integer = număr întreg `{ $given }`
json-decimal = număr zecimal `{ $given }`
json-string = text { $given }
json-list = listă
json-object = obiect
json-expected-text = un text
json-expected-boolean = true sau false
json-expected-number = un număr
json-expected-whole-number = un număr întreg de la 0 la { $most }
json-expected-list = o listă
json-expected-positions = liste de puncte
json-expected-object = un obiect
json-expected-geometry = o geometrie GeoJSON de tip Polygon sau MultiPolygon
json-expected-feature = un Feature GeoJSON
json-expected-properties = un obiect cu cel puțin un slug
json-expected-word = un cuvânt
json-expected-texts = un obiect de la codul limbii la text, de exemplu { $example }

# What is wrong between the entries of a file.
file-above-itself = { $slug } stă deasupra lui însuși: este permis un arbore, fără cercuri
file-coordinate-system = { $given } este alt sistem de coordonate: este permis WGS84, întâi longitudinea (RFC 7946)
file-precision-without-place = nu poate fi păstrat fără longitudine și latitudine și fără un cartier cunoscut: sunt permise acestea pe lângă el, sau nimic

# Why a file as a whole cannot be read.
file-unread = fișierul nu a putut fi citit
file-not-utf8 = rândul { $line }, octetul { $byte }: fișierul nu este UTF-8; salvați-l ca UTF-8
file-not-json = rândul { $line }, coloana { $column }: nu este JSON: { $reason }
file-cut-off = rândul { $line }, coloana { $column }: fișierul se termină la mijloc; probabil a fost tăiat
file-entry-too-large = rândul { $line }: o înregistrare este mai mare decât cei { $allowed } octeți permiși
file-too-many-lists = rândul { $line }: o înregistrare are mai mult decât cele { $allowed } liste și puncte permise
file-format = format este { $given }: este permis { $allowed }
file-scope = scope este { $given }: este permis { $allowed } sau nimic
file-version = version este { $given }: este permis { $allowed }
file-no-format = format lipsește: este permis { $allowed }
file-no-version = version lipsește: este permis { $allowed }
file-unknown-section = rândul { $line }: secțiunea { $given } nu există: sunt permise { $allowed }
file-repeated = rândul { $line }: { $given } apare de două ori
file-wrong-shape = rândul { $line }, coloana { $column }: { $reason }
file-no-collection = type este { $given }: este permis "FeatureCollection" cu o listă de elemente
file-points = elementele lui sunt puncte ({ $kind }), ca în exporturile de organizații: sunt permise limite de cartiere, Polygon sau MultiPolygon
