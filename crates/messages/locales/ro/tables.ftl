# Lists of offices, as tables: what is wrong with them, what there is to know of them.

# Why a table as a whole cannot be read.
table-io = tabelul nu a putut fi citit
table-too-large = tabelul este prea mare: sunt permiși 64 MiB; împărțiți-l
table-no-text = rândul { $line }: acesta nu este un text; este permis CSV, așa cum îl salvează programele de calcul tabelar
table-broken-encoding = rândul { $line }: textul nu are o singură codare de la început până la sfârșit; salvați-l ca „CSV UTF-8” sau numiți codarea
table-open-quote = rândul { $line }: aici o ghilimea deschide o celulă și nu este închisă niciodată
table-text-behind-quote = rândul { $line }: după ghilimeaua care închide o celulă începută în rândul { $opened } urmează text; lipsește acolo una? Între ghilimele, o ghilimea se scrie de două ori
table-empty = tabelul este gol: primul rând trebuie să numească coloanele, printre ele una cu numele
table-unknown-headings = rândul { $line }: atribuirea numește { $count ->
    [one] coloana
   *[other] coloanele
} { $given }, care nu există în tabel: există numai { $headings }
table-no-name-column = rândul { $line }: nicio coloană nu conține nume: există numai { $headings }; atribuiți, poate cu { $example }
table-no-address-columns = rândul { $line }: sunt necesare strada (str), numărul (hnr) și două coordonate (ost și nord sau lon și lat): există numai { $headings }
table-no-workbook = acesta nu este un registru de lucru; salvați-l ca „Registru de lucru Excel (.xlsx)” sau „Foaie de calcul OpenDocument (.ods)”
table-old-or-locked = registrul de lucru are o parolă sau formatul vechi de Excel; salvați-l fără parolă ca .xlsx
table-unpacked = registrul de lucru este prea mare după despachetare: sunt permiși 256 MiB
table-too-many-cells = tabelul are prea multe celule: sunt permise 4.000.000 în primele 1.000 de coloane
table-too-many-rows = tabelul are prea multe rânduri: sunt permise 250.000; împărțiți-l
table-rows-out-of-order = rândul { $line } stă sub rânduri de după el; salvați din nou registrul de lucru
table-no-sheet = foaia { $given } nu există: există numai { $sheets }
table-missing-part = registrului de lucru îi lipsește o parte ({ $part }); deschideți-l într-un program de calcul tabelar și salvați-l din nou
table-broken-part = o parte a registrului de lucru ({ $part }) nu poate fi citită; deschideți-l într-un program de calcul tabelar și salvați-l din nou
table-no-visible-sheet = toate foile sunt ascunse: numiți una dintre ele ca foaie: există numai { $sheets }

# What somebody says of how a table is read, and why that is nothing.
table-encoding-name = { $given } nu este o codare: sunt permise { $allowed }
table-decision-form = { $given } nu este o decizie: sunt permise VALOARE=SENS, VALOARE=note, ANTET:VALOARE=SENS, row 12=NUME-SCURT (sau new, skip), duplicates=new (sau entry, skip), conflicts=table (sau directory) și unclear=note (sau suggestion; ANTET:unclear=note)
table-mapping-form = { $given } nu atribuie nicio coloană: sunt permise ANTET=CÂMP, ANTET=CÂMP+CÂMP și ANTET= pentru una care este sărită
table-mapping-fields = { $given } nu este un câmp, sau aceste câmpuri nu pot sta într-o singură coloană: sunt permise { $allowed }

