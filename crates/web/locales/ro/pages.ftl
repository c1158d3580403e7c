# În jurul fiecărei pagini
skip-to-content = Salt la conținut
preview-title = Previzualizare:
preview-text = Așa ar vedea publicul această înregistrare. Ce este secret nu apare aici. Doar redacția poate deschide această pagină.
nav-label = Meniul principal
nav-search = Căutare
nav-coverage = Ce lipsește?
nav-cooperation = Cooperări
nav-suggest = Propune o modificare
nav-imprint = Date legale
nav-privacy = Protecția datelor
footer-label = Alte pagini
funders-label = Finanțatori
language-label = Alegeți limba
read-in-this-language = Citiți această pagină în română
data-licence = Date sub licența { $licence }
data-as-of = Actualizat: { $date }
crumbs-label = Nivelul superior

# Numere, zile, ore
metres = { $number } m
kilometres = { $number } km
date = { $day } { $month } { $year }
date-with-weekday = { $weekday }, { $date }
date-with-time = { $date }, ora { $time }
month-1 = ianuarie
month-2 = februarie
month-3 = martie
month-4 = aprilie
month-5 = mai
month-6 = iunie
month-7 = iulie
month-8 = august
month-9 = septembrie
month-10 = octombrie
month-11 = noiembrie
month-12 = decembrie
month-alone-1 = ianuarie
month-alone-2 = februarie
month-alone-3 = martie
month-alone-4 = aprilie
month-alone-5 = mai
month-alone-6 = iunie
month-alone-7 = iulie
month-alone-8 = august
month-alone-9 = septembrie
month-alone-10 = octombrie
month-alone-11 = noiembrie
month-alone-12 = decembrie
month-with-year = { $month } { $year }
weekday-short-1 = lun.
weekday-short-2 = mar.
weekday-short-3 = mie.
weekday-short-4 = joi
weekday-short-5 = vin.
weekday-short-6 = sâm.
weekday-short-7 = dum.
time-range = { $time }
date-range = { $from } – { $until }
entries = { $count ->
    [one] o înregistrare
    [few] { $count } înregistrări
   *[other] { $count } de înregistrări
}
results = { $count ->
    [0] Nu s-a găsit nimic
    [one] O înregistrare
    [few] { $count } înregistrări
   *[other] { $count } de înregistrări
}
results-others = Nicio organizație găsită, dar:
partners = { $count ->
    [one] o legătură
    [few] { $count } legături
   *[other] { $count } de legături
}
more = încă { $count }

# Cuvinte
theme = Tema
themes = Teme
languages = Limbi vorbite
target-groups = Grupuri-țintă
only-in-german = doar în germană
in-plain-language = În limbaj simplu
only-in = doar în această limbă: { $language }
hours-today = Astăzi:
hours-otherwise = în rest:
closed = închis
closed-now = Închis acum
closed-today = Închis astăzi
hours-from-time = de la { $time }
hours-from-date = Din { $date }
ask-first = Întrebați înainte
opens-at = se deschide la { $time }
opens-on = se deschide { $day } la { $time }
hours-nth = { $n ->
    [1] prima zi
   *[other] a { $n }-a zi
} de { $weekday } din lună
hours-last = ultima zi de { $weekday } din lună
hours-nth-last = a { $n }-a zi de { $weekday } de la sfârșitul lunii
hours-nth-several = { $ordinals } zi de { $weekday } din lună
hours-ordinal = { $n ->
    [1] prima
   *[other] a { $n }-a
}
hours-ordinal-last = ultima
hours-and = { $first } și { $second }
hours-always = non-stop
hours-daily = zilnic
hours-as-written = Așa cum este notat:
hours-sun = { $event ->
    [dawn] zori
    [dusk] amurg
    [sunrise] răsăritul soarelui
   *[sunset] apusul soarelui
}
hours-sun-before = cu { $n } min. înainte de { $event ->
    [dawn] zori
    [dusk] amurg
    [sunrise] răsăritul soarelui
   *[sunset] apusul soarelui
}
hours-sun-after = la { $n } min. după { $event ->
    [dawn] zori
    [dusk] amurg
    [sunrise] răsăritul soarelui
   *[sunset] apusul soarelui
}
hours-public-holidays = În zilele de sărbătoare
hours-school-holidays = În vacanțele școlare
hours-every-weeks = la fiecare { $n } săptămâni
hours-next-inline = data următoare:
hours-single-days = Zile separate, următoarea:
hours-next = Data următoare:
opening-hours = Program
active-in = Activ în
based-in = Sediul în
call = Sunați
write = Scrieți
website = Site web
where = Locul
contact = Contact
show = Arată
print = Tipărește

