# Lists of offices, as tables: what is wrong with them, what there is to know of them.

# Why a table as a whole cannot be read.
table-io = tabeli nie udało się odczytać
table-too-large = tabela jest za duża: dozwolone są 64 MiB; proszę ją podzielić
table-no-text = wiersz { $line }: to nie jest tekst; dozwolony jest CSV, jaki zapisują arkusze kalkulacyjne
table-broken-encoding = wiersz { $line }: tekst nie ma jednego kodowania od początku do końca; proszę zapisać jako „CSV UTF-8” lub podać kodowanie
table-open-quote = wiersz { $line }: tu cudzysłów otwiera komórkę i nigdzie się nie zamyka
table-text-behind-quote = wiersz { $line }: za cudzysłowem zamykającym komórkę, która zaczyna się w wierszu { $opened }, stoi tekst; czy nie brakuje tam cudzysłowu? W cudzysłowie pisze się go podwójnie
table-empty = tabela jest pusta: pierwszy wiersz musi nazywać kolumny, wśród nich jedną z nazwami
table-unknown-headings = wiersz { $line }: przypisanie podaje { $count ->
    [one] kolumnę
   *[other] kolumny
} { $given }, których tabela nie ma: są tylko { $headings }
table-no-name-column = wiersz { $line }: żadna kolumna nie zawiera nazw: są tylko { $headings }; proszę przypisać, może przez { $example }
table-no-address-columns = wiersz { $line }: potrzebne są ulica (str), numer domu (hnr) i dwie współrzędne (ost i nord albo lon i lat): są tylko { $headings }
table-no-workbook = to nie jest skoroszyt; proszę zapisać jako „Skoroszyt programu Excel (.xlsx)” lub „Arkusz OpenDocument (.ods)”
table-old-or-locked = skoroszyt ma hasło albo stary format Excela; proszę zapisać bez hasła jako .xlsx
table-unpacked = rozpakowany skoroszyt jest za duży: dozwolone jest 256 MiB
table-too-many-cells = tabela ma za dużo komórek: dozwolone są 4 000 000 w pierwszych 1 000 kolumn
table-too-many-rows = tabela ma za dużo wierszy: dozwolone jest 250 000; proszę ją podzielić
table-rows-out-of-order = wiersz { $line } stoi pod późniejszymi; proszę zapisać skoroszyt na nowo
table-no-sheet = nie ma arkusza { $given }: są tylko { $sheets }
table-missing-part = skoroszytowi brakuje części ({ $part }); proszę go otworzyć w arkuszu kalkulacyjnym i zapisać na nowo
table-broken-part = części skoroszytu ({ $part }) nie da się odczytać; proszę go otworzyć w arkuszu kalkulacyjnym i zapisać na nowo
table-no-visible-sheet = wszystkie arkusze są ukryte: proszę podać jeden jako arkusz: są tylko { $sheets }

# What somebody says of how a table is read, and why that is nothing.
table-encoding-name = { $given } nie jest kodowaniem: dozwolone są { $allowed }
table-decision-form = { $given } nie jest decyzją: dozwolone są WARTOŚĆ=ZNACZENIE, WARTOŚĆ=note, NAGŁÓWEK:WARTOŚĆ=ZNACZENIE, row 12=NAZWA-SKRÓCONA (lub new, skip), duplicates=new (lub entry, skip), conflicts=table (lub directory) i unclear=note (lub suggestion; NAGŁÓWEK:unclear=note)
table-mapping-form = { $given } nie przypisuje żadnej kolumny: dozwolone są NAGŁÓWEK=POLE, NAGŁÓWEK=POLE+POLE i NAGŁÓWEK= dla kolumny, która jest pomijana
table-mapping-fields = { $given } nie jest polem albo te pola nie mogą stać w jednej kolumnie: dozwolone są { $allowed }

