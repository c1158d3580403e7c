# What breaks a rule.

# A field of an entry breaks a rule. Each sentence goes on behind the name of the field and a colon.
problem-required = brakuje
problem-german-required = wymaga tekstu po niemiecku (de)
problem-too-long = jest za długie: dozwolone jest najwyżej { $allowed }
problem-duplicate = zawiera { $value } dwa razy
problem-line-break = ma więcej niż jeden wiersz; dozwolony jest jeden
problem-control-character = zawiera znak sterujący; dozwolone są tylko znak końca wiersza i tabulator
problem-ends-before-start = jest przed początkiem
problem-day-past = jest w przeszłości: dozwolone od { $first } do { $last }
problem-day-too-far = jest zbyt daleko w przyszłości: dozwolone od { $first } do { $last }
problem-in-the-future = jest w przyszłości: dozwolony jest dzień do { $last }
problem-far-away = leży daleko poza wszystkimi dzielnicami: proszę sprawdzić lub potwierdzić (farAway: true)
problem-self-link = łączy podmiot z nim samym
problem-not-confirmed = wymaga dla tego stanu potwierdzenia obu stron
problem-consent-required = może być widoczne dla innych tylko za zgodą
problem-no-date-of-event = wymienia dni, w których i tak nie ma terminu: { $days }
problem-unknown = podaje { $value }, które nie istnieje
problem-retired = podaje { $name }, które wycofano; przy replaceRetired: true zastąpi je { $replacement }
problem-archived = podaje { $name }, które zarchiwizowano; przy replaceRetired: true zostanie pominięte
problem-taken = { $value } jest już zajęte
problem-recurrence-no-start = nie pasuje do pierwszego początku: reguła kończy się przed nim (UNTIL) albo podaje dni, których nigdy nie ma; proszę podać późniejszy koniec lub inne dni
problem-recurrence-times-of-day = nie pasuje do wydarzenia całodniowego: proszę pominąć BYHOUR, BYMINUTE i BYSECOND
problem-recurrence-first-start = nie pasuje do pierwszego początku: { $first } nie jest żadnym z jej terminów
problem-recurrence-nearest-start = nie pasuje do pierwszego początku: { $first } nie jest żadnym z jej terminów; najbliższe: { $nearest }
problem-web-address-meant = nie jest adresem strony: chodzi chyba o { $meant }
problem-openness-of-institutions = dotyczy tylko instytucji
problem-boundary-off-the-earth = ma punkt poza Ziemią: dozwolona jest długość od -180 do 180, szerokość od -90 do 90
problem-age = nie jest wiekiem: dozwolone jest od 0 do { $most ->
    [one] { $most } roku
   *[many] { $most } lat
}
problem-age-below-least = jest niższe niż wiek minimalny
problem-free-places = dozwolone jest od 1 do { $most ->
    [one] { $most } miejsca
   *[many] { $most } miejsc
}
problem-no-free-places = podaje się tylko tam, gdzie są wolne miejsca
problem-year = przypada na rok { $year }: dozwolone od { $first } do { $last }
problem-zero-coordinates = 0/0 leży na Atlantyku: proszę zostawić puste, jeśli miejsce nie jest znane
problem-exchanged-coordinates = leży daleko poza wszystkimi dzielnicami; długość i szerokość są chyba zamienione: chodzi chyba o długość { $longitude } i szerokość { $latitude }
problem-synonym-language = { $given } nie jest znacznikiem języka: dozwolone są znaczniki BCP 47, na przykład de, tr, kmr
problem-too-many = jest za dużo: dozwolone jest najwyżej { $most }
problem-phrase-reserved = zawiera znak, na który nie ma tu miejsca: nawiasy stoją tylko wokół całego wyrażenia, a ; = " nigdzie
problem-phrase-without-word = nie zawiera słowa: dozwolone jest jedno lub więcej słów
problem-phrase-star = ma * w złym miejscu: stoi na końcu słowa po co najmniej { $fewest ->
    [one] { $fewest } znaku
   *[many] { $fewest } znakach
}

# How alike two entries are.
likeness-same-name = ta sama nazwa
likeness-similar-name = podobna nazwa ({ $percent } %)
likeness-same-abbreviation = ten sam skrót
likeness-same-website = ta sama strona internetowa
likeness-same-phone = ten sam numer telefonu
likeness-same-email = ten sam adres e-mail
likeness-same-place = to samo miejsce (w odległości { $metres } m)