# Căutare
search-label = Ce căutați?
search-placeholder = de ex. curs de germană, cafenea pentru părinți, sport
search-placeholder-events = de ex. festival, concert, sport
search-button = Caută
suggestions = Sugestii
suggestions-count = { $count ->
    [0] Nicio sugestie
    [one] O sugestie
    [few] { $count } sugestii
   *[other] { $count } de sugestii
}
suggestions-question = Întrebări
suggestions-theme = Teme
suggestions-district = Locuri
suggestions-language = Limbi vorbite
suggestions-offer = Oferte
suggestions-event = Evenimente
suggestions-actor = Organizații
search-title = Căutare
search-title-for = Căutare „{ $text }”
start-title = Cine ajută, cu ce, în ce cartier și în ce limbă?
browse-themes = După temă
browse-districts = După cartier
order-label = Ordine
order-relevance = Cele mai potrivite
order-name = Nume
order-distance = Distanță
order-updated = Ultima modificare
order-verified = Ultima verificare
pager-label = Paginile rezultatelor
page-first = La prima pagină
page-previous = Înapoi
page-next = Mai multe rezultate
chips-label = Filtre alese
chip-remove = Elimină filtrul:
chip-not = fără:
chips-clear = Elimină toate
match-name = De asemenea
match-address = Adresă
match-offer = Ofertă
match-event = Eveniment
question-aside = Căutat fără aceste cuvinte:
question-offers = Și asta?
question-exact = Caută doar exact aceste cuvinte
question-read = Înțelege întrebarea în loc să caute cuvintele
near-within = Pe o rază de { $distance }
partner-of = Cooperează cu { $name }
filters = Filtre
filters-apply = Arată rezultatele
filter-text = Textul căutat
filter-type = Tip
filter-themes = Temă
filter-districts = Cartier
filter-kinds = Tip mai exact
filter-languages = Limba vorbită
filter-groups = Grup-țintă
filter-fields = Domeniu de acțiune
filter-open = Program
filter-near = În apropiere
filter-features = Cost, acces și vârstă
filter-appointment = Programare
filter-wheelchair = Scaun rulant
filter-week = Ziua și ora
filter-age = Vârsta
age-years = vârsta: { $count }
filter-not = Ce este exclus
filter-partner = Partener de cooperare
filter-polygon = Zonă
polygon-within = În zona aleasă
filter-cooperation = Colaborare
filter-member-of = Apartenență
filter-network = Rețea
network-none = În nicio rețea
network-any = Într-o rețea
member-of = Membru al { $name }
cooperation-cooperates_with = Cooperare
cooperation-runs_project_with = Proiect comun
cooperation-member_of = Apartenență
cooperation-umbrella_of = Organizație-umbrelă
cooperation-supports = Sprijin
cooperation-funds = Finanțare
cooperation-provides_room_to = Spații
cooperation-hosts_offer_of = Găzduirea unei oferte
cooperation-refers_to = Îndrumare
cooperation-trains = Formare
cooperation-interprets_for = Mediere lingvistică
cooperation-represented_in = Reprezentare
all-themes-only = Doar cei cu toate temele alese
all-themes-chip = toate temele împreună
type-any = Toate
relation-label = Legătura cu cartierul
relation-either = Sediul sau activitatea acolo
relation-based = Sediul acolo
relation-active = Activitatea acolo
open-now-only = Doar ce este deschis acum
near-failed = Locația dumneavoastră nu este disponibilă. Alegeți în schimb un cartier.
radius = Raza
empty-loosen = Nimic nu corespunde tuturor filtrelor împreună. Iată ce ajută:
empty-nothing-helps = Nu există nimic. Încercați alt cuvânt sau mai puține filtre.
help-numbers = Ajutor imediat:
empty-nearby = Apropiat de această întrebare:
empty-missing = Lipsește ceva aici? Spuneți-ne
empty-missing-comment = Negăsit: { $text }
loosen = Fără „{ $filter }”
show-all = Arată toate înregistrările
show-all-count = Arată toate ({ $count })
files-label = Ia rezultatele cu tine
files-table = Ca tabel (CSV)
files-calendar = Evenimentele lor ca un calendar (.ics)
actions-label = Ia cu tine și dă mai departe
share = Distribuie
share-copied = Linkul a fost copiat
contact-card = Salvează contactul
sheet = Foaie de înmânat
sheet-back = Înapoi la pagină
sheet-language = În ce limbă?
sheet-code = Cod QR cu adresa acestei pagini
sheet-scan = Deschide pe telefon
shortlist = Lista mea
shortlist-add = Reține
shortlist-show = Arată lista mea
shortlist-more = Caută mai multe
shortlist-remove = Scoate din listă
shortlist-note = Lista se află doar în adresa acestei pagini. Ca să o păstrați, puneți un semn de carte, distribuiți-o sau tipăriți-o.
shortlist-empty = Încă nimic reținut. Bifați „Reține” în rezultate.
shortlist-missing = { $count ->
    [one] 1 intrare nu mai este publicată.
    [few] { $count } intrări nu mai sunt publicate.
   *[other] { $count } de intrări nu mai sunt publicate.
}
quick-exit = Părăsește pagina rapid
mistake-title = La această adresă nu se poate răspunde așa
mistake-theme = Nu există tema „{ $given }”.
mistake-district = Nu există cartierul „{ $given }”.
mistake-partner = Nu există înregistrarea „{ $given }”.
mistake-parameter = Nu există filtrul „{ $given }”.
mistake-word = Filtrul „{ $name }” nu cunoaște „{ $given }”.
mistake-allowed = Sunt posibile:
mistake-day = „{ $given }” nu este o zi din anii { $first }–{ $last }. Scrieți-o așa: 2026-05-31.
mistake-number = „{ $name }” trebuie să fie un număr de la { $least } la { $most }, nu „{ $given }”.
mistake-polygon = Această zonă nu poate fi desenată. Sunt permise între 3 și 200 de colțuri, fiecare cu longitudine și latitudine în grade, iar liniile nu se pot încrucișa.
mistake-place = Un loc are nevoie de longitudine (lon) și latitudine (lat).
mistake-too-much = E prea mult deodată: sunt permise { $count }.
mistake-cursor = Această pagină de rezultate nu mai există.
mistake-meant = Ați vrut să spuneți

