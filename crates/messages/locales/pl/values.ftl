# What a value or a file should be and is not.

# A value is not what it should be: each sentence names what was given and what is allowed.
value-allowed = dozwolone: { $allowed }
value-meant = { $problem }; może chodzi o { $meant }?
value-given = { $problem }, podano { $given }
value-web-address = { $given } nie jest adresem strony: dozwolone są pełne adresy z http:// lub https://, bez nazwy użytkownika i hasła
value-web-address-meant = { $given } nie jest adresem strony: chodzi chyba o { $meant }
value-email-address = { $given } nie jest adresem e-mail: dozwolona jest postać name@example.org
value-email-address-meant = { $given } nie jest adresem e-mail: chodzi chyba o { $meant }
value-phone-number = { $given } nie jest numerem telefonu: dozwolone jest od 5 do 15 cyfr lub 110, 112, 115, + na początku, spacje oraz ( ) / - .
value-osm = { $given } nie jest obiektem OpenStreetMap: dozwolone są node/…, way/… i relation/… z numerem albo jego adres
value-wikidata = { $given } nie jest elementem Wikidanych: dozwolone jest Q z numerem albo jego adres
value-language = { $given } nie jest znacznikiem języka: dozwolone są znaczniki BCP 47 o długości do 16 znaków, na przykład "de", "tr", "kmr" lub "de-simple"
value-language-twice = język { $language } występuje dwa razy
value-slug = { $given } nie jest nazwą skróconą: dozwolone jest od 1 do 100 małych liter a-z i cyfr, słowa łączy jeden łącznik, poziomy jedna kropka
value-word = { $given } nie jest { $vocabulary ->
    [an-organisation-kind] rodzajem organizacji
    [an-institution-kind] rodzajem instytucji
    [a-network-kind] rodzajem sieci
    [a-legal-form] formą prawną
    [a-target-group] grupą docelową
    [a-field-of-action] obszarem działania
    [a-kind-of-wheelchair-access] rodzajem dostępu dla wózków
    [an-aid-to-accessibility] udogodnieniem
    [a-time-of-day] porą dnia
    [a-precision] stopniem dokładności
    [a-link-kind] rodzajem powiązania
    [a-link-status] stanem powiązania
    [a-basis-of-a-link] podstawą powiązania
    [a-visibility] widocznością
    [an-offer-kind] rodzajem oferty
    [an-availability] dostępnością
    [a-way-to-register] sposobem zapisu
    [a-role] rolą
    [a-way-of-giving-consent] sposobem udzielenia zgody
    [a-kind] rodzajem
    [a-type] typem
    [a-feature] cechą
    [a-table-of-synonyms] tabelą synonimów
   *[other] tu dozwolonym słowem
}: dozwolone są { $allowed }
value-longitude = długość { $given } nie leży na Ziemi: dozwolone jest od -180 do 180 stopni
value-latitude = szerokość { $given } nie leży na Ziemi: dozwolone jest od -90 do 90 stopni
value-day = { $given } nie jest dniem: dozwolone jest RRRR-MM-DD
value-local-time = { $given } nie jest czasem lokalnym: dozwolone jest RRRR-MM-DDTgg:mm lub RRRR-MM-DDTgg:mm:ss, bez strefy czasowej
value-instant = { $given } nie jest chwilą: dozwolone jest RRRR-MM-DDTgg:mm:ssZ, ze strefą czasową
value-school-holiday = { $given } nie jest PIERWSZYM-DNIEM/OSTATNIM-DNIEM jednych ferii szkolnych, na przykład "2026-10-17/2026-10-31"

# Opening hours, and why a text is none.
value-opening-hours = { $given } nie ma zapisu godzin otwarcia, na przykład "Mo-Fr 09:00-17:00; PH off": { $reason }
hours-too-long = dłuższe niż { $allowed ->
    [one] dozwolony { $allowed } bajt
    [few] dozwolone { $allowed } bajty
   *[many] dozwolone { $allowed } bajtów
}
hours-dash = zakres zapisuje się zwykłym łącznikiem (-), a nie myślnikiem
hours-uhr = godziny zapisuje się jako 09:00-18:00, bez „Uhr”
hours-half-days = godziny biegną od 00:00 do 24:00, bez am i pm
hours-bare = godziny mają minuty i zwykły łącznik między nimi, jak w 07:00-18:00
hours-unfinished = po ostatnim { $sign } brakuje reguły
hours-quotation-mark = brakuje cudzysłowu
hours-no-rule = { $part } nie jest regułą; uwagi stoją w cudzysłowie
hours-part-no-rule = część z tego nie jest regułą; uwagi stoją w cudzysłowie
hours-unreadable = nie da się odczytać ({ $reason })

# Rules by which an event repeats, and why a text is none.
value-recurrence = { $given } nie jest regułą powtarzania według RFC 5545, na przykład "FREQ=WEEKLY;BYDAY=TU": { $reason }
recurrence-too-long = dłuższe niż { $allowed ->
    [one] dozwolony { $allowed } bajt
    [few] dozwolone { $allowed } bajty
   *[many] dozwolone { $allowed } bajtów
}
recurrence-no-part = { $part } nie ma postaci NAME=VALUE
recurrence-unknown-part = nie ma części { $part }
recurrence-repeated-part = { $part } występuje dwa razy
recurrence-no-frequency = brakuje FREQ
recurrence-too-fine = FREQ={ $given } powtarza się częściej niż codziennie; dozwolone są DAILY, WEEKLY, MONTHLY i YEARLY
recurrence-unknown-frequency = FREQ={ $given }: dozwolone są DAILY, WEEKLY, MONTHLY i YEARLY
recurrence-value = { $part }={ $given }: dozwolone są { $allowed }
recurrence-two-ends = COUNT i UNTIL wykluczają się
recurrence-combination = { $part } nie może stać w regule z FREQ={ $frequency }
recurrence-positions-of-nothing = BYSETPOS wymaga jeszcze jednej części BY…
recurrence-too-many-times = BYHOUR, BYMINUTE i BYSECOND dają { $given ->
    [one] { $given } początek
    [few] { $given } początki
   *[many] { $given } początków
} dziennie; dozwolone jest { $allowed }

