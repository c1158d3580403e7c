# Imports: what is wrong with rows, what there is to know of them, and the report at a terminal.

# What is wrong with a row, or keeps it from being taken.
import-erased-person = este o persoană care a fost ștearsă: este permis numai să fie omisă
import-consent-withdrawn = a fost retras la { $day }: este permis un consimțământ dat după aceea
import-retires-theme = retrage o temă: este permis numai administrației
import-absent = numește { $slug } dintr-un rând care nu este preluat: este permis numai împreună cu el
import-digest = nu ține de nicio probă cu aceste fișiere: repetați proba
import-no-row = rândul { $row } nu există: sunt permise { $first } până la { $last }
import-row-wrong = rândul { $row } este greșit și nu poate fi preluat
import-row-conflict = înregistrarea rândului { $row } s-a schimbat de la probă
import-row-left-out = rândul { $row } este omis, așa cum s-a decis: fără acea decizie este preluat
import-no-rows = nu numește niciun rând

# Whom a row looks like.
import-alike = probabil dublează { $others }
import-alike-decide = { $problem }: se decide cu "row { $row }=new", "row { $row }={ $slug }" sau "row { $row }=skip"
import-alike-series = { $first }; { $last }
import-alike-entry = înregistrarea { $slug } { $name } ({ $signs })
import-alike-archived = înregistrarea arhivată { $slug } { $name } ({ $signs })
import-alike-row = rândul { $row } { $name } ({ $signs })
import-alike-taken-row = un rând preluat, { $name } ({ $signs })

# What there is to know of a row.
import-no-theme = fără temă: la ce lucrează împreună cele două?
import-placed = pus pe casa din adresă, după fișierul de adrese
import-place-lowered = locul nu este cunoscut mai precis: se arată mijlocul cartierului
import-placed-in-district = este cunoscut numai sectorul: pe hartă undeva în jurul mijlocului lui, marcat ca imprecis
import-no-place-active = nu este pe nicio hartă: sunt numite cartiere în care se lucrează și nicio casă cunoscută
import-no-place = nu este pe nicio hartă: tabelul nu numește nici un cartier, nici o casă cunoscută
import-same-phone = { $name } are același număr de telefon
import-archived-alike = { $name }, cu care seamănă rândul, este arhivat
import-undoubted = la acest rând nu era nimic de decis: verificați dacă despre el este vorba

# The report at a terminal.
report-row = rând
report-outcome = rezultat
report-what = ce
report-outcome-word = { $outcome ->
    [new] nou
    [likely-duplicate] poate dublu
    [changed] schimbat
    [same] la fel
    [wrong] greșit
    [conflict] conflict
   *[left-out] omis
}
report-line = acolo rândul { $line }
report-same = Rândurile { $rows } spun deja același lucru.
report-total = { $outcome }: { $count }
report-totals = Înregistrări – { $totals }.
report-no-totals = Înregistrări: niciuna.
report-taken = Preluat: { $count ->
    [one] o înregistrare scrisă
    [few] { $count } înregistrări scrise
   *[other] { $count } de înregistrări scrise
}.
report-nothing-written = Nu s-a scris nimic.
report-nothing-to-take = Nu s-a scris nimic și, fără încă o privire, nu este nimic de preluat.
report-next = Nu s-a scris nimic. Pentru a prelua rânduri: { $command } FIȘIER…
report-look = Priviți aceste rânduri:
report-more-rows = … și încă { $count }; --format json le numește pe toate.
report-more = … și încă { $count }
report-other-sheet = Altă foaie: --sheet NUME
report-other-encoding = Altă codare: --encoding NUME
report-not-read = nu se citește
report-unknown = necunoscut: spuneți --map "{ $heading }=…" / --ignore "{ $heading }"
report-filled = { $count } completate
report-empty-words = { $count } care nu spun nimic
report-questions = De decis, fiecare o dată pentru tot tabelul:
report-question = { $heading }, { $count ->
    [one] un rând
    [few] { $count } rânduri
   *[other] { $count } de rânduri
}
report-question-perhaps = { $question }; poate { $candidates }
report-decide-column = sau toate din această coloană: --decide "{ $heading }:unclear=note" / "{ $heading }:unclear=suggestion"
report-decide-rest = Sau tot restul odată, în notele rândurilor: --decide "unclear=note"
report-like-entry = seamănă cu înregistrarea { $slug } { $name }: { $signs }
report-like-row = seamănă cu rândul { $row } { $name }: { $signs }
report-nothing = nimic
report-problem-line = rândul { $line }, { $problem }
report-rejects = { $count ->
    [one] Un rând omis este
    [few] { $count } rânduri omise sunt
   *[other] { $count } de rânduri omise sunt
} în { $file }.
report-no-database = Fișierul bazei de date { $file } nu există încă: importul l-ar crea, această probă nu.
report-refused = nu s-a importat nimic:
report-refused-count = nu s-a importat nimic: { $count ->
    [one] o greșeală
    [few] { $count } greșeli
   *[other] { $count } de greșeli
}
report-strangers = indiciu: { $count ->
    [one] o înregistrare are un nume scurt luat
    [few] { $count } înregistrări au nume scurte luate
   *[other] { $count } de înregistrări au nume scurte luate
} de înregistrări cu alte identificatoare, deci aceste fișiere vin probabil din altă instalare. Importați-le într-o bază de date goală; sau scoateți "id" din fiecare înregistrare, atunci devin versiuni noi ale înregistrărilor care au aici aceste nume.
report-wrong-rows = { $wrong } din { $count ->
    [one] { $count } rând
    [few] { $count } rânduri
   *[other] { $count } de rânduri
} nu pot fi preluate; ce este greșit stă deasupra