# What is wrong with a cell or a row; each goes on behind the name of the field and a colon.
table-cells = are { $count ->
    [one] o celulă
    [few] { $count } celule
   *[other] { $count } de celule
}: sunt permise { $allowed }, ca în rândul antetului
table-cells-quoted = { $problem }; o celulă între ghilimele ține de la rândul { $first } până la rândul { $last } al textului: lipsește acolo una?
table-no-heading = are o valoare într-o coloană fără antet: acolo nu este permis nimic
table-no-heading-mapped = are o valoare într-o coloană fără antet: se atribuie cu "{ $column }=CÂMP" sau, dacă nu înseamnă nimic, cu "{ $column }="
table-merged-rows = este îmbinată de la rândul { $first } până la rândul { $last }: este permisă o celulă pentru fiecare rând
table-formula-error = conține eroarea { $error } a unei formule: este permisă o valoare sau nimic
table-formula-without-result = conține o formulă fără rezultat: deschideți într-un program de calcul tabelar și salvați din nou
table-unreadable-sign = conține un semn care nu poate fi citit: introduceți-l din sursă
table-control-character = conține caracterul de control { $sign }: sunt permise litere, semne și sfârșituri de rând
table-flag = { $given } nu este nici da, nici nu: sunt permise ja, nein, x, true, false, yes, no
table-degrees = { $given } nu este o coordonată: sunt permise grade în forma 7,1553 și metri (ETRS89/UTM) în forma 371675,78
table-postcode-digits = { $given } are { $count ->
    [one] o cifră
    [few] { $count } cifre
   *[other] { $count } de cifre
}: sunt permise 5
table-postcode-letter = { $given } are o literă în locul unei cifre: sunt permise 5 cifre
table-name-lost = { $given } și-a pierdut toate literele la salvare: introduceți numele din sursă
table-name-without-letters = { $given } nu are litere: sunt permise nume
table-value-unknown = { $given } este necunoscut: se decide cu { $decision }
table-value-unclear = { $given } este neclar, poate { $candidates }: se decide cu { $decision }
table-far-place = { $given } este departe în afara tuturor cartierelor: se decide cu "{ $value }=yes" dacă așa este, altfel cu "{ $value }=note"
table-other-kind = { $given } stă într-un tabel de { $kind }: este permis numai { $kind }
table-version = nu este o versiune: sunt permise numărul din export sau nimic
table-letters-lost = { $given } a pierdut litere la salvare: salvați ca „CSV UTF-8” sau ca registru de lucru
table-conflict = schimbat de ambele părți: tabelul spune { $mine }, { $theirs }; se decide cu { $decision }
table-conflict-entered = { $name } a introdus { $value } la { $day }
table-conflict-now = acum acolo este { $value }

# What there is to know of a field of a row; each goes on behind its name and a colon.
table-lost-letter = { $given } a pierdut poate o literă la salvare
table-in-note = { $given } stă în notă
table-not-taken = nepreluat, stă în notă: { $given }
table-comment = comentariul celulei, stă în notă: { $given }
table-state = { $given }, spune tabelul: { $effect }
table-effect-draft = rămâne o ciornă
table-effect-archived = este arhivat
table-effect-published = este publicat
table-effect-public = înregistrarea este publică și rămâne așa până când este arhivată sau retrasă în consolă
table-effect-withdrawn = devine ciornă și nu mai este publică
table-effect-past = înregistrarea este arhivată și rămâne așa
table-place-withheld = { $reason ->
    [forbidden] nu trebuie să fie public, spune tabelul
    [home] este o locuință privată, spune tabelul
   *[doubt] spune ceva ce nu se înțelege și poate numi o locuință privată
}: { $shown ->
    [quarter] se arată numai cartierul
    [hidden] locul este ascuns
   *[note] adresa stă numai în notă
}
table-contact-withheld = nu trebuie să fie public, spune tabelul: { $value } stă numai în notă
table-draft-forbidden = nu are voie să fie publicat, spune tabelul: { $effect }
table-draft-contact = { $contacts } poate aparține unei persoane: { $effect }; dacă tot ce este în această coloană aparține asociațiilor, atribuiți-o (Telefon=phone, E-Mail=email)
table-draft-doubtful = tabelul spune ceva despre persoane, locuințe sau lucruri confidențiale, care trebuie citit: { $effect }
table-draft-no-consent = tabelul nu spune dacă se poate publica: { $effect }
table-draft-bare = nu are decât un nume, poate antetul unei secțiuni: { $effect }
table-draft-over = tabelul spune că nu mai există sau că este suspendat: { $effect }, verificați
table-several-boroughs = { $city } numește mai multe sectoare: nu s-a preluat niciun cartier
table-problem-not-taken = { $problem }; nepreluat, stă în notă
table-problem-in-note = { $problem }; stă în notă
table-repaired = { $given } înțeles ca { $meant }
table-persons = înțeles ca persoană de contact, numai intern: { $given }; nimic din asta nu devine public cât timp nu îl introduce cineva
table-lost-prefix = { $given } pare să fi pierdut zeroul sau plusul din față: { $meant }
table-further-values = celelalte stau în notă: { $values }
table-beside-person = { $value } stă lângă o persoană și este socotit al ei: numai intern
table-day-taken = { $given } nu numește o zi: înțeles ca { $day }
table-day-in-future = { $given } ({ $day }) este în viitor și stă în notă
table-no-day = { $given } nu poate fi înțeles ca zi și stă în notă
table-no-hours = { $given } nu poate fi înțeles ca program și stă în notă
table-vague = { $given } nu numește nimic ce s-ar putea introduce
table-name-link = numele duce acolo: { $address }
table-address-district = { $name } din adresă înțeles ca cartier: { $slug }
table-address-other-district = în adresă este { $name }, se preia { $slug }
table-postcode-elsewhere = { $given } nu este un cod poștal din zonă ({ $area }…): verificați
table-heading-doubtful = în rândul { $line } de deasupra este { $heading }, codurile poștale de sub el spun altceva: nepreluat, verificați
table-heading-elsewhere = antetul de deasupra numește un cartier, adresa { $city }: nepreluat
table-far = este departe în afara tuturor cartierelor
table-far-decided = este departe în afara tuturor cartierelor, așa cum s-a decis
table-far-check = este departe în afara tuturor cartierelor: verificați
table-other-quarter = este mai degrabă în { $nearest } decât în { $named }, cum spune tabelul: verificați
table-conflict-noted = { $given } stă în notă: schimbat de ambele părți

