# What breaks a rule.

# A field of an entry breaks a rule. Each sentence goes on behind the name of the field and a colon.
problem-required = lipsește
problem-german-required = are nevoie de un text în germană (de)
problem-too-long = este prea lung: sunt permise cel mult { $allowed }
problem-duplicate = conține { $value } de două ori
problem-line-break = are mai mult de un rând; este permis unul
problem-control-character = conține un caracter de control; sunt permise numai sfârșitul de rând și tabulatorul
problem-ends-before-start = este înainte de început
problem-day-past = este în trecut: este permis de la { $first } până la { $last }
problem-day-too-far = este prea departe în viitor: este permis de la { $first } până la { $last }
problem-in-the-future = este în viitor: este permisă o zi până la { $last }
problem-far-away = este departe în afara tuturor cartierelor: verificați sau confirmați (farAway: true)
problem-self-link = leagă un actor de el însuși
problem-not-confirmed = are nevoie pentru această stare de confirmarea ambelor părți
problem-consent-required = poate fi văzut de alții numai cu consimțământ
problem-no-date-of-event = numește zile în care evenimentul oricum nu are loc: { $days }
problem-unknown = numește { $value }, care nu există
problem-retired = numește { $name }, care a fost retras; cu replaceRetired: true îi ia locul { $replacement }
problem-archived = numește { $name }, care a fost arhivat; cu replaceRetired: true este omis
problem-taken = { $value } este deja folosit
problem-recurrence-no-start = nu se potrivește cu primul început: regula se termină înainte (UNTIL) sau numește zile care nu vin niciodată; dați un sfârșit mai târziu sau alte zile
problem-recurrence-times-of-day = nu se potrivește cu un eveniment de o zi întreagă: lăsați deoparte BYHOUR, BYMINUTE și BYSECOND
problem-recurrence-first-start = nu se potrivește cu primul început: { $first } nu este una dintre datele ei
problem-recurrence-nearest-start = nu se potrivește cu primul început: { $first } nu este una dintre datele ei; cele mai apropiate: { $nearest }
problem-web-address-meant = nu este o adresă web: probabil este vorba de { $meant }
problem-openness-of-institutions = există numai la instituții
problem-boundary-off-the-earth = are un punct în afara Pământului: sunt permise longitudinea -180 până la 180, latitudinea -90 până la 90
problem-age = nu este o vârstă: sunt permiși 0 până la { $most ->
    [one] un an
    [few] { $most } ani
   *[other] { $most } de ani
}
problem-age-below-least = este sub vârsta minimă
problem-free-places = sunt permise 1 până la { $most ->
    [one] un loc
    [few] { $most } locuri
   *[other] { $most } de locuri
}
problem-no-free-places = se spune numai unde sunt locuri libere
problem-year = este în anul { $year }: sunt permiși { $first } până la { $last }
problem-zero-coordinates = 0/0 este în Atlantic: lăsați gol dacă locul nu este cunoscut
problem-exchanged-coordinates = este departe în afara tuturor cartierelor; longitudinea și latitudinea par inversate: probabil este vorba de longitudinea { $longitude } și latitudinea { $latitude }
problem-synonym-language = { $given } nu este un cod de limbă: sunt permise coduri BCP 47, de exemplu de, tr, kmr
problem-too-many = sunt prea multe: sunt permise cel mult { $most }
problem-phrase-reserved = conține un semn care nu are loc aici: parantezele stau numai în jurul întregii expresii, iar ; = " nicăieri
problem-phrase-without-word = nu conține niciun cuvânt: sunt permise unul sau mai multe cuvinte
problem-phrase-star = are un * într-un loc greșit: stă la sfârșitul unui cuvânt după cel puțin { $fewest ->
    [one] un caracter
    [few] { $fewest } caractere
   *[other] { $fewest } de caractere
}

# How alike two entries are.
likeness-same-name = același nume
likeness-similar-name = nume asemănător ({ $percent } %)
likeness-same-abbreviation = aceeași abreviere
likeness-same-website = același site web
likeness-same-phone = același număr de telefon
likeness-same-email = aceeași adresă de e-mail
likeness-same-place = același loc (la { $metres } m)
