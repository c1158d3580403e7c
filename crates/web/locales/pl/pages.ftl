# Wokół każdej strony
skip-to-content = Przejdź do treści
preview-title = Podgląd:
preview-text = Tak publiczność zobaczyłaby ten wpis. Tego, co tajne, tu nie ma. Tylko redakcja może otworzyć tę stronę.
nav-label = Menu główne
nav-search = Szukaj
nav-coverage = Czego brakuje?
nav-cooperation = Współpraca
nav-suggest = Zaproponuj zmianę
nav-imprint = Nota prawna
nav-privacy = Ochrona danych
footer-label = Inne strony
funders-label = Finansowanie
language-label = Wybierz język
read-in-this-language = Czytaj tę stronę po polsku
data-licence = Dane na licencji { $licence }
data-as-of = Stan na { $date }
crumbs-label = Poziom wyżej

# Liczby, dni, godziny
metres = { $number } m
kilometres = { $number } km
date = { $day } { $month } { $year }
date-with-weekday = { $weekday }, { $date }
date-with-time = { $date }, godz. { $time }
month-1 = stycznia
month-2 = lutego
month-3 = marca
month-4 = kwietnia
month-5 = maja
month-6 = czerwca
month-7 = lipca
month-8 = sierpnia
month-9 = września
month-10 = października
month-11 = listopada
month-12 = grudnia
month-alone-1 = Styczeń
month-alone-2 = Luty
month-alone-3 = Marzec
month-alone-4 = Kwiecień
month-alone-5 = Maj
month-alone-6 = Czerwiec
month-alone-7 = Lipiec
month-alone-8 = Sierpień
month-alone-9 = Wrzesień
month-alone-10 = Październik
month-alone-11 = Listopad
month-alone-12 = Grudzień
month-with-year = { $month } { $year }
weekday-short-1 = pon.
weekday-short-2 = wt.
weekday-short-3 = śr.
weekday-short-4 = czw.
weekday-short-5 = pt.
weekday-short-6 = sob.
weekday-short-7 = niedz.
time-range = godz. { $time }
date-range = { $from } – { $until }
entries = { $count ->
    [one] 1 wpis
    [few] { $count } wpisy
    [many] { $count } wpisów
   *[other] { $count } wpisu
}
results = { $count ->
    [0] Nic nie znaleziono
    [one] 1 wpis
    [few] { $count } wpisy
    [many] { $count } wpisów
   *[other] { $count } wpisu
}
results-others = Nie znaleziono organizacji, ale:
partners = { $count ->
    [one] 1 powiązanie
    [few] { $count } powiązania
    [many] { $count } powiązań
   *[other] { $count } powiązania
}
more = jeszcze { $count }

# Słowa
theme = Temat
themes = Tematy
languages = Języki rozmowy
target-groups = Dla kogo
only-in-german = tylko po niemiecku
in-plain-language = W prostym języku
only-in = tylko w tym języku: { $language }
hours-today = Dziś:
hours-otherwise = o innej porze:
closed = zamknięte
closed-now = Teraz zamknięte
closed-today = Dziś zamknięte
hours-from-time = od { $time }
hours-from-date = Od { $date }
ask-first = Zapytaj wcześniej
opens-at = otwarcie o { $time }
opens-on = otwarcie: { $day } o { $time }
hours-nth = { $weekday }, { $n }. raz w miesiącu
hours-last = { $weekday }, ostatni raz w miesiącu
hours-nth-last = { $weekday }, { $n }. raz od końca miesiąca
hours-nth-several = { $weekday }, { $ordinals } raz w miesiącu
hours-ordinal = { $n }.
hours-ordinal-last = ostatni
hours-and = { $first } i { $second }
hours-always = całą dobę
hours-daily = codziennie
hours-as-written = Zapis oryginalny:
hours-sun = { $event ->
    [dawn] świt
    [dusk] zmierzch
    [sunrise] wschód słońca
   *[sunset] zachód słońca
}
hours-sun-before = { $n } min przed { $event ->
    [dawn] świtem
    [dusk] zmierzchem
    [sunrise] wschodem słońca
   *[sunset] zachodem słońca
}
hours-sun-after = { $n } min po { $event ->
    [dawn] świcie
    [dusk] zmierzchu
    [sunrise] wschodzie słońca
   *[sunset] zachodzie słońca
}
hours-public-holidays = W święta
hours-school-holidays = W ferie szkolne
hours-every-weeks = co { $n } tygodnie
hours-next-inline = następny termin:
hours-single-days = Pojedyncze dni, najbliższy:
hours-next = Następny termin:
opening-hours = Godziny otwarcia
active-in = Działa w
based-in = Siedziba w
call = Zadzwoń
write = Napisz
website = Strona internetowa
where = Miejsce
contact = Kontakt
show = Pokaż
print = Drukuj

