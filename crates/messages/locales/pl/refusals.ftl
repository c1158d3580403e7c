# Why a command, a change or a table is refused.

# Why a command did nothing.
refusal-sign-in-first = Proszę się najpierw zalogować: potrzebna jest rola { $needed }.
refusal-role-too-low = Potrzebna jest rola { $needed }; zalogowano jako { $had }.
refusal-second-factor-first = Proszę najpierw ustawić lub podać drugi składnik.
refusal-read-only-token = Ten token może tylko czytać.
refusal-wrong-secret = Podane dane są nieprawidłowe.
refusal-not-yours = Członkowie zmieniają tylko wpisy własnego stowarzyszenia.
refusal-not-found = Takiego wpisu (już) nie ma.
refusal-conflict = Wpis tymczasem zmieniono: edycja zaczęła się od wersji { $expected }, zapisana jest { $found }.
refusal-conflict-by = Wpis tymczasem zmienili { $authors }: edycja zaczęła się od wersji { $expected }, zapisana jest { $found }.
refusal-author = { $name } ({ $role })
refusal-evidence-missing = Potwierdzono także w imieniu drugiej strony: proszę podać dowód, np. pismo lub protokół, albo pozwolić tej stronie potwierdzić samej.
refusal-database-busy = Nic nie zapisano: inny program zapisuje właśnie w bazie danych lub ją blokuje. Proszę spróbować za chwilę.
refusal-erased = Tę osobę usunięto: proszę utworzyć nową osobę kontaktową.
refusal-review-needed = Tę zmianę najpierw obejrzy redakcja: proszę zgłosić ją jako propozycję.
refusal-account-exists = Konto z tym adresem e-mail już istnieje.
refusal-clock = Nic nie zapisano: zegar serwera chodzi źle. Proszę powiadomić osoby, które się nim opiekują.

# Accounts and passwords.
password-too-short = Hasło jest za krótkie: potrzeba co najmniej { $least ->
    [one] { $least } znaku
   *[many] { $least } znaków
}.
password-too-long = Hasło jest za długie: { $most ->
    [one] dozwolony jest najwyżej { $most } znak
    [few] dozwolone są najwyżej { $most } znaki
   *[many] dozwolone jest najwyżej { $most } znaków
}.
password-common = Tego hasła używa zbyt wiele osób; lepsze jest kilka przypadkowych słów.
password-like-email = Hasło składa się z adresu e-mail lub nazwiska.
password-guessable = Hasło zbyt łatwo odgadnąć, np. znane słowo, imię lub data z kilkoma dodanymi znakami; lepsze jest kilka przypadkowych słów.
account-own = Własnego konta nie da się tak zmienić: proszę poprosić inną osobę z administracji.
account-no-mail-server = Poczta nie jest wysyłana: w pliku ustawień brakuje [mail] i [http] origin.
account-no-second-factor = Nie ma drugiego składnika.
account-no-second-factor-offered = Nie ma drugiego składnika do ustawienia.
account-second-factor-required = Administracja potrzebuje tu drugiego składnika.
account-second-factor-exists = Drugi składnik już istnieje; trzeba go najpierw usunąć.
account-disabled = Konto jest zablokowane.
account-no-role = Użytkownicy nie potrzebują konta: dozwolone są partner, member, editor, admin.
account-only-for-members = Tylko członkowie (member) mówią w imieniu podmiotów i mogą uchodzić za zaufanych.
account-too-many-invitations = W ciągu 24 godzin { $allowed ->
    [one] możliwe jest najwyżej { $allowed } zaproszenie
    [few] możliwe są najwyżej { $allowed } zaproszenia
   *[many] możliwych jest najwyżej { $allowed } zaproszeń
} i { $same } na ten sam adres. Proszę spróbować później lub zapytać placówkę.
problem-token-days = to { $given }: dozwolone od 1 do { $most }
problem-person-name = dozwolone jest imię i nazwisko osoby w jednym wierszu, bez adresu strony lub e-mail