# What is wrong with a cell or a row; each goes on behind the name of the field and a colon.
table-cells = ma { $count ->
    [one] { $count } komórkę
    [few] { $count } komórki
   *[many] { $count } komórek
}: dozwolone jest { $allowed }, jak w wierszu nagłówków
table-cells-quoted = { $problem }; komórka w cudzysłowie sięga od wiersza { $first } do wiersza { $last } tekstu: czy nie brakuje tam cudzysłowu?
table-no-heading = ma wartość w kolumnie bez nagłówka: nic nie jest tam dozwolone
table-no-heading-mapped = ma wartość w kolumnie bez nagłówka: do przypisania przez "{ $column }=POLE" albo przez "{ $column }=", jeśli nic nie znaczy
table-merged-rows = jest scalona od wiersza { $first } do wiersza { $last }: dozwolona jest jedna komórka na wiersz
table-formula-error = zawiera błąd { $error } formuły: dozwolona jest wartość albo nic
table-formula-without-result = zawiera formułę bez wyniku: proszę otworzyć w arkuszu kalkulacyjnym i zapisać na nowo
table-unreadable-sign = zawiera znak, którego nie da się odczytać: proszę wpisać go ze źródła
table-control-character = zawiera znak sterujący { $sign }: dozwolone są litery, znaki i znaki końca wiersza
table-flag = { $given } nie znaczy ani tak, ani nie: dozwolone są ja, nein, x, true, false, yes, no
table-degrees = { $given } nie jest współrzędną: dozwolone są stopnie w postaci 7,1553 i metry (ETRS89/UTM) w postaci 371675,78
table-postcode-digits = { $given } ma { $count ->
    [one] { $count } cyfrę
    [few] { $count } cyfry
   *[many] { $count } cyfr
}: dozwolone jest 5
table-postcode-letter = { $given } ma literę w miejscu cyfry: dozwolone jest 5 cyfr
table-name-lost = { $given } straciło przy zapisie wszystkie litery: proszę wpisać nazwę ze źródła
table-name-without-letters = { $given } nie ma liter: dozwolone są nazwy
table-value-unknown = { $given } jest nieznane: do rozstrzygnięcia przez { $decision }
table-value-unclear = { $given } jest niejasne, może { $candidates }: do rozstrzygnięcia przez { $decision }
table-far-place = { $given } leży daleko poza wszystkimi dzielnicami: do rozstrzygnięcia przez "{ $value }=yes", jeśli tak ma być, w przeciwnym razie przez "{ $value }=note"
table-other-kind = { $given } stoi w tabeli { $kind }: dozwolone jest tylko { $kind }
table-version = nie jest wersją: dozwolona jest liczba z eksportu albo nic
table-letters-lost = { $given } straciło litery przy zapisie: proszę zapisać jako „CSV UTF-8” lub skoroszyt
table-conflict = zmienione po obu stronach: tabela podaje { $mine }, { $theirs }; do rozstrzygnięcia przez { $decision }
table-conflict-entered = { $name }: wpis { $value } z dnia { $day }
table-conflict-now = teraz stoi tam { $value }

# What there is to know of a field of a row; each goes on behind its name and a colon.
table-lost-letter = { $given } mogło stracić literę przy zapisie
table-in-note = { $given } stoi w notatce
table-not-taken = nie przejęto, stoi w notatce: { $given }
table-comment = komentarz komórki, stoi w notatce: { $given }
table-state = { $given }, mówi tabela: { $effect }
table-effect-draft = pozostaje szkicem
table-effect-archived = zostanie zarchiwizowane
table-effect-published = zostanie opublikowane
table-effect-public = wpis jest publiczny i takim pozostaje, dopóki nie zostanie zarchiwizowany lub wycofany w konsoli
table-effect-withdrawn = staje się szkicem i nie jest już publiczny
table-effect-past = wpis jest zarchiwizowany i takim pozostaje
table-place-withheld = { $reason ->
    [forbidden] nie ma być publiczne, mówi tabela
    [home] jest prywatnym mieszkaniem, mówi tabela
   *[doubt] mówi coś niezrozumiałego, co może być prywatnym mieszkaniem
}: { $shown ->
    [quarter] pokazana jest tylko dzielnica
    [hidden] miejsce jest ukryte
   *[note] adres stoi tylko w notatce
}
table-contact-withheld = nie ma być publiczne, mówi tabela: { $value } stoi tylko w notatce
table-draft-forbidden = nie wolno publikować, mówi tabela: { $effect }
table-draft-contact = { $contacts } może należeć do osoby: { $effect }; jeśli wszystko w tej kolumnie należy do stowarzyszeń, proszę ją przypisać (Telefon=phone, E-Mail=email)
table-draft-doubtful = tabela mówi coś o osobach, mieszkaniach lub poufnych sprawach, co trzeba przeczytać: { $effect }
table-draft-no-consent = tabela nie mówi, czy wolno to opublikować: { $effect }
table-draft-bare = nie ma nic prócz nazwy, może to nagłówek części: { $effect }
table-draft-over = tabela mówi, że tego już nie ma albo że to zawieszone: { $effect }, proszę sprawdzić
table-several-boroughs = { $city } podaje kilka okręgów: nie przejęto dzielnicy
table-problem-not-taken = { $problem }; nie przejęto, stoi w notatce
table-problem-in-note = { $problem }; stoi w notatce
table-repaired = { $given } zrozumiano jako { $meant }
table-persons = zrozumiano jako osobę kontaktową, tylko wewnętrznie: { $given }; nic z tego nie będzie publiczne, dopóki nikt tego nie wpisze
table-lost-prefix = { $given } straciło chyba zero lub plus na początku: { $meant }
table-further-values = dalsze stoją w notatce: { $values }
table-beside-person = { $value } stoi obok osoby i uchodzi za jej: tylko wewnętrznie
table-day-taken = { $given } nie podaje dnia: zrozumiano jako { $day }
table-day-in-future = { $given } ({ $day }) jest w przyszłości i stoi w notatce
table-no-day = { $given } nie da się zrozumieć jako dnia i stoi w notatce
table-no-hours = { $given } nie da się zrozumieć jako godzin i stoi w notatce
table-vague = { $given } nie podaje niczego, co można by wpisać
table-name-link = nazwa prowadzi tam: { $address }
table-address-district = { $name } w adresie zrozumiano jako dzielnicę: { $slug }
table-address-other-district = w adresie stoi { $name }, przejmuje się { $slug }
table-postcode-elsewhere = { $given } nie jest kodem pocztowym okolicy ({ $area }…): proszę sprawdzić
table-heading-doubtful = w wierszu { $line } powyżej stoi { $heading }, kody pocztowe poniżej temu przeczą: nie przejęto, proszę sprawdzić
table-heading-elsewhere = nagłówek powyżej podaje dzielnicę, adres { $city }: nie przejęto
table-far = leży daleko poza wszystkimi dzielnicami
table-far-decided = leży daleko poza wszystkimi dzielnicami, jak postanowiono
table-far-check = leży daleko poza wszystkimi dzielnicami: proszę sprawdzić
table-other-quarter = leży raczej w { $nearest } niż w { $named }, jak mówi tabela: proszę sprawdzić
table-conflict-noted = { $given } stoi w notatce: zmienione po obu stronach