# Szukanie
search-label = Czego szukasz?
search-placeholder = np. kurs niemieckiego, kawiarenka dla rodziców, sport
search-placeholder-events = np. festyn, koncert, sport
search-button = Szukaj
suggestions = Podpowiedzi
suggestions-count = { $count ->
    [0] Brak podpowiedzi
    [one] 1 podpowiedź
    [few] { $count } podpowiedzi
    [many] { $count } podpowiedzi
   *[other] { $count } podpowiedzi
}
suggestions-question = Pytania
suggestions-theme = Tematy
suggestions-district = Miejsca
suggestions-language = Języki rozmowy
suggestions-offer = Oferty
suggestions-event = Wydarzenia
suggestions-actor = Organizacje
search-title = Szukaj
search-title-for = Szukaj „{ $text }”
start-title = Kto w czym pomaga, w której dzielnicy i w jakim języku?
browse-themes = Według tematu
browse-districts = Według dzielnicy
order-label = Kolejność
order-relevance = Najtrafniejsze
order-name = Nazwa
order-distance = Odległość
order-updated = Ostatnia zmiana
order-verified = Ostatnie sprawdzenie
pager-label = Strony wyników
page-first = Do pierwszej strony
page-previous = Wstecz
page-next = Więcej wyników
chips-label = Wybrane filtry
chip-remove = Usuń filtr:
chip-not = bez:
chips-clear = Usuń wszystkie
match-name = Także
match-address = Adres
match-offer = Oferta
match-event = Wydarzenie
question-aside = Szukano bez tych słów:
question-offers = Czy także to?
question-exact = Szukaj tylko dokładnie tych słów
question-read = Zrozum pytanie zamiast szukać słów
near-within = W promieniu { $distance }
partner-of = Współpracuje z: { $name }
filters = Filtry
filters-apply = Pokaż wyniki
filter-text = Szukany tekst
filter-type = Typ
filter-themes = Temat
filter-districts = Dzielnica
filter-kinds = Dokładniejszy rodzaj
filter-languages = Język rozmowy
filter-groups = Dla kogo
filter-fields = Pole działania
filter-open = Godziny otwarcia
filter-near = W pobliżu
filter-features = Koszt, dostęp i wiek
filter-appointment = Termin
filter-wheelchair = Wózek inwalidzki
filter-week = Dzień i pora
filter-age = Wiek
age-years = wiek: { $count }
filter-not = Wykluczone
filter-partner = Partner współpracy
filter-polygon = Obszar
polygon-within = Na wybranym obszarze
filter-cooperation = Współpraca
filter-member-of = Członkostwo
filter-network = Sieć
network-none = W żadnej sieci
network-any = W sieci
member-of = Członek: { $name }
cooperation-cooperates_with = Współpraca
cooperation-runs_project_with = Wspólny projekt
cooperation-member_of = Członkostwo
cooperation-umbrella_of = Organizacja parasolowa
cooperation-supports = Wsparcie
cooperation-funds = Finansowanie
cooperation-provides_room_to = Pomieszczenia
cooperation-hosts_offer_of = Goszczenie oferty
cooperation-refers_to = Kierowanie dalej
cooperation-trains = Szkolenia
cooperation-interprets_for = Pośrednictwo językowe
cooperation-represented_in = Przedstawicielstwo
all-themes-only = Tylko ci, którzy mają wszystkie wybrane tematy
all-themes-chip = wszystkie tematy razem
type-any = Wszystkie
relation-label = Związek z dzielnicą
relation-either = Siedziba lub działalność
relation-based = Siedziba
relation-active = Działalność
open-now-only = Tylko to, co teraz otwarte
near-failed = Nie udało się ustalić położenia. Wybierz zamiast tego dzielnicę.
radius = Promień
empty-loosen = Nic nie pasuje do wszystkich filtrów naraz. Pomoże to:
empty-nothing-helps = Nic tu nie ma. Spróbuj innego słowa albo mniej filtrów.
help-numbers = Pomoc od razu:
empty-nearby = Blisko tego pytania jest:
empty-missing = Czegoś tu brakuje? Napisz do nas
empty-missing-comment = Nie znaleziono: { $text }
loosen = Bez filtra „{ $filter }”
show-all = Pokaż wszystkie wpisy
show-all-count = Pokaż wszystkie ({ $count })
files-label = Zabierz wyniki ze sobą
files-table = Jako tabelę (CSV)
files-calendar = Ich wydarzenia jako kalendarz (.ics)
actions-label = Zabierz i przekaż
share = Udostępnij
share-copied = Skopiowano link
contact-card = Zapisz kontakt
sheet = Kartka do przekazania
sheet-back = Wróć do strony
sheet-language = W jakim języku?
sheet-code = Kod QR z adresem tej strony
sheet-scan = Otwórz w telefonie
shortlist = Moja lista
shortlist-add = Zapamiętaj
shortlist-show = Pokaż moją listę
shortlist-more = Szukaj dalej
shortlist-remove = Usuń z listy
shortlist-note = Lista jest tylko w adresie tej strony. Aby ją zachować, dodaj zakładkę, udostępnij ją lub wydrukuj.
shortlist-empty = Jeszcze nic nie zapamiętano. Zaznacz „Zapamiętaj” w wynikach.
shortlist-missing = { $count ->
    [one] 1 wpis nie jest już opublikowany.
    [few] { $count } wpisy nie są już opublikowane.
   *[other] { $count } wpisów nie jest już opublikowanych.
}
quick-exit = Szybko opuść stronę
mistake-title = Na ten adres nie można odpowiedzieć
mistake-theme = Nie ma tematu „{ $given }”.
mistake-district = Nie ma dzielnicy „{ $given }”.
mistake-partner = Nie ma wpisu „{ $given }”.
mistake-parameter = Nie ma filtra „{ $given }”.
mistake-word = Filtr „{ $name }” nie zna „{ $given }”.
mistake-allowed = Możliwe wartości:
mistake-day = „{ $given }” nie jest dniem z lat { $first }–{ $last }. Proszę zapisać tak: 2026-05-31.
mistake-number = „{ $name }” musi być liczbą od { $least } do { $most }, a nie „{ $given }”.
mistake-polygon = Tego obszaru nie da się narysować. Dozwolone jest od 3 do 200 wierzchołków, każdy jako długość i szerokość w stopniach; linie nie mogą się przecinać.
mistake-place = Miejsce wymaga długości (lon) i szerokości (lat).
mistake-too-much = To za dużo naraz: dozwolone jest { $count }.
mistake-cursor = Tej strony wyników już nie ma.
mistake-meant = Czy chodziło o