# What there is to know of a table as a whole.
table-weekdays = Coloanele zilelor săptămânii sunt programul: { $headings }.
table-broken-signs = { $count ->
    [one] Un semn nu poate fi citit, în rândul { $line }: celula lui este numită mai jos.
    [few] { $count } semne nu pot fi citite, primul în rândul { $line }: celulele lor sunt numite mai jos.
   *[other] { $count } de semne nu pot fi citite, primul în rândul { $line }: celulele lor sunt numite mai jos.
}
table-encoding = Citit ca { $encoding }.
table-encoding-unsure = Citit ca { $encoding }, fără certitudine: verificați numele cu litere speciale.
table-several-tables = Foaia are mai multe tabele: anteturile din rândul { $lines } sunt valabile pentru rândurile de sub ele.
table-rows-not-read = Anteturile de secțiuni, sumele și notele de subsol nu se citesc: rândul { $lines }.
table-joined-names = Sub nume, în aceeași celulă, stă contactul, care este citit ca atare: rândul { $lines }.
table-month-first = În coloana { $heading } luna stă înaintea zilei.
table-quarters-and-boroughs = Coloana { $heading } numește și cartiere: numele care sunt și una, și alta sunt acolo { $level ->
    [quarters] cartiere
   *[boroughs] sectoare
}; altfel cu { $mapping }.
table-sheet-passed = Foaia { $passed } nu conține un tabel: se citește foaia { $sheet }.
table-further-sheets = Alte foi: { $sheets }.
table-hidden-sheets = Foile ascunse nu se citesc: { $sheets }.
table-sheet-read = Se citește foaia { $sheet }; mai există: { $sheets }.
table-answers = Răspunsuri cu da sau nu, dar neînțelese: { $headings }. Poate acolo scrie ce are voie să fie public: până când cineva atribuie coloanei ce conține (și „note” sau nimic), înregistrările noi rămân ciorne.
table-sections = Anteturile de secțiuni sunt valabile pentru rândurile de sub ele până la următorul rând gol: rândul { $lines }.
table-sections-unused = Anteturi de secțiuni care nu sunt valabile pentru niciun rând: rândul { $lines }.
table-metres = Coordonatele în metri (ETRS89/UTM) sunt transformate în grade ({ $count }).
table-exchanged-degrees = Longitudinea și latitudinea stau în toate rândurile una în coloana celeilalte și sunt citite invers.
table-merged-cells = Celulele îmbinate sunt valabile pentru fiecare dintre rândurile lor ({ $count ->
    [one] o dată
    [few] de { $count } ori
   *[other] de { $count } de ori
}).
table-hidden-columns = Coloanele ascunse se citesc și ele ({ $count }): { $columns }.
table-hidden-rows = Rândurile ascunse se citesc și ele ({ $count }): { $lines }.
table-ditto = „dito” și „wie oben” țin locul celulei de deasupra: rândul { $lines }.
table-comments = Comentariile celulelor stau în notele rândurilor lor, numai intern: rândul { $lines }.
table-comments-left = Aceste comentarii nu țin de nicio înregistrare și nu sunt preluate: rândul { $comments }.
table-unknown-columns = Coloanele necunoscute nu se citesc: { $headings }.
table-unused-decisions = Aceste decizii nu privesc nimic din tabel: { $decisions }.
table-unknown-meanings = Aceste sensuri nu există sau nu sunt univoce: { $meanings }.
table-older-rows = { $count ->
    [one] Un rând arată
    [few] { $count } rânduri arată
   *[other] { $count } de rânduri arată
} o versiune mai veche: ce nu s-a schimbat acolo rămâne cum este acum.
table-no-versions = Fără coloana „version” nu se poate ști ce au schimbat alții de la export: se suprascrie.
table-heading-line = Anteturile stau în rândul { $line }; ce este deasupra nu se citește.
table-no-names = Nicio coloană nu conține nume: atribuiți care este.
table-venue = { $given } înțeles ca clădirea sau intrarea de la { $street }
