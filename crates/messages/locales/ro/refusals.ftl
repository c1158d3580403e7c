# Why a command, a change or a table is refused.

# Why a command did nothing.
refusal-sign-in-first = Conectați-vă mai întâi: este nevoie de rolul „{ $needed }”.
refusal-role-too-low = Este nevoie de rolul „{ $needed }”; sunteți conectat ca „{ $had }”.
refusal-second-factor-first = Configurați sau introduceți mai întâi al doilea factor.
refusal-read-only-token = Acest token poate numai să citească.
refusal-wrong-secret = Datele nu sunt corecte.
refusal-not-yours = Membrii modifică numai înregistrările propriei asociații.
refusal-not-found = Această înregistrare nu există (sau nu mai există).
refusal-conflict = Înregistrarea s-a schimbat între timp: editarea a pornit de la versiunea { $expected }, salvată este { $found }.
refusal-conflict-by = Înregistrarea a fost schimbată între timp de { $authors }: editarea a pornit de la versiunea { $expected }, salvată este { $found }.
refusal-author = { $name } ({ $role })
refusal-evidence-missing = Ați confirmat și cealaltă parte: numiți dovada, de exemplu o scrisoare sau un proces-verbal, sau lăsați partea respectivă să confirme.
refusal-database-busy = Nu s-a scris nimic: un alt program scrie chiar acum în baza de date sau o blochează. Încercați din nou imediat.
refusal-erased = Această persoană a fost ștearsă: creați o nouă persoană de contact.
refusal-review-needed = Redacția examinează mai întâi această modificare: trimiteți-o ca propunere.
refusal-account-exists = Există deja un cont cu această adresă de e-mail.
refusal-clock = Nu s-a scris nimic: ceasul serverului este greșit. Anunțați-i pe cei care îl administrează.

# Accounts and passwords.
password-too-short = Parola este prea scurtă: sunt necesare cel puțin { $least ->
    [one] un caracter
    [few] { $least } caractere
   *[other] { $least } de caractere
}.
password-too-long = Parola este prea lungă: sunt permise cel mult { $most ->
    [one] un caracter
    [few] { $most } caractere
   *[other] { $most } de caractere
}.
password-common = Parola este folosită de prea mulți; mai multe cuvinte la întâmplare sunt mai bune.
password-like-email = Parola este formată din adresa de e-mail sau din nume.
password-guessable = Parola este prea ușor de ghicit, de exemplu un cuvânt cunoscut, un nume sau o dată cu câteva caractere în plus; mai multe cuvinte la întâmplare sunt mai bune.
account-own = Contul propriu nu poate fi schimbat astfel: rugați o altă persoană cu rol de administrare.
account-no-mail-server = Nu se trimite niciun e-mail: în fișierul de setări lipsesc [mail] și [http] origin.
account-no-second-factor = Nu există al doilea factor.
account-no-second-factor-offered = Nu există un al doilea factor de confirmat.
account-second-factor-required = Administrarea are nevoie aici de un al doilea factor.
account-second-factor-exists = Există deja un al doilea factor; trebuie mai întâi eliminat.
account-disabled = Contul este blocat.
account-no-role = Publicul nu are nevoie de cont: sunt permise partner, member, editor, admin.
account-only-for-members = Numai membrii (member) vorbesc pentru organizații și pot fi considerați de încredere.
account-too-many-invitations = În 24 de ore sunt posibile cel mult { $allowed ->
    [one] o invitație
    [few] { $allowed } invitații
   *[other] { $allowed } de invitații
} și { $same } către aceeași adresă. Încercați mai târziu sau întrebați instituția.
problem-token-days = este { $given }: este permis de la 1 la { $most }
problem-person-name = este permis numele unei persoane pe un rând, fără adresă web sau de e-mail

# Proposals of the public.
proposals-client = Fără conectare primim de la o conexiune cel mult { $allowed ->
    [one] o propunere
    [few] { $allowed } propuneri
   *[other] { $allowed } de propuneri
} pe oră; următoarea peste { $minutes ->
    [one] un minut
    [few] { $minutes } minute
   *[other] { $minutes } de minute
}.
proposals-entry = Pentru această înregistrare așteaptă deja { $allowed ->
    [one] o propunere
    [few] { $allowed } propuneri
   *[other] { $allowed } de propuneri
} la redacție, nu mai primim altele; încercați mai târziu.
proposals-queue = La redacție așteaptă deja { $allowed ->
    [one] o propunere
    [few] { $allowed } propuneri
   *[other] { $allowed } de propuneri
}, nu mai primim altele; încercați mai târziu.
proposals-storage = Momentan nu este loc pentru propuneri noi; încercați mai târziu.
proposals-closed = S-a decis deja asupra acestei propuneri.
proposals-archive-answer = Răspuns la e-mailul de reamintire: această înregistrare trebuie arhivată.