# Boundaries of districts.
boundary-type = geometria typu { $given } nie ma wnętrza: dozwolone są Polygon i MultiPolygon
boundary-empty = geometria jest pusta: dozwolony jest co najmniej jeden wielokąt z pierścieniem zewnętrznym
boundary-too-short = coordinates{ $ring }: pierścień ma { $positions ->
    [one] { $positions } punkt
    [few] { $positions } punkty
   *[other] { $positions } punktów
}: dozwolone są co najmniej 4, ostatni równy pierwszemu
boundary-open = coordinates{ $ring }: pierścień nie jest zamknięty: jego ostatni punkt musi być równy pierwszemu
boundary-crossing = coordinates{ $ring }: pierścień przecina { $other } w pobliżu długości { $longitude }, szerokości { $latitude }: dozwolone są pierścienie, które spotykają się najwyżej w pojedynczych punktach
boundary-crossing-itself = sam siebie
boundary-crossing-ring = coordinates{ $ring }
boundary-hole-outside = coordinates{ $ring }: otwór leży poza pierścieniem, którego otworem ma być
boundary-too-large = coordinates: więcej niż { $positions } punktów i { $rings } pierścieni: proszę uprościć granicę
boundary-too-intricate = coordinates{ $at }: zbyt wiele długich krawędzi leży obok siebie: proszę uprościć granicę
boundary-not-a-list = coordinates{ $at }: to nie lista: dozwolone są zamknięte pierścienie punktów, najpierw długość
boundary-too-deep = coordinates: zbyt wiele list jedna w drugiej
boundary-incomplete = coordinates{ $at }: punkt wymaga długości i szerokości
boundary-off-the-earth = coordinates{ $at }: { $reason } (granica jest w stopniach WGS84, najpierw długość)

# What stands in a JSON file in place of a value.
json-unknown-word = nieznane słowo `{ $given }`, dozwolone są { $allowed }
json-unknown-field = nieznane pole `{ $field }`, dozwolone są { $allowed }
json-duplicate-field = powtórzone pole `{ $field }`
json-wrong-type = zły rodzaj wartości: { $found }, dozwolone jest { $expected }
json-wrong-value = zła wartość: { $found }, dozwolone jest { $expected }
json-wrong-length = zła długość { $found }, dozwolone jest { $expected }
json-unreadable = nie da się odczytać: { $reason }
json-null = null
json-boolean = wartość logiczna `{ $given }`
json-integer = liczba całkowita `{ $given }`
json-decimal = liczba dziesiętna `{ $given }`
json-string = tekst { $given }
json-list = lista
json-object = obiekt
json-expected-text = tekst
json-expected-boolean = true lub false
json-expected-number = liczba
json-expected-whole-number = liczba całkowita od 0 do { $most }
json-expected-list = lista
json-expected-positions = listy punktów
json-expected-object = obiekt
json-expected-geometry = geometria GeoJSON typu Polygon lub MultiPolygon
json-expected-feature = Feature formatu GeoJSON
json-expected-properties = obiekt co najmniej ze slug
json-expected-word = słowo
json-expected-texts = obiekt od znacznika języka do tekstu, na przykład { $example }

# What is wrong between the entries of a file.
file-above-itself = { $slug } stoi nad samym sobą: dozwolone jest drzewo, bez pętli
file-coordinate-system = { $given } to inny układ współrzędnych: dozwolony jest WGS84, najpierw długość (RFC 7946)
file-precision-without-place = nie da się zachować bez długości i szerokości oraz bez znanej dzielnicy: dozwolone są one obok tego albo nic

# Why a file as a whole cannot be read.
file-unread = pliku nie udało się odczytać
file-not-utf8 = wiersz { $line }, bajt { $byte }: plik nie jest w UTF-8; proszę zapisać jako UTF-8
file-not-json = wiersz { $line }, kolumna { $column }: to nie jest JSON: { $reason }
file-cut-off = wiersz { $line }, kolumna { $column }: plik kończy się w środku; pewnie został ucięty
file-entry-too-large = wiersz { $line }: wpis jest większy niż dozwolone { $allowed } bajtów
file-too-many-lists = wiersz { $line }: wpis ma więcej niż dozwolone { $allowed } list i punktów
file-format = format to { $given }: dozwolone jest { $allowed }
file-scope = scope to { $given }: dozwolone jest { $allowed } albo nic
file-version = version to { $given }: dozwolone jest { $allowed }
file-no-format = brakuje format: dozwolone jest { $allowed }
file-no-version = brakuje version: dozwolone jest { $allowed }
file-unknown-section = wiersz { $line }: nie ma części { $given }: dozwolone są { $allowed }
file-repeated = wiersz { $line }: { $given } występuje dwa razy
file-wrong-shape = wiersz { $line }, kolumna { $column }: { $reason }
file-no-collection = type to { $given }: dozwolone jest "FeatureCollection" z listą obiektów
file-points = jego obiekty to punkty ({ $kind }), jak w eksportach podmiotów: dozwolone są granice dzielnic, Polygon lub MultiPolygon