# Profil
profile-facts = Pe scurt
about = Despre noi
social-links = Rețele sociale
contact-persons = Persoane de contact
good-to-know = Bine de știut
openness = Deschidere interculturală
openness-on = Situația la { $date }
counter-languages = Limbi vorbite la ghișeu
interpreters = Interpreți disponibili
association-contact = Contact pentru asociații
staff-training = Ultima formare interculturală
declaration = Declarație proprie
register-number = Număr de registru
accessibility = Facilități de accesibilitate
admission = Participare
ages = Vârsta (ani)
ages-between = { $least }–{ $most }
ages-from = de la { $least }
ages-to = până la { $most }
exclusions = Nu este pentru
documents = Vă rugăm să aduceți
registration-methods = Modalități de înscriere
my-minimum-age = Vârsta minimă în ani
my-maximum-age = Vârsta maximă în ani
my-problem-age = Vârsta: între 0 și 120 de ani, maxima nu mai mică decât minima.
not-free-of-charge = Cu plată
legal-form = Formă juridică
verified-on = Verificat pe { $date } · { $role }
not-verified = Încă neverificat
updated-on = Ultima modificare: { $date }
suggest-for-entry = Ați găsit o greșeală? Propuneți o modificare
cooperations = Cooperări
cooperations-all = Arată toți partenerii de cooperare
members-all = Arată toți membrii în căutare
since = din { $date }
confirmed-on = confirmat pe { $date }
suggested-partners = Parteneri posibili
suggested-partners-note = Propuși de ghid, pentru că multe se potrivesc. Încă nu există o legătură.
suggested-because = În comun:
shared-partner = ambii cooperează cu { $name }
link-from-member_of = are ca membru
link-from-umbrella_of = aparține de uniunea
link-from-supports = este sprijinit de
link-from-funds = este finanțat de
link-from-provides_room_to = folosește spațiile oferite de
link-from-hosts_offer_of = are o ofertă la
link-from-refers_to = primește persoane trimise de
link-from-trains = este instruit de
link-from-interprets_for = primește mediere lingvistică de la
link-from-represented_in = are ca reprezentant
offers = Oferte
cost = Costuri
registration-link = Înscriere online
valid-from = De la
valid-until = Până la
availability = Locuri libere
availability-places = { $count ->
    [one] { $count } loc liber
    [few] { $count } locuri libere
   *[other] { $count } de locuri libere
}
availability-until = valabil până la { $date }
schedule = Ore
events = Evenimente
projects = Proiecte
project-since = Început
project-until = Sfârșit
funding = Finanțare
participants = Împreună cu