# Proposals of the public.
proposals-client = Bez logowania przyjmujemy z jednego łącza najwyżej { $allowed ->
    [one] { $allowed } propozycję
    [few] { $allowed } propozycje
   *[many] { $allowed } propozycji
} na godzinę; następną za { $minutes } min.
proposals-entry = W sprawie tego wpisu już { $allowed ->
    [one] { $allowed } propozycja czeka
    [few] { $allowed } propozycje czekają
   *[many] { $allowed } propozycji czeka
} na redakcję, więcej nie przyjmujemy; proszę spróbować później.
proposals-queue = Na redakcję { $allowed ->
    [one] czeka już { $allowed } propozycja
    [few] czekają już { $allowed } propozycje
   *[many] czeka już { $allowed } propozycji
}, więcej nie przyjmujemy; proszę spróbować później.
proposals-storage = Chwilowo nie ma miejsca na nowe propozycje; proszę spróbować później.
proposals-closed = O tej propozycji już zdecydowano.
proposals-archive-answer = Odpowiedź na e-mail z przypomnieniem: ten wpis należy zarchiwizować.

# States in which something cannot be done.
state-already-archived = Wpis jest już zarchiwizowany.
state-theme-retired = Temat jest już wycofany.
state-district-retired = Dzielnica jest już wycofana.
state-not-retired = To nie jest wycofane.
state-not-restorable = Wcześniejszych wersji osób kontaktowych się nie przywraca.
state-nothing-to-restore = Ta wersja nie mówi nic innego niż dzisiejsza; miejsca wpisu się nie przywraca.
state-nothing-to-purge = Żadna wcześniejsza wersja nie mówi w tym polu nic innego niż dzisiejsza.
state-still-said = Pole „{ $field }” dzisiejszej wersji wciąż to mówi. Proszę najpierw zmienić tam.
state-already-published = Wpis jest już opublikowany.
state-archived = Wpis jest zarchiwizowany: proszę go najpierw przywrócić.
state-no-step = Ostatniej zmiany tego wpisu nie da się tak cofnąć. Wcześniejsze wersje są w historii.
state-merge-archived = Zarchiwizowanych wpisów się nie scala.
state-not-archived = Wpis nie jest zarchiwizowany.
state-merged = Wpis scalono z innym. Można to cofnąć na liście duplikatów.
state-merge-undone = To scalenie już cofnięto.
state-merged-since = Sam wpis tymczasem scalono: proszę najpierw to cofnąć.
state-synonyms-changed = Słowa zmienił tymczasem ktoś inny.
state-site-texts-changed = Teksty zmienił tymczasem ktoś inny.
state-measure-changed = Działanie tymczasem zmieniono: proszę wczytać ponownie i spróbować jeszcze raz.
state-no-consent = Nie ma tu zgody, która jeszcze obowiązuje.
state-link-status = Nie da się tego zrobić, dopóki powiązanie jest „{ $status }”.
state-already-confirmed = Ta strona już potwierdziła powiązanie.