# Profil
profile-facts = W skrócie
about = O nas
social-links = Media społecznościowe
contact-persons = Osoby do kontaktu
good-to-know = Warto wiedzieć
openness = Otwartość międzykulturowa
openness-on = Stan na { $date }
counter-languages = Języki w okienku
interpreters = Dostępni tłumacze
association-contact = Kontakt dla stowarzyszeń
staff-training = Ostatnie szkolenie międzykulturowe
declaration = Własna deklaracja
register-number = Numer w rejestrze
accessibility = Udogodnienia dostępności
admission = Udział
ages = Wiek (lata)
ages-between = { $least }–{ $most }
ages-from = od { $least }
ages-to = do { $most }
exclusions = Nie dla
documents = Prosimy przynieść
registration-methods = Sposoby zapisu
my-minimum-age = Najniższy wiek w latach
my-maximum-age = Najwyższy wiek w latach
my-problem-age = Wiek: od 0 do 120 lat, najwyższy nie niższy od najniższego.
not-free-of-charge = Odpłatnie
legal-form = Forma prawna
verified-on = Sprawdzono { $date } · { $role }
not-verified = Jeszcze nie sprawdzono
updated-on = Ostatnia zmiana { $date }
suggest-for-entry = Znalazłeś błąd? Zaproponuj zmianę
cooperations = Współpraca
cooperations-all = Pokaż wszystkich partnerów
members-all = Pokaż wszystkich członków w wyszukiwarce
since = od { $date }
confirmed-on = potwierdzono { $date }
suggested-partners = Możliwi partnerzy
suggested-partners-note = Propozycja katalogu, bo wiele do siebie pasuje. Nie ma jeszcze powiązania.
suggested-because = Wspólne:
shared-partner = obie strony współpracują z: { $name }
link-from-member_of = ma wśród członków
link-from-umbrella_of = należy do związku
link-from-supports = otrzymuje wsparcie od
link-from-funds = otrzymuje środki od
link-from-provides_room_to = korzysta z pomieszczeń od
link-from-hosts_offer_of = ma ofertę u
link-from-refers_to = przyjmuje osoby skierowane przez
link-from-trains = jest szkolona przez
link-from-interprets_for = korzysta z tłumaczeń od
link-from-represented_in = ma wśród przedstawicieli
offers = Oferty
cost = Koszt
registration-link = Zapisy w internecie
valid-from = Od
valid-until = Do
availability = Wolne miejsca
availability-places = { $count ->
    [one] { $count } wolne miejsce
    [few] { $count } wolne miejsca
    [many] { $count } wolnych miejsc
   *[other] { $count } wolnego miejsca
}
availability-until = obowiązuje do { $date }
schedule = Godziny
events = Wydarzenia
projects = Projekty
project-since = Początek
project-until = Koniec
funding = Finansowanie
participants = Wspólnie z

