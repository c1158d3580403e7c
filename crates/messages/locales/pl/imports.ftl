# Imports: what is wrong with rows, what there is to know of them, and the report at a terminal.

# What is wrong with a row, or keeps it from being taken.
import-erased-person = to osoba, którą usunięto: wolno ją tylko pominąć
import-consent-withdrawn = wycofano { $day }: dozwolona jest zgoda udzielona po tym dniu
import-retires-theme = wycofuje temat: wolno to tylko administracji
import-absent = podaje { $slug } z wiersza, który nie jest przejmowany: wolno tylko razem z nim
import-digest = nie należy do żadnej próby z tymi plikami: proszę powtórzyć próbę
import-no-row = nie ma wiersza { $row }: dozwolone są od { $first } do { $last }
import-row-wrong = wiersz { $row } jest błędny i nie da się go przejąć
import-row-conflict = wpis wiersza { $row } zmieniono od czasu próby
import-row-left-out = wiersz { $row } pominięto, jak postanowiono: bez tej decyzji zostanie przejęty
import-no-rows = nie podaje żadnego wiersza

# Whom a row looks like.
import-alike = prawdopodobnie powtarza: { $others }
import-alike-decide = { $problem }: do rozstrzygnięcia przez "row { $row }=new", "row { $row }={ $slug }" lub "row { $row }=skip"
import-alike-series = { $first }; { $last }
import-alike-entry = wpis { $slug } { $name } ({ $signs })
import-alike-archived = zarchiwizowany wpis { $slug } { $name } ({ $signs })
import-alike-row = wiersz { $row } { $name } ({ $signs })
import-alike-taken-row = przejęty wiersz, { $name } ({ $signs })

# What there is to know of a row.
import-no-theme = bez tematu: nad czym obie strony razem pracują?
import-placed = ustawiono na domu z adresu, według pliku adresów
import-place-lowered = miejsce nie jest znane dokładniej: pokazany jest środek dzielnicy
import-placed-in-district = znany jest tylko okręg: na mapie gdzieś wokół jego środka, oznaczone jako niedokładne
import-no-place-active = nie ma tego na żadnej mapie: podano dzielnice, w których się pracuje, i żadnego znanego domu
import-no-place = nie ma tego na żadnej mapie: tabela nie podaje ani dzielnicy, ani znanego domu
import-same-phone = ten sam numer telefonu ma też { $name }
import-archived-alike = { $name }, do którego wiersz jest podobny, jest zarchiwizowane
import-undoubted = w tym wierszu nie było nic do rozstrzygnięcia: proszę sprawdzić, czy o niego chodzi

# The report at a terminal.
report-row = wiersz
report-outcome = wynik
report-what = co
report-outcome-word = { $outcome ->
    [new] nowy
    [likely-duplicate] chyba podwójny
    [changed] zmieniony
    [same] taki sam
    [wrong] błędny
    [conflict] konflikt
   *[left-out] pominięty
}
report-line = tam wiersz { $line }
report-same = Wiersze { $rows } mówią już to samo.
report-total = { $outcome }: { $count }
report-totals = Wpisy – { $totals }.
report-no-totals = Wpisy: żadnych.
report-taken = Przejęto: zapisano { $count ->
    [one] { $count } wpis
    [few] { $count } wpisy
   *[many] { $count } wpisów
}.
report-nothing-written = Nic nie zapisano.
report-nothing-to-take = Nic nie zapisano i bez ponownego spojrzenia nie ma nic do przejęcia.
report-next = Nic nie zapisano. Aby przejąć wiersze: { $command } PLIK…
report-look = Proszę obejrzeć te wiersze:
report-more-rows = … i jeszcze { $count }; --format json podaje wszystkie.
report-more = … i jeszcze { $count }
report-other-sheet = Inny arkusz: --sheet NAZWA
report-other-encoding = Inne kodowanie: --encoding NAZWA
report-not-read = nie jest czytana
report-unknown = nieznana: proszę podać --map "{ $heading }=…" / --ignore "{ $heading }"
report-filled = wypełnionych { $count }
report-empty-words = bez treści { $count }
report-questions = Do rozstrzygnięcia, każde raz dla całej tabeli:
report-question = { $heading }, { $count ->
    [one] { $count } wiersz
    [few] { $count } wiersze
   *[many] { $count } wierszy
}
report-question-perhaps = { $question }; może { $candidates }
report-decide-column = albo wszystko w tej kolumnie: --decide "{ $heading }:unclear=note" / "{ $heading }:unclear=suggestion"
report-decide-rest = Albo całą resztę naraz, do notatek wierszy: --decide "unclear=note"
report-like-entry = podobne do wpisu { $slug } { $name }: { $signs }
report-like-row = podobne do wiersza { $row } { $name }: { $signs }
report-nothing = nic
report-problem-line = wiersz { $line }, { $problem }
report-rejects = { $count ->
    [one] { $count } pominięty wiersz jest
    [few] { $count } pominięte wiersze są
   *[many] { $count } pominiętych wierszy jest
} w { $file }.
report-no-database = Pliku bazy danych { $file } jeszcze nie ma: import by go utworzył, ta próba nie.
report-refused = nic nie zaimportowano:
report-refused-count = nic nie zaimportowano: { $count ->
    [one] { $count } błąd
    [few] { $count } błędy
   *[many] { $count } błędów
}
report-strangers = wskazówka: { $count ->
    [one] { $count } wpis ma nazwę skróconą zajętą
    [few] { $count } wpisy mają nazwy skrócone zajęte
   *[many] { $count } wpisów ma nazwy skrócone zajęte
} przez wpisy o innych identyfikatorach, więc te pliki pochodzą zapewne z innej instalacji. Proszę zaimportować je do pustej bazy danych; albo usunąć "id" z każdego wpisu, wtedy będą to nowe wersje wpisów, które mają tu te nazwy.
report-wrong-rows = { $wrong } z { $count ->
    [one] { $count } wiersza
   *[many] { $count } wierszy
} nie da się przejąć; co jest błędne, stoi powyżej