# Oferte, evenimente, proiecte
listing-label = Ce se arată
listing-actors = Organizații
listing-offers = Oferte
listing-events = Evenimente
offers-lead = Cursuri, consiliere, locuri de întâlnire, săli și voluntariat: ce există, când și în ce limbă.
events-lead = Ce urmează: când, unde, în ce limbă și cum ajunge în calendarul propriu.
offers-count = { $count ->
    [0] Nu s-a găsit nicio ofertă
    [one] O ofertă
    [few] { $count } oferte
   *[other] { $count } de oferte
}
events-count = { $count ->
    [0] Nu s-a găsit niciun eveniment
    [one] Un eveniment
    [few] { $count } evenimente
   *[other] { $count } de evenimente
}
dates-count = { $count ->
    [0] Pentru această perioadă nu este înscris nimic.
    [one] O dată
    [few] { $count } date
   *[other] { $count } de date
}
events-from = de la { $date }
event-until = până la { $date }
offer = Ofertă
event = Eveniment
project = Proiect
hosts = Organizat de
offer-giver = Oferit de
project-participants = Participanți
all-day = toată ziua
event-ongoing = în desfășurare
event-running = Are loc acum
event-cancelled = Anulat
event-cancelled-note = Acest eveniment a fost anulat.
event-all-cancelled = Toate datele acestui eveniment au fost anulate.
event-rest-cancelled = Toate datele următoare ale acestui eveniment au fost anulate.
event-over = Acest eveniment s-a încheiat.
offer-over = Această ofertă nu mai există.
event-dates = Următoarele date
event-excluded = Nu are loc pe:
calendar-add = În calendarul meu
calendar-note = Dacă vă abonați la calendar, datele noi și cele schimbate ajung singure în calendarul dumneavoastră.
calendar-subscribe = Abonare la calendar
calendar-file = Descărcare ca fișier (.ics)
calendar-of-host = Toate datele acestei organizații
calendar-view = Afișare
calendar-list = Listă
calendar-week = Săptămână
calendar-month = Lună
calendar-steps = Alte zile
week-before = Săptămâna anterioară
week-next = Săptămâna următoare
month-before = Luna anterioară
month-next = Luna următoare
filter-actor = Numai această organizație