# What is wrong with a change.
problem-theme-levels = tematy mają dwa poziomy: wyżej może stać tylko temat pierwszego, niżej żaden
problem-district-levels = miasto, okręg, dzielnica: wyżej zawsze stoi wyższy poziom
problem-replacement-theme-level = stoi na drugim poziomie i nie może przejąć tematów poniżej
problem-replacement-district-level = nie stoi na wyższym poziomie niż dzielnice poniżej
problem-not-changeable = nie jest polem, które można tu zmienić
problem-silent-words = składa się tylko ze słów, które w pytaniu nic nie mówią
problem-measure-future = jest w przyszłości: notuje się to, co się odbyło
problem-measure-before = jest przed rokiem { $year }: tak daleko wstecz nic się nie notuje
problem-too-much = to za dużo: dozwolone jest najwyżej { $most }
problem-funder-website = nie jest adresem strony: dozwolone są adresy takie jak https://www.land.example.org
problem-logo-bytes = jest za duże: dozwolone jest { $most } KB
problem-logo-pixels = jest za duże: { $most ->
    [one] dozwolony jest { $most } piksel
    [few] dozwolone są { $most } piksele
   *[many] dozwolone jest { $most } pikseli
} szerokości i wysokości
problem-logo-format = nie jest obrazem, który można pokazać: dozwolone są PNG i JPEG
problem-field-of-other-kind = nie pasuje do wpisu: dozwolone jest tylko pole jego rodzaju
problem-base64 = nie jest Base64 (RFC 4648)
problem-beside-text = stoi obok text: dozwolone jest jedno z nich
problem-not-importable = nie da się tu zaimportować
problem-file-name = nie ma znanego rozszerzenia: dozwolone są .json (katalog), .csv, .xlsx i .ods (podmioty), .geojson (dzielnice)
problem-day-until-today = dzień do dziś
problem-unreadable-here = nie da się tu odczytać

# What a field asks of its value; each goes on behind "allowed:".
form-line = tekst
form-texts = tekst w każdym języku, na przykład { $example }
form-slug = od 1 do 100 małych liter a-z i cyfr, słowa łączy jeden łącznik
form-id = identyfikator lub nazwa skrócona
form-web-address = pełny adres z http:// lub https://, bez nazwy i hasła
form-email-address = postać name@example.org
form-phone-number = od 5 do 15 cyfr, + na początku, spacje oraz ( ) / -
form-opening-hours = zapis OpenStreetMap, na przykład Mo-Fr 09:00-17:00; PH off
form-language = znacznik języka BCP 47, na przykład tr lub kmr
form-free-places = od 1 do { $most ->
    [one] { $most } miejsca
   *[many] { $most } miejsc
}
form-day = dzień taki jak 2026-05-31
form-time = dzień i godzina takie jak 2026-05-31T18:00:00
form-recurrence = reguła według RFC 5545, na przykład FREQ=WEEKLY;BYDAY=TU
form-place = longitude od -180 do 180, latitude od -90 do 90 i precision: exact, street, quarter lub hidden
form-position = longitude od -180 do 180 i latitude od -90 do 90
form-boundary = zamknięte pierścienie w stopniach (WGS 84)
form-address = street, postcode, city, extra, każde jako tekst
form-osm = node/…, way/… lub relation/… z numerem albo adres w OpenStreetMap
form-wikidata = Q z numerem albo adres w Wikidanych
form-age = od 0 do { $most ->
    [one] { $most } roku
   *[many] { $most } lat
}
form-yes-no = tak lub nie (true, false)
form-number = liczba całkowita od 0
form-district-level = city, borough lub quarter
form-person = value i visibility
form-kept = bez zmiany w tym miejscu
form-consent-language = znacznik BCP 47 taki jak tr

# Tables of words for the search.
words-unknown-table = { $name } nie jest tabelą słów: dozwolone są { $allowed }
words-too-large = { $name } jest za duży: { $allowed ->
    [one] dozwolony jest { $allowed } bajt
    [few] dozwolone są { $allowed } bajty
   *[many] dozwolone jest { $allowed } bajtów
}
words-unknown-column = { $name }, wiersz 1: { $column } nie jest tu kolumną: dozwolona jest pierwsza z wpisami, { $allowed }
words-line = { $name }, wiersz { $line }: { $reason }
words-too-many-cells = ma { $given ->
    [one] { $given } komórkę
    [few] { $given } komórki
   *[many] { $given } komórek
}: dozwolone jest { $allowed }
words-not-a-number = { $column } nie jest liczbą: { $given }
words-unknown-key = { $key } nie należy do wpisów tej tabeli
import-too-many-problems = ma { $count ->
    [few] { $count } błędy
   *[other] { $count } błędów
}, za dużo, by pokazać je wiersz po wierszu; oto pierwsze