# What an import did.
summary-actors = { $count ->
    [one] { $count } podmiot
    [few] { $count } podmioty
   *[many] { $count } podmiotów
}
summary-offers = { $count ->
    [one] { $count } oferta
    [few] { $count } oferty
   *[many] { $count } ofert
}
summary-events = { $count ->
    [one] { $count } wydarzenie
    [few] { $count } wydarzenia
   *[many] { $count } wydarzeń
}
summary-projects = { $count ->
    [one] { $count } projekt
    [few] { $count } projekty
   *[many] { $count } projektów
}
summary-links = { $count ->
    [one] { $count } powiązanie
    [few] { $count } powiązania
   *[many] { $count } powiązań
}
summary-districts = { $count ->
    [one] { $count } dzielnica
    [few] { $count } dzielnice
   *[many] { $count } dzielnic
}
summary-themes = { $count ->
    [one] { $count } temat
    [few] { $count } tematy
   *[many] { $count } tematów
}
summary-persons = { $count ->
    [one] { $count } osoba kontaktowa
    [few] { $count } osoby kontaktowe
   *[many] { $count } osób kontaktowych
}
summary-no-entries = Nic nie zapisano: nie ma w tym wpisów.
summary-all-same = Nic nie zapisano: { $count ->
    [one] jedyny wpis mówi
    [few] wszystkie { $count } wpisy mówią
   *[many] wszystkie { $count } wpisów mówi
} już to samo.
summary-written = Zapisano: { $written }; { $count ->
    [one] { $count } wpis mówił
    [few] { $count } wpisy mówiły
   *[many] { $count } wpisów mówiło
} już to samo.
summary-far = { $count ->
    [one] { $count } podmiot leży
    [few] { $count } podmioty leżą
   *[many] { $count } podmiotów leży
} daleko poza wszystkimi dzielnicami: proszę sprawdzić. Błędne miejsce poprawia się w pliku, który importuje się ponownie, albo we wpisie.
summary-far-actor = { $file }, wiersz { $line }: { $name }

stored-not-taken = nie przejęto, wpis zachowuje { $kept }; na liście jest { $given }
stored-draft = w katalogu jest szkicem i nim pozostaje; publikuje się w konsoli
stored-public = w katalogu jest co innego i pozostaje publiczne: { $value }; do zmiany w konsoli
stored-persons = obok pozostają wpisani: { $names }; kto już nie odpowiada, tego usuwa się w konsoli
stored-empty-cells = { $heading }: { $count ->
    [one] { $count } komórka jest pusta, a jej wpis coś tam ma
    [few] { $count } komórki są puste, a ich wpisy coś tam mają
    [many] { $count } komórek jest pustych, a ich wpisy coś tam mają
   *[other] { $count } komórki są puste, a ich wpisy coś tam mają
}; to pozostaje. Usuwa się to w konsoli.
stored-moved-to-house = umieszczono na budynku nowego adresu według pliku adresów
stored-moved-to-quarter = punkt na mapie też się przenosi, na środek nowej dzielnicy
stored-place-gone = punkt na mapie znika: znany jest tylko okręg
stored-place-kept = punkt na mapie zostaje tam, gdzie był: proszę sprawdzić w konsoli