# Temă și cartier
theme-description = Organizații, instituții și rețele pe tema { $theme }
theme-children = Mai exact
theme-by-district = După cartier
district-description = Organizații, instituții și rețele în { $district }
district-children = Subcartiere
district-by-theme = După temă
entries-title = Înregistrări
refine = Restrângeți în căutare
nobody-here = Încă nu este înscris nimeni aici.

# Acoperire
coverage-lead = Câți lucrează pe ce temă și în ce cartier, și unde mai lipsește cineva?
coverage-note = Se numără cine are sediul sau activitatea acolo. O temă include subtemele ei.
coverage-caption = Înregistrări după temă și cartier
coverage-whole = La tabelul întreg
coverage-gaps = Aici mai lipsește cineva
coverage-no-gaps = Aici nu lipsește nimic.
coverage-everywhere = peste tot

# Cooperări
cooperation-lead = Cine lucrează cu cine? Sunt arătate legăturile active confirmate de ambele părți.
cooperation-none = Aici nu există încă o cooperare confirmată.
cooperation-communities = Grupuri care lucrează strâns împreună
cooperation-communities-note = Cei care au multe legături între ei stau împreună. Fiecare grup poartă numele membrului cu cele mai multe legături.
cooperation-linked = Legat cu:
cooperation-alone = Încă fără cooperare confirmată
cooperation-of = Rețea: { $name }
cooperation-profile = La profil
cooperation-whole = La întreaga rețea
cooperation-picture-communities = Imaginea grupurilor: cu cât cercul e mai mare, cu atât sunt mai mulți membri; cu cât linia e mai lată, cu atât sunt mai multe legături. Lista spune același lucru.
cooperation-picture-actor = Imaginea rețelei: săgețile arată de la cine pornește o legătură. Lista spune același lucru.
cooperation-see = Vezi rețeaua
all-themes = Toate temele
all-districts = Toate cartierele

# Propune o modificare
suggest-lead = E ceva greșit sau lipsește cineva? Scrieți-ne. Redacția verifică fiecare propunere. Nu aveți nevoie de cont.
suggest-about = Înregistrarea:
suggest-new = O organizație care lipsește încă. Pentru una existentă folosiți linkul din profilul ei.
suggest-name = Nume
suggest-kind = Tipul organizației
suggest-phone = Telefon
suggest-email = E-mail
suggest-website = Site web
suggest-comment = Ce ar trebui să știm?
suggest-comment-hint = De exemplu: program nou, s-a mutat, nu mai există. Vă rugăm, nimic privat despre alții.
suggest-contact = Cum vă contactăm dacă avem întrebări? (opțional)
suggest-contact-hint = Nu se publică niciodată și se șterge imediat ce propunerea este rezolvată.
suggest-lengths = Pe fiecare rând încap { $line } de caractere, la „Ce ar trebui să știm?” { $text }.
suggest-not-taken = Încă nepreluat
suggest-limit-client = De la conexiunea dvs. la internet au venit în ultima oră atâtea propuneri câte acceptăm fără cont. Vă rugăm să o trimiteți din nou mai târziu.
suggest-limit-entry = Despre această înregistrare așteaptă deja multe propuneri la redacție. Vă rugăm să o trimiteți din nou mai târziu.
suggest-limit-queue = La redacție așteaptă deja foarte multe propuneri. Vă rugăm să o trimiteți din nou mai târziu.
suggest-limit-storage = Momentan nu este loc pentru propuneri noi. Vă rugăm să o trimiteți din nou mai târziu.
suggest-limit-busy = Momentan nu se poate salva nimic. Ceea ce ați scris a rămas aici: vă rugăm să trimiteți din nou peste un minut.
suggest-send = Trimite propunerea
suggest-wrong = Vă rugăm să verificați datele
suggest-thanks = Vă mulțumim pentru propunere
suggest-thanks-text = Redacția o va analiza. Până atunci înregistrarea rămâne cum este.
back-to-search = Înapoi la căutare
please-choose = Vă rugăm să alegeți
problem-required = lipsește
problem-nothing = Vă rugăm să schimbați ceva sau să scrieți despre ce este vorba.
problem-latin-name = Vă rugăm să scrieți numele și cu litere latine.
problem-too-long = e prea lung: cel mult { $count } caractere
problem-phone = nu este un număr de telefon. Exemplu: 02323 123456
problem-email = nu este o adresă de e-mail. Exemplu: name@example.org
problem-website = nu este o adresă web. Exemplu: https://example.org
problem-version = Înregistrarea s-a schimbat între timp. Vă rugăm să verificați datele și să trimiteți din nou.
problem-other = nu poate fi preluat așa