# States in which something cannot be done.
state-already-archived = Înregistrarea este deja arhivată.
state-theme-retired = Tema este deja retrasă.
state-district-retired = Cartierul este deja retras.
state-not-retired = Acesta nu este retras.
state-not-restorable = Versiunile anterioare ale persoanelor de contact nu sunt readuse.
state-nothing-to-restore = Această versiune nu spune altceva decât cea de azi; locul înregistrării nu este readus.
state-nothing-to-purge = Nicio versiune anterioară nu spune în acest câmp altceva decât cea de azi.
state-still-said = Câmpul „{ $field }” al versiunii de azi încă o spune. Schimbați mai întâi acolo.
state-already-published = Înregistrarea este deja publicată.
state-archived = Înregistrarea este arhivată: restaurați-o mai întâi.
state-no-step = Ultima modificare a acestei înregistrări nu poate fi anulată astfel. Versiunile anterioare sunt în istoric.
state-merge-archived = Înregistrările arhivate nu se contopesc.
state-not-archived = Înregistrarea nu este arhivată.
state-merged = Înregistrarea a fost contopită cu alta. Aceasta se poate anula în lista de dubluri.
state-merge-undone = Această contopire este deja anulată.
state-merged-since = Înregistrarea însăși a fost contopită între timp: anulați mai întâi aceasta.
state-synonyms-changed = Cuvintele au fost schimbate între timp de altcineva.
state-site-texts-changed = Textele au fost schimbate între timp de altcineva.
state-measure-changed = Activitatea a fost schimbată între timp: reîncărcați și încercați din nou.
state-no-consent = Nu există aici un consimțământ în vigoare.
state-link-status = Aceasta nu se poate cât timp legătura este „{ $status }”.
state-already-confirmed = Această parte a confirmat deja legătura.

# What is wrong with a change.
problem-theme-levels = temele au două niveluri: deasupra poate sta numai o temă de pe primul, dedesubt niciuna
problem-district-levels = oraș, sector, cartier: deasupra stă întotdeauna un nivel mai înalt
problem-replacement-theme-level = este pe al doilea nivel și nu poate prelua temele de sub aceasta
problem-replacement-district-level = nu este pe un nivel mai înalt decât cartierele de dedesubt
problem-not-changeable = nu este un câmp care se poate schimba aici
problem-silent-words = este format numai din cuvinte care nu spun nimic într-o întrebare
problem-measure-future = este în viitor: se notează ce a avut loc
problem-measure-before = este înainte de anul { $year }: atât de departe în urmă nu se notează nimic
problem-too-much = este prea mult: sunt permise cel mult { $most }
problem-funder-website = nu este o adresă web: sunt permise adrese precum https://www.land.example.org
problem-logo-bytes = este prea mare: sunt permiși { $most } KB
problem-logo-pixels = este prea mare: sunt permiși { $most ->
    [one] un pixel
    [few] { $most } pixeli
   *[other] { $most } de pixeli
} în lățime și înălțime
problem-logo-format = nu este o imagine care poate fi arătată: sunt permise PNG și JPEG
problem-field-of-other-kind = nu se potrivește cu înregistrarea: este permis numai câmpul felului ei
problem-base64 = nu este Base64 (RFC 4648)
problem-beside-text = stă lângă text: este permis unul dintre ele
problem-not-importable = nu poate fi importat aici
problem-file-name = nu are o extensie cunoscută: sunt permise .json (registru), .csv, .xlsx și .ods (organizații), .geojson (cartiere)
problem-day-until-today = o zi până azi
problem-unreadable-here = nu poate fi citit aici

# What a field asks of its value; each goes on behind "allowed:".
form-line = un text
form-texts = un text pentru fiecare limbă, de exemplu { $example }
form-slug = 1 până la 100 de litere mici a-z și cifre, cuvinte legate cu o singură cratimă
form-id = un identificator sau un nume scurt
form-web-address = o adresă întreagă cu http:// sau https://, fără nume și parolă
form-email-address = forma name@example.org
form-phone-number = 5 până la 15 cifre, un + la început, spații și ( ) / -
form-opening-hours = scrierea OpenStreetMap, de exemplu Mo-Fr 09:00-17:00; PH off
form-language = un cod de limbă BCP 47, de exemplu tr sau kmr
form-free-places = 1 până la { $most ->
    [one] un loc
    [few] { $most } locuri
   *[other] { $most } de locuri
}
form-day = o zi ca 2026-05-31
form-time = ziua și ora ca 2026-05-31T18:00:00
form-recurrence = o regulă după RFC 5545, de exemplu FREQ=WEEKLY;BYDAY=TU
form-place = longitude -180 până la 180, latitude -90 până la 90 și precision: exact, street, quarter sau hidden
form-position = longitude -180 până la 180 și latitude -90 până la 90
form-boundary = inele închise în grade (WGS 84)
form-address = street, postcode, city, extra, fiecare un text
form-osm = node/…, way/… sau relation/… cu un număr, sau adresa de la OpenStreetMap
form-wikidata = Q cu un număr, sau adresa de la Wikidata
form-age = 0 până la { $most ->
    [one] un an
    [few] { $most } ani
   *[other] { $most } de ani
}
form-yes-no = da sau nu (true, false)
form-number = un număr întreg de la 0
form-district-level = city, borough sau quarter
form-person = value și visibility
form-kept = nicio schimbare în acest loc
form-consent-language = un cod BCP 47 ca tr

# Tables of words for the search.
words-unknown-table = { $name } nu este un tabel de cuvinte: sunt permise { $allowed }
words-too-large = { $name } este prea mare: sunt permiși { $allowed ->
    [one] un octet
    [few] { $allowed } octeți
   *[other] { $allowed } de octeți
}
words-unknown-column = { $name }, rândul 1: { $column } nu este o coloană aici: sunt permise o primă coloană cu înregistrările, { $allowed }
words-line = { $name }, rândul { $line }: { $reason }
words-too-many-cells = are { $given ->
    [one] o celulă
    [few] { $given } celule
   *[other] { $given } de celule
}: sunt permise { $allowed }
words-not-a-number = { $column } nu este un număr: { $given }
words-unknown-key = { $key } nu face parte din înregistrările acestui tabel
import-too-many-problems = are { $count ->
    [few] { $count } greșeli
   *[other] { $count } de greșeli
}, prea multe pentru a fi arătate rând cu rând; urmează primele