# Oferty, wydarzenia, projekty
listing-label = Co jest pokazane
listing-actors = Organizacje
listing-offers = Oferty
listing-events = Wydarzenia
offers-lead = Kursy, porady, miejsca spotkań, sale i wolontariat: co jest, kiedy i w jakim języku.
events-lead = Co się wkrótce odbędzie: kiedy, gdzie, w jakim języku i jak dodać to do własnego kalendarza.
offers-count = { $count ->
    [0] Nie znaleziono ofert
    [one] 1 oferta
    [few] { $count } oferty
    [many] { $count } ofert
   *[other] { $count } oferty
}
events-count = { $count ->
    [0] Nie znaleziono wydarzeń
    [one] 1 wydarzenie
    [few] { $count } wydarzenia
    [many] { $count } wydarzeń
   *[other] { $count } wydarzenia
}
dates-count = { $count ->
    [0] Na ten czas nic nie wpisano.
    [one] 1 termin
    [few] { $count } terminy
    [many] { $count } terminów
   *[other] { $count } terminu
}
events-from = od { $date }
event-until = do { $date }
offer = Oferta
event = Wydarzenie
project = Projekt
hosts = Organizator
offer-giver = Kto oferuje
project-participants = Uczestnicy
all-day = cały dzień
event-ongoing = trwa
event-running = Trwa teraz
event-cancelled = Odwołane
event-cancelled-note = To wydarzenie zostało odwołane.
event-all-cancelled = Wszystkie terminy tego wydarzenia zostały odwołane.
event-rest-cancelled = Wszystkie kolejne terminy tego wydarzenia zostały odwołane.
event-over = To wydarzenie już się odbyło.
offer-over = Tej oferty już nie ma.
event-dates = Najbliższe terminy
event-excluded = Nie odbędzie się:
calendar-add = Do mojego kalendarza
calendar-note = Gdy zasubskrybują Państwo kalendarz, nowe i zmienione terminy same pojawią się w Państwa kalendarzu.
calendar-subscribe = Subskrybuj kalendarz
calendar-file = Pobierz jako plik (.ics)
calendar-of-host = Wszystkie terminy tej organizacji
calendar-view = Widok
calendar-list = Lista
calendar-week = Tydzień
calendar-month = Miesiąc
calendar-steps = Inne dni
week-before = Poprzedni tydzień
week-next = Następny tydzień
month-before = Poprzedni miesiąc
month-next = Następny miesiąc
filter-actor = Tylko ta organizacja