# Când nu există pagina
not-found-title = Această pagină nu există
not-found-text = Poate că adresa s-a schimbat. Căutați numele sau tema.
gone-title = Această înregistrare nu mai este publicată
gone-text = A fost arhivată, de exemplu pentru că organizația nu mai există. Poate vă ajută altcineva.
forbidden-title = De aici nu se poate
forbidden-text = Formularul nu a fost trimis de pe acest site. Deschideți-l aici și trimiteți-l din nou.
bad-request-title = Această cerere nu poate fi citită
bad-request-text = Vă rugăm să vă întoarceți și să încercați din nou.
too-large-title = E prea mult text
too-large-text = Vă rugăm să vă întoarceți și să scurtați textul.
busy-title = În acest moment sunt prea multe cereri
busy-text = Nu s-a salvat nimic. Vă rugăm să încercați din nou peste un minut.
fault-title = Ceva nu a mers la noi
fault-text = Vă rugăm să încercați din nou peste câteva minute.

# Date legale și protecția datelor
imprint-missing = Cine administrează acest ghid nu a scris încă nimic aici.
imprint-licences = Licențele programelor din care sunt făcute aceste pagini
privacy-missing = Cine administrează acest ghid nu a scris încă nimic aici. Ce face programul însuși scrie mai jos.
privacy-program-title = Ce face programul cu datele
privacy-cookies = Paginile publice nu folosesc cookie-uri și nu salvează nimic pe dispozitivul dumneavoastră.
privacy-others = Paginile nu încarcă nimic de la alți furnizori. Nimeni altcineva nu află că sunteți aici.
privacy-map = Harta își încarcă fundalul de la { $hosts }. Cine o deschide comunică acestor furnizori adresa sa de internet și zona afișată. În rest, paginile nu încarcă nimic de la alții.
privacy-logs = Jurnalele nu conțin nici căutarea, nici adresa dumneavoastră.
privacy-demand = Ceea ce se caută și nu se găsește este numărat după temă, cartier și limbă, pe fiecare lună. Cuvintele și adresa dumneavoastră nu sunt păstrate, iar numerele sub cinci nu le vede nimeni.
privacy-place = Locația este folosită doar dacă alegeți căutarea în apropiere. Apare atunci în adresa acelei căutări și nu se salvează.
privacy-suggestions = O propunere nu are nevoie de date despre dumneavoastră. Un contact dat de bunăvoie se șterge imediat ce propunerea este rezolvată. Dacă rezultatul vi se trimite prin e-mail, adresa rămâne până la trimiterea lui, cel mult două săptămâni.
privacy-persons = Persoanele de contact apar doar cu acordul lor, câmp cu câmp. Retragerea acordului are efect imediat.