# What an import did.
summary-actors = { $count ->
    [one] o organizație
    [few] { $count } organizații
   *[other] { $count } de organizații
}
summary-offers = { $count ->
    [one] o ofertă
    [few] { $count } oferte
   *[other] { $count } de oferte
}
summary-events = { $count ->
    [one] un eveniment
    [few] { $count } evenimente
   *[other] { $count } de evenimente
}
summary-projects = { $count ->
    [one] un proiect
    [few] { $count } proiecte
   *[other] { $count } de proiecte
}
summary-links = { $count ->
    [one] o legătură
    [few] { $count } legături
   *[other] { $count } de legături
}
summary-districts = { $count ->
    [one] un cartier
    [few] { $count } cartiere
   *[other] { $count } de cartiere
}
summary-themes = { $count ->
    [one] o temă
    [few] { $count } teme
   *[other] { $count } de teme
}
summary-persons = { $count ->
    [one] o persoană de contact
    [few] { $count } persoane de contact
   *[other] { $count } de persoane de contact
}
summary-no-entries = Nu s-a scris nimic: nu conține înregistrări.
summary-all-same = Nu s-a scris nimic: { $count ->
    [one] singura înregistrare spune
    [few] toate cele { $count } înregistrări spun
   *[other] toate cele { $count } de înregistrări spun
} deja același lucru.
summary-written = S-a scris: { $written }; { $count ->
    [one] o înregistrare spunea
    [few] { $count } înregistrări spuneau
   *[other] { $count } de înregistrări spuneau
} deja același lucru.
summary-far = { $count ->
    [one] O organizație este
    [few] { $count } organizații sunt
   *[other] { $count } de organizații sunt
} departe în afara tuturor cartierelor: verificați. Un loc greșit se corectează în fișier, care este importat din nou, sau în înregistrare.
summary-far-actor = { $file }, rândul { $line }: { $name }

stored-not-taken = nepreluat, înregistrarea păstrează { $kept }; în listă stă { $given }
stored-draft = este o ciornă în director și rămâne așa; se publică în consolă
stored-public = în director stă altceva și rămâne public: { $value }; se schimbă în consolă
stored-persons = alături rămân înscriși: { $names }; cine nu mai răspunde se elimină în consolă
stored-empty-cells = { $heading }: { $count ->
    [one] o celulă este goală, deși înregistrarea ei are ceva acolo
    [few] { $count } celule sunt goale, deși înregistrările lor au ceva acolo
   *[other] { $count } de celule sunt goale, deși înregistrările lor au ceva acolo
}; aceasta rămâne. Se elimină în consolă.
stored-moved-to-house = așezat pe casa noii adrese, după fișierul de adrese
stored-moved-to-quarter = punctul de pe hartă se mută și el, în mijlocul noului cartier
stored-place-gone = punctul de pe hartă dispare: se știe doar sectorul
stored-place-kept = punctul de pe hartă rămâne unde era: verificați în consolă