# Temat i dzielnica
theme-description = Organizacje, instytucje i sieci zajmujące się tematem: { $theme }
theme-children = Dokładniej
theme-by-district = Według dzielnicy
district-description = Organizacje, instytucje i sieci: { $district }
district-children = Osiedla
district-by-theme = Według tematu
entries-title = Wpisy
refine = Zawęź w wyszukiwarce
nobody-here = Nikt nie jest tu jeszcze wpisany.

# Zasięg
coverage-lead = Ilu działa w jakim temacie i w której dzielnicy, i gdzie kogoś brakuje?
coverage-note = Liczy się, kto ma tam siedzibę lub działa. Temat obejmuje swoje podtematy.
coverage-caption = Wpisy według tematu i dzielnicy
coverage-whole = Do całej tabeli
coverage-gaps = Tu kogoś brakuje
coverage-no-gaps = Nie ma tu luk.
coverage-everywhere = wszędzie

# Współpraca
cooperation-lead = Kto z kim współpracuje? Pokazane są aktywne powiązania potwierdzone przez obie strony.
cooperation-none = Nie ma tu jeszcze potwierdzonej współpracy.
cooperation-communities = Grupy, które ściśle współpracują
cooperation-communities-note = Ci, którzy mają między sobą wiele powiązań, stoją razem. Każda grupa nosi nazwę członka z największą liczbą powiązań.
cooperation-linked = Powiązane z:
cooperation-alone = Jeszcze bez potwierdzonej współpracy
cooperation-of = Sieć: { $name }
cooperation-profile = Do profilu
cooperation-whole = Do całej sieci
cooperation-picture-communities = Obraz grup: im większe koło, tym więcej członków; im szersza linia, tym więcej powiązań. To samo jest na liście.
cooperation-picture-actor = Obraz sieci: strzałki pokazują, od kogo wychodzi powiązanie. To samo jest na liście.
cooperation-see = Zobacz sieć
all-themes = Wszystkie tematy
all-districts = Wszystkie dzielnice

# Zaproponuj zmianę
suggest-lead = Coś się nie zgadza albo kogoś brakuje? Napisz do nas. Redakcja sprawdza każdą propozycję. Konto nie jest potrzebne.
suggest-about = Wpis:
suggest-new = Organizacja, której jeszcze brakuje. Dla istniejącego wpisu użyj odnośnika w jego profilu.
suggest-name = Nazwa
suggest-kind = Rodzaj organizacji
suggest-phone = Telefon
suggest-email = E-mail
suggest-website = Strona internetowa
suggest-comment = Co powinniśmy wiedzieć?
suggest-comment-hint = Na przykład: nowe godziny otwarcia, przeprowadzka, już nie istnieje. Prosimy nie podawać prywatnych danych innych osób.
suggest-contact = Jak się z Tobą skontaktować w razie pytań? (dobrowolnie)
suggest-contact-hint = Nigdy nie jest publikowane i zostaje usunięte, gdy tylko propozycja zostanie rozpatrzona.
suggest-lengths = W każdym wierszu mieści się do { $line } znaków, w polu „Co powinniśmy wiedzieć?” do { $text }.
suggest-not-taken = Jeszcze nie przyjęto
suggest-limit-client = Z Twojego łącza internetowego nadeszło w ostatniej godzinie już tyle propozycji, ile przyjmujemy bez konta. Wyślij tę propozycję później jeszcze raz.
suggest-limit-entry = Na redakcję czeka już wiele propozycji do tego wpisu. Wyślij tę propozycję później jeszcze raz.
suggest-limit-queue = Na redakcję czeka już bardzo wiele propozycji. Wyślij tę propozycję później jeszcze raz.
suggest-limit-storage = Obecnie nie ma miejsca na nowe propozycje. Wyślij tę propozycję później jeszcze raz.
suggest-limit-busy = W tej chwili nie można nic zapisać. To, co wpisano, nadal tu jest: wyślij to ponownie za minutę.
suggest-send = Wyślij propozycję
suggest-wrong = Sprawdź podane informacje
suggest-thanks = Dziękujemy za propozycję
suggest-thanks-text = Redakcja ją obejrzy. Do tego czasu wpis pozostanie bez zmian.
back-to-search = Wróć do wyszukiwania
please-choose = Wybierz
problem-required = brakuje
problem-nothing = Zmień coś albo napisz, o co chodzi.
problem-latin-name = Wpisz nazwę także literami łacińskimi.
problem-too-long = jest za długie: najwyżej { $count } znaków
problem-phone = to nie jest numer telefonu. Przykład: 02323 123456
problem-email = to nie jest adres e-mail. Przykład: name@example.org
problem-website = to nie jest adres internetowy. Przykład: https://example.org
problem-version = Wpis się w międzyczasie zmienił. Sprawdź podane informacje i wyślij jeszcze raz.
problem-other = nie można tego przyjąć w tej postaci