# What there is to know of a table as a whole.
table-weekdays = Kolumny dni tygodnia to godziny otwarcia: { $headings }.
table-broken-signs = { $count ->
    [one] { $count } znaku nie da się odczytać, w wierszu { $line }: jego komórkę wymieniono niżej.
   *[many] { $count } znaków nie da się odczytać, pierwszego w wierszu { $line }: ich komórki wymieniono niżej.
}
table-encoding = Odczytano jako { $encoding }.
table-encoding-unsure = Odczytano jako { $encoding }, bez pewności: proszę sprawdzić nazwy ze szczególnymi literami.
table-several-tables = Arkusz ma kilka tabel: nagłówki w wierszu { $lines } obowiązują dla wierszy pod nimi.
table-rows-not-read = Śródtytuły, sumy i przypisy nie są czytane: wiersz { $lines }.
table-joined-names = Pod nazwą w tej samej komórce stoją dane kontaktowe, tak też są czytane: wiersz { $lines }.
table-month-first = W kolumnie { $heading } miesiąc stoi przed dniem.
table-quarters-and-boroughs = Kolumna { $heading } podaje też dzielnice: nazwy, które oznaczają jedno i drugie, to tam { $level ->
    [quarters] dzielnice
   *[boroughs] okręgi
}; inaczej przez { $mapping }.
table-sheet-passed = Arkusz { $passed } nie zawiera tabeli: czytany jest arkusz { $sheet }.
table-further-sheets = Dalsze arkusze: { $sheets }.
table-hidden-sheets = Ukryte arkusze nie są czytane: { $sheets }.
table-sheet-read = Czytany jest arkusz { $sheet }; są też: { $sheets }.
table-answers = Odpowiedzi tak lub nie, ale niezrozumiałe: { $headings }. Może stoi tam, co wolno publikować: dopóki ktoś nie przypisze kolumnie tego, co zawiera (także „note” lub nic), nowe wpisy pozostają szkicami.
table-sections = Nagłówki części obowiązują dla wierszy pod nimi aż do następnego pustego: wiersz { $lines }.
table-sections-unused = Nagłówki części, które nie obowiązują dla żadnego wiersza: wiersz { $lines }.
table-metres = Współrzędne w metrach (ETRS89/UTM) przeliczono na stopnie ({ $count }).
table-exchanged-degrees = Długość i szerokość stoją we wszystkich wierszach w kolumnie drugiej z nich i są czytane na odwrót.
table-merged-cells = Scalone komórki obowiązują dla każdego ze swoich wierszy ({ $count ->
    [one] raz
   *[many] { $count } razy
}).
table-hidden-columns = Ukryte kolumny też są czytane ({ $count }): { $columns }.
table-hidden-rows = Ukryte wiersze też są czytane ({ $count }): { $lines }.
table-ditto = "dito" i "wie oben" oznaczają komórkę powyżej: wiersz { $lines }.
table-comments = Komentarze komórek stoją w notatkach swoich wierszy, tylko wewnętrznie: wiersz { $lines }.
table-comments-left = Te komentarze nie należą do żadnego wpisu i nie są przejmowane: wiersz { $comments }.
table-unknown-columns = Nieznane kolumny nie są czytane: { $headings }.
table-unused-decisions = Te decyzje nie dotyczą niczego w tabeli: { $decisions }.
table-unknown-meanings = Tych znaczeń nie ma albo nie są jednoznaczne: { $meanings }.
table-older-rows = { $count ->
    [one] { $count } wiersz pokazuje
    [few] { $count } wiersze pokazują
   *[many] { $count } wierszy pokazuje
} starszy stan: czego w nich nie zmieniono, pozostaje, jak jest teraz.
table-no-versions = Bez kolumny "version" nie widać, co inni zmienili od eksportu: zostanie to nadpisane.
table-heading-line = Nagłówki stoją w wierszu { $line }; co jest powyżej, nie jest czytane.
table-no-names = Żadna kolumna nie zawiera nazw: proszę przypisać, która to jest.
table-venue = { $given } zrozumiano jako budynek lub wejście przy { $street }