# Gdy nie ma strony
not-found-title = Nie ma takiej strony
not-found-text = Być może adres się zmienił. Poszukaj nazwy albo tematu.
gone-title = Ten wpis nie jest już publikowany
gone-text = Został zarchiwizowany, na przykład dlatego, że organizacja już nie istnieje. Może pomoże ktoś inny.
forbidden-title = Stąd to nie działa
forbidden-text = Formularz nie został wysłany z tej strony. Otwórz go tutaj i wyślij jeszcze raz.
bad-request-title = Tego zapytania nie można odczytać
bad-request-text = Wróć i spróbuj jeszcze raz.
too-large-title = To za dużo tekstu
too-large-text = Wróć i skróć tekst.
busy-title = W tej chwili jest zbyt duży ruch
busy-text = Nic nie zostało zapisane. Spróbuj ponownie za minutę.
fault-title = Coś poszło nie tak po naszej stronie
fault-text = Spróbuj ponownie za kilka minut.

# Nota prawna i ochrona danych
imprint-missing = Prowadzący ten katalog nic tu jeszcze nie wpisał.
imprint-licences = Licencje programów, z których powstały te strony
privacy-missing = Prowadzący ten katalog nic tu jeszcze nie wpisał. Co robi sam program, opisano poniżej.
privacy-program-title = Co program robi z danymi
privacy-cookies = Strony publiczne nie używają plików cookie i nic nie zapisują na Twoim urządzeniu.
privacy-others = Strony nie wczytują niczego od innych dostawców. Nikt inny nie dowie się, że tu jesteś.
privacy-map = Mapa wczytuje tło z { $hosts }. Kto ją otwiera, przekazuje tym dostawcom swój adres internetowy i pokazywany fragment. Poza tym strony nie wczytują niczego od innych.
privacy-logs = Dzienniki nie zawierają ani Twojego wyszukiwania, ani Twojego adresu.
privacy-demand = To, czego ktoś szuka i nie znajduje, liczymy według tematu, dzielnicy i języka, miesiąc po miesiącu. Twoje słowa i Twój adres nie są zapisywane, a liczb poniżej pięciu nikt nie widzi.
privacy-place = Twoje położenie jest używane tylko wtedy, gdy wybierzesz szukanie w okolicy. Stoi wtedy w adresie tego jednego wyszukiwania i nie jest zapisywane.
privacy-suggestions = Propozycja nie wymaga danych o Tobie. Dobrowolnie podany kontakt zostaje usunięty, gdy tylko propozycja zostanie rozpatrzona. Jeśli wynik przychodzi e-mailem, adres pozostaje do wysłania tej wiadomości, najwyżej dwa tygodnie.
privacy-persons = Osoby do kontaktu pojawiają się tylko za ich zgodą, pole po polu. Wycofanie zgody działa od razu.
