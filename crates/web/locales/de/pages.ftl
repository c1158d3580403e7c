# Was um jede Seite steht
skip-to-content = Zum Inhalt springen
preview-title = Vorschau:
preview-text = So sähe die Öffentlichkeit diesen Eintrag. Was geheim ist, steht nicht hier. Nur die Redaktion kann diese Seite öffnen.
nav-label = Hauptnavigation
nav-search = Suche
nav-coverage = Wo fehlt etwas?
nav-cooperation = Kooperationen
nav-suggest = Änderung vorschlagen
nav-imprint = Impressum
nav-privacy = Datenschutz
footer-label = Weitere Seiten
funders-label = Gefördert von
language-label = Sprache wählen
read-in-this-language = Diese Seite auf Deutsch lesen
data-licence = Daten unter { $licence }
data-as-of = Stand: { $date }
crumbs-label = Übergeordnet

# Zahlen, Tage, Zeiten
metres = { $number } m
kilometres = { $number } km
date = { $day }. { $month } { $year }
date-with-weekday = { $weekday }, { $date }
date-with-time = { $date }, { $time } Uhr
month-1 = Januar
month-2 = Februar
month-3 = März
month-4 = April
month-5 = Mai
month-6 = Juni
month-7 = Juli
month-8 = August
month-9 = September
month-10 = Oktober
month-11 = November
month-12 = Dezember
month-alone-1 = Januar
month-alone-2 = Februar
month-alone-3 = März
month-alone-4 = April
month-alone-5 = Mai
month-alone-6 = Juni
month-alone-7 = Juli
month-alone-8 = August
month-alone-9 = September
month-alone-10 = Oktober
month-alone-11 = November
month-alone-12 = Dezember
month-with-year = { $month } { $year }
weekday-short-1 = Mo
weekday-short-2 = Di
weekday-short-3 = Mi
weekday-short-4 = Do
weekday-short-5 = Fr
weekday-short-6 = Sa
weekday-short-7 = So
time-range = { $time } Uhr
date-range = { $from } bis { $until }
entries = { $count ->
    [one] 1 Eintrag
   *[other] { $count } Einträge
}
results = { $count ->
    [0] Nichts gefunden
    [one] 1 Eintrag
   *[other] { $count } Einträge
}
results-others = Keine Organisation gefunden, aber:
partners = { $count ->
    [one] 1 Verbindung
   *[other] { $count } Verbindungen
}
more = { $count } weitere

# Wörter
theme = Thema
themes = Themen
languages = Gesprochene Sprachen
target-groups = Zielgruppen
only-in-german = nur auf Deutsch
in-plain-language = In Leichter Sprache
only-in = nur in dieser Sprache: { $language }
hours-today = Heute:
hours-otherwise = sonst:
closed = geschlossen
closed-now = Jetzt geschlossen
closed-today = Heute geschlossen
hours-from-time = ab { $time }
hours-from-date = Ab { $date }
ask-first = Vorher anfragen
opens-at = öffnet um { $time }
opens-on = öffnet { $day } um { $time }
hours-nth = { $n }. { $weekday } im Monat
hours-last = letzter { $weekday } im Monat
hours-nth-last = { $n ->
    [2] vorletzter { $weekday } im Monat
    [3] drittletzter { $weekday } im Monat
   *[other] { $n }.-letzter { $weekday } im Monat
}
hours-nth-several = jeden { $ordinals } { $weekday } im Monat
hours-ordinal = { $n }.
hours-ordinal-last = letzten
hours-and = { $first } und { $second }
hours-always = rund um die Uhr
hours-daily = täglich
hours-as-written = Im Wortlaut:
hours-sun = { $event ->
    [dawn] Morgendämmerung
    [dusk] Abenddämmerung
    [sunrise] Sonnenaufgang
   *[sunset] Sonnenuntergang
}
hours-sun-before = { $n } Min. vor { $event ->
    [dawn] der Morgendämmerung
    [dusk] der Abenddämmerung
    [sunrise] Sonnenaufgang
   *[sunset] Sonnenuntergang
}
hours-sun-after = { $n } Min. nach { $event ->
    [dawn] der Morgendämmerung
    [dusk] der Abenddämmerung
    [sunrise] Sonnenaufgang
   *[sunset] Sonnenuntergang
}
hours-public-holidays = An Feiertagen
hours-school-holidays = In den Schulferien
hours-every-weeks = alle { $n } Wochen
hours-next-inline = nächster Termin:
hours-single-days = Einzelne Tage, der nächste:
hours-next = Nächster Termin:
opening-hours = Öffnungszeiten
active-in = Aktiv in
based-in = Sitz in
call = Anrufen
write = Schreiben
website = Website
where = Ort
contact = Kontakt
show = Anzeigen
print = Drucken

# Suche
search-label = Was suchen Sie?
search-placeholder = z. B. Deutschkurs, Elterncafé, Sport
search-placeholder-events = z. B. Fest, Konzert, Sport
search-button = Suchen
suggestions = Vorschläge
suggestions-count = { $count ->
    [0] Keine Vorschläge
    [one] 1 Vorschlag
   *[other] { $count } Vorschläge
}
suggestions-question = Fragen
suggestions-theme = Themen
suggestions-district = Orte
suggestions-language = Gesprochene Sprachen
suggestions-offer = Angebote
suggestions-event = Termine
suggestions-actor = Organisationen
search-title = Suche
search-title-for = Suche nach „{ $text }“
start-title = Wer hilft wobei, in welchem Stadtteil, in welcher Sprache?
browse-themes = Nach Thema
browse-districts = Nach Stadtteil
order-label = Reihenfolge
order-relevance = Passt am besten
order-name = Name
order-distance = Entfernung
order-updated = Zuletzt geändert
order-verified = Zuletzt geprüft
pager-label = Seiten der Ergebnisse
page-first = Zur ersten Seite
page-previous = Zurück
page-next = Weitere Ergebnisse
chips-label = Gewählte Filter
chip-remove = Filter entfernen:
chip-not = nicht:
chips-clear = Alle entfernen
match-name = Auch
match-address = Anschrift
match-offer = Angebot
match-event = Veranstaltung
question-aside = Ohne diese Wörter gesucht:
question-offers = Auch gemeint?
question-exact = Nur genau diese Wörter suchen
question-read = Die Frage verstehen statt nach den Wörtern suchen
near-within = Umkreis { $distance }
partner-of = Kooperiert mit { $name }
filters = Filter
filters-apply = Ergebnisse anzeigen
filter-text = Suchtext
filter-type = Art
filter-themes = Thema
filter-districts = Stadtteil
filter-kinds = Was für eine
filter-languages = Gesprochene Sprache
filter-groups = Zielgruppe
filter-fields = Handlungsfeld
filter-open = Öffnungszeit
filter-near = In der Nähe
filter-features = Kosten, Zugang und Alter
filter-appointment = Termin
filter-wheelchair = Rollstuhl
filter-week = Wochentag und Tageszeit
filter-age = Alter
age-years = { $count } Jahre
filter-not = Ohne
filter-partner = Kooperationspartner
filter-polygon = Gebiet
polygon-within = Im gewählten Gebiet
filter-cooperation = Zusammenarbeit
filter-member-of = Mitgliedschaft
filter-network = Netzwerk
network-none = In keinem Netzwerk
network-any = In einem Netzwerk
member-of = Mitglied von { $name }
cooperation-cooperates_with = Kooperation
cooperation-runs_project_with = Gemeinsames Projekt
cooperation-member_of = Mitgliedschaft
cooperation-umbrella_of = Dachverband
cooperation-supports = Unterstützung
cooperation-funds = Förderung
cooperation-provides_room_to = Räume
cooperation-hosts_offer_of = Angebot zu Gast
cooperation-refers_to = Weiterverweisung
cooperation-trains = Qualifizierung
cooperation-interprets_for = Sprachmittlung
cooperation-represented_in = Vertretung
all-themes-only = Nur wer alle gewählten Themen hat
all-themes-chip = alle Themen zusammen
type-any = Alle
relation-label = Was haben sie mit dem Stadtteil zu tun?
relation-either = Sie sitzen oder arbeiten dort
relation-based = Sie sitzen dort
relation-active = Sie arbeiten dort
open-now-only = Nur was jetzt geöffnet ist
near-failed = Ihr Standort ist nicht verfügbar. Wählen Sie stattdessen einen Stadtteil.
radius = Umkreis
empty-loosen = Zu allen Filtern zusammen gibt es nichts. Das hilft:
empty-nothing-helps = Dazu gibt es nichts. Versuchen Sie ein anderes Wort oder weniger Filter.
help-numbers = Hier hilft jemand sofort:
empty-nearby = In der Nähe dieser Frage gibt es:
empty-missing = Fehlt hier etwas? Sagen Sie es uns
empty-missing-comment = Nicht gefunden: { $text }
loosen = Ohne „{ $filter }“
show-all = Alle Einträge zeigen
show-all-count = Alle { $count } zeigen
files-label = Ergebnisse mitnehmen
files-table = Als Tabelle (CSV)
files-calendar = Termine dieser Einträge als Kalender (.ics)
actions-label = Mitnehmen und weitergeben
share = Teilen
share-copied = Link kopiert
contact-card = Kontakt speichern
sheet = Blatt zum Mitgeben
sheet-back = Zurück zur Seite
sheet-language = In welcher Sprache?
sheet-code = QR-Code mit der Adresse dieser Seite
sheet-scan = Mit dem Handy öffnen
shortlist = Merkliste
shortlist-add = Merken
shortlist-show = Merkliste zeigen
shortlist-more = Weitere suchen
shortlist-remove = Von der Merkliste nehmen
shortlist-note = Die Liste steht nur in der Adresse dieser Seite. Wer sie behalten will, legt ein Lesezeichen an, teilt oder druckt sie.
shortlist-empty = Noch nichts gemerkt. Kreuzen Sie in den Ergebnissen „Merken“ an.
shortlist-missing = { $count ->
    [one] 1 Eintrag ist nicht mehr veröffentlicht.
   *[other] { $count } Einträge sind nicht mehr veröffentlicht.
}
quick-exit = Seite schnell verlassen
mistake-title = So lässt sich nicht suchen
mistake-theme = Das Thema „{ $given }“ gibt es nicht.
mistake-district = Den Stadtteil „{ $given }“ gibt es nicht.
mistake-partner = Den Eintrag „{ $given }“ gibt es nicht.
mistake-parameter = Einen Filter „{ $given }“ gibt es nicht.
mistake-word = Der Filter „{ $name }“ kennt „{ $given }“ nicht.
mistake-allowed = Möglich sind:
mistake-day = „{ $given }“ ist kein Tag der Jahre { $first } bis { $last }. Schreiben Sie ihn so: 2026-05-31.
mistake-number = „{ $name }“ muss eine Zahl von { $least } bis { $most } sein, nicht „{ $given }“.
mistake-polygon = Dieses Gebiet lässt sich nicht zeichnen. Erlaubt sind 3 bis 200 Ecken, jede als Länge und Breite in Grad, deren Linien sich nicht kreuzen.
mistake-place = Ein Ort braucht Länge (lon) und Breite (lat).
mistake-too-much = Das ist zu viel auf einmal: erlaubt sind { $count }.
mistake-cursor = Diese Seite der Ergebnisse gibt es nicht mehr.
mistake-meant = Meinten Sie

# Profil
profile-facts = Auf einen Blick
about = Über uns
social-links = Soziale Netzwerke
contact-persons = Ansprechpersonen
good-to-know = Gut zu wissen
openness = Interkulturelle Öffnung
openness-on = Stand: { $date }
counter-languages = Sprachen am Schalter
interpreters = Dolmetschen möglich
association-contact = Ansprechstelle für Vereine
staff-training = Letzte interkulturelle Fortbildung
declaration = Selbsterklärung
register-number = Registernummer
accessibility = Hilfen zur Barrierefreiheit
admission = Teilnahme
ages = Alter (Jahre)
ages-between = { $least } bis { $most }
ages-from = ab { $least }
ages-to = bis { $most }
exclusions = Nicht für
documents = Bitte mitbringen
registration-methods = Wege der Anmeldung
my-minimum-age = Mindestalter in Jahren
my-maximum-age = Höchstalter in Jahren
my-problem-age = Alter: erlaubt sind 0 bis 120 Jahre, das Höchstalter nicht unter dem Mindestalter.
not-free-of-charge = Nicht kostenlos
legal-form = Rechtsform
verified-on = Geprüft am { $date } · { $role }
not-verified = Noch nicht geprüft
updated-on = Zuletzt geändert am { $date }
suggest-for-entry = Fehler gefunden? Änderung vorschlagen
cooperations = Kooperationen
cooperations-all = Alle Kooperationspartner zeigen
members-all = Alle Mitglieder in der Suche zeigen
since = seit { $date }
confirmed-on = bestätigt am { $date }
suggested-partners = Mögliche Partner
suggested-partners-note = Vorgeschlagen vom Verzeichnis, weil vieles zusammenpasst. Es gibt noch keine Verbindung.
suggested-because = Gemeinsam:
shared-partner = beide kooperieren mit { $name }
link-from-member_of = hat als Mitglied
link-from-umbrella_of = gehört zum Dachverband
link-from-supports = wird unterstützt von
link-from-funds = wird gefördert von
link-from-provides_room_to = nutzt Räume von
link-from-hosts_offer_of = hat ein Angebot bei
link-from-refers_to = bekommt Ratsuchende von
link-from-trains = wird qualifiziert von
link-from-interprets_for = bekommt Sprachmittlung von
link-from-represented_in = hat als Vertretung
offers = Angebote
cost = Kosten
registration-link = Anmeldung im Netz
valid-from = Ab
valid-until = Bis
availability = Freie Plätze
availability-places = { $count ->
    [one] { $count } Platz frei
   *[other] { $count } Plätze frei
}
availability-until = gilt bis { $date }
schedule = Zeiten
events = Veranstaltungen
projects = Projekte
project-since = Beginn
project-until = Ende
funding = Förderung
participants = Gemeinsam mit

# Angebote, Veranstaltungen, Projekte
listing-label = Was gezeigt wird
listing-actors = Organisationen
listing-offers = Angebote
listing-events = Termine
offers-lead = Kurse, Beratung, Treffpunkte, Räume und Ehrenamt: was es gibt, wann und in welcher Sprache.
events-lead = Was demnächst stattfindet: wann, wo, in welcher Sprache, und der Weg in den eigenen Kalender.
offers-count = { $count ->
    [0] Kein Angebot gefunden
    [one] 1 Angebot
   *[other] { $count } Angebote
}
events-count = { $count ->
    [0] Keine Veranstaltung gefunden
    [one] 1 Veranstaltung
   *[other] { $count } Veranstaltungen
}
dates-count = { $count ->
    [0] In dieser Zeit ist nichts eingetragen.
    [one] 1 Termin
   *[other] { $count } Termine
}
events-from = ab { $date }
event-until = bis { $date }
offer = Angebot
event = Veranstaltung
project = Projekt
hosts = Veranstaltet von
offer-giver = Angeboten von
project-participants = Beteiligte
all-day = ganztägig
event-ongoing = läuft
event-running = Läuft gerade
event-cancelled = Abgesagt
event-cancelled-note = Diese Veranstaltung wurde abgesagt.
event-all-cancelled = Alle Termine dieser Veranstaltung wurden abgesagt.
event-rest-cancelled = Alle weiteren Termine dieser Veranstaltung wurden abgesagt.
event-over = Diese Veranstaltung ist vorbei.
offer-over = Dieses Angebot gibt es nicht mehr.
event-dates = Nächste Termine
event-excluded = Fällt aus am:
calendar-add = In meinen Kalender
calendar-note = Neue und geänderte Termine kommen von selbst in Ihren Kalender, wenn Sie ihn abonnieren.
calendar-subscribe = Kalender abonnieren
calendar-file = Als Datei laden (.ics)
calendar-of-host = Alle Termine dieser Organisation
calendar-view = Ansicht
calendar-list = Liste
calendar-week = Woche
calendar-month = Monat
calendar-steps = Andere Tage
week-before = Vorige Woche
week-next = Nächste Woche
month-before = Voriger Monat
month-next = Nächster Monat
filter-actor = Nur diese Organisation

# Thema und Stadtteil
theme-description = Organisationen, Einrichtungen und Netzwerke zum Thema { $theme }
theme-children = Genauer
theme-by-district = Nach Stadtteil
district-description = Organisationen, Einrichtungen und Netzwerke in { $district }
district-children = Ortsteile
district-by-theme = Nach Thema
entries-title = Einträge
refine = In der Suche eingrenzen
nobody-here = Dazu ist im Verzeichnis noch niemand eingetragen.

# Abdeckung
coverage-lead = Wie viele arbeiten zu welchem Thema in welchem Stadtteil, und wo fehlt noch jemand?
coverage-note = Gezählt wird, wer dort sitzt oder arbeitet. Ein Thema schließt seine Unterthemen ein.
coverage-caption = Einträge je Thema und Stadtteil
coverage-whole = Zur ganzen Tabelle
coverage-gaps = Hier fehlt noch jemand
coverage-no-gaps = Hier fehlt niemand: zu jedem Thema gibt es jemanden.
coverage-everywhere = überall

# Kooperationen
cooperation-lead = Wer arbeitet mit wem zusammen? Gezeigt werden aktive Verbindungen, die beide Seiten bestätigt haben.
cooperation-none = Hier ist noch keine Zusammenarbeit bestätigt.
cooperation-communities = Gruppen, die eng zusammenarbeiten
cooperation-communities-note = Wer untereinander viele Verbindungen hat, steht zusammen. Jede Gruppe heißt nach dem Mitglied mit den meisten Verbindungen.
cooperation-linked = Verbunden mit:
cooperation-alone = Noch ohne bestätigte Kooperation
cooperation-of = Netzwerk: { $name }
cooperation-profile = Zum Profil
cooperation-whole = Zum ganzen Netzwerk
cooperation-picture-communities = Bild der Gruppen: je größer der Kreis, desto mehr Mitglieder; je breiter die Linie, desto mehr Verbindungen. Dasselbe steht in der Liste.
cooperation-picture-actor = Bild des Netzwerks: Pfeile zeigen, von wem eine Verbindung ausgeht. Dasselbe steht in der Liste.
cooperation-see = Netzwerk ansehen
all-themes = Alle Themen
all-districts = Alle Stadtteile

# Änderung vorschlagen
suggest-lead = Stimmt etwas nicht oder fehlt jemand? Schreiben Sie es uns. Die Redaktion prüft jeden Vorschlag. Sie brauchen kein Konto.
suggest-about = Eintrag:
suggest-new = Eine Organisation, die noch fehlt. Für einen bestehenden Eintrag nutzen Sie den Link auf seinem Profil.
suggest-name = Name
suggest-kind = Art der Organisation
suggest-phone = Telefon
suggest-email = E-Mail
suggest-website = Website
suggest-comment = Was sollen wir wissen?
suggest-comment-hint = Zum Beispiel: neue Öffnungszeiten, umgezogen, gibt es nicht mehr. Bitte keine privaten Angaben über andere.
suggest-contact = Wie erreichen wir Sie für Rückfragen? (freiwillig)
suggest-contact-hint = Wird nie veröffentlicht und gelöscht, sobald der Vorschlag bearbeitet ist.
suggest-lengths = Je Zeile ist Platz für { $line } Zeichen, unter „Was sollen wir wissen?“ für { $text }.
suggest-not-taken = Noch nicht angenommen
suggest-limit-client = Von Ihrem Internetanschluss kamen in der letzten Stunde schon so viele Vorschläge, wie wir ohne Konto annehmen. Bitte senden Sie diesen später noch einmal.
suggest-limit-entry = Zu diesem Eintrag warten schon viele Vorschläge auf die Redaktion. Bitte senden Sie diesen später noch einmal.
suggest-limit-queue = Auf die Redaktion warten schon sehr viele Vorschläge. Bitte senden Sie diesen später noch einmal.
suggest-limit-storage = Gerade ist kein Platz für neue Vorschläge. Bitte senden Sie diesen später noch einmal.
suggest-limit-busy = Gerade kann nichts gespeichert werden. Was Sie geschrieben haben, steht noch hier: bitte senden Sie es in einer Minute noch einmal.
suggest-send = Vorschlag senden
suggest-wrong = Bitte prüfen Sie Ihre Angaben
suggest-thanks = Danke für Ihren Vorschlag
suggest-thanks-text = Die Redaktion sieht ihn sich an. Bis dahin bleibt der Eintrag, wie er ist.
back-to-search = Zurück zur Suche
please-choose = Bitte wählen
problem-required = fehlt
problem-nothing = Bitte ändern Sie etwas oder schreiben Sie, worum es geht.
problem-latin-name = Bitte schreiben Sie den Namen auch in lateinischen Buchstaben.
problem-too-long = ist zu lang: höchstens { $count } Zeichen
problem-phone = ist keine Telefonnummer. Beispiel: 02323 123456
problem-email = ist keine E-Mail-Adresse. Beispiel: name@example.org
problem-website = ist keine Web-Adresse. Beispiel: https://example.org
problem-version = Der Eintrag hat sich inzwischen geändert. Bitte prüfen Sie Ihre Angaben und senden Sie noch einmal.
problem-other = kann so nicht übernommen werden

# Wenn es keine Seite gibt
not-found-title = Diese Seite gibt es nicht
not-found-text = Vielleicht hat sich die Adresse geändert. Suchen Sie nach dem Namen oder dem Thema.
gone-title = Dieser Eintrag ist nicht mehr veröffentlicht
gone-text = Er wurde archiviert, zum Beispiel weil es die Organisation nicht mehr gibt. Vielleicht hilft Ihnen jemand anderes weiter.
forbidden-title = Das geht von hier aus nicht
forbidden-text = Das Formular wurde nicht von dieser Seite gesendet. Öffnen Sie es hier und senden Sie es noch einmal.
bad-request-title = Diese Anfrage ist nicht lesbar
bad-request-text = Bitte gehen Sie zurück und versuchen Sie es noch einmal.
too-large-title = Das ist zu viel Text
too-large-text = Bitte gehen Sie zurück und kürzen Sie Ihre Angaben.
busy-title = Gerade ist zu viel los
busy-text = Ihre Eingabe wurde nicht gespeichert. Bitte versuchen Sie es in einer Minute noch einmal.
fault-title = Bei uns ist etwas schiefgegangen
fault-text = Bitte versuchen Sie es in einigen Minuten noch einmal.

# Impressum und Datenschutz
imprint-missing = Wer dieses Verzeichnis betreibt, hat hier noch nichts eingetragen.
imprint-licences = Die Lizenzen der Programme, aus denen diese Seiten gemacht sind
privacy-missing = Wer dieses Verzeichnis betreibt, hat hier noch nichts eingetragen. Was das Programm selbst tut, steht unten.
privacy-program-title = Was das Programm mit Daten tut
privacy-cookies = Die öffentlichen Seiten setzen keine Cookies und speichern nichts auf Ihrem Gerät.
privacy-others = Die Seiten laden nichts von anderen Anbietern. Niemand sonst erfährt, dass Sie hier sind.
privacy-map = Die Karte lädt ihren Hintergrund von { $hosts }. Wer sie öffnet, teilt diesen Anbietern die eigene Internetadresse und den gezeigten Ausschnitt mit. Sonst laden die Seiten nichts von anderen.
privacy-logs = Protokolle enthalten weder Ihre Suche noch Ihre Adresse.
privacy-demand = Was gesucht und nicht gefunden wird, zählen wir nach Thema, Stadtteil und Sprache, je Monat. Ihre Worte und Ihre Adresse werden nicht gespeichert, und Zahlen unter fünf sieht niemand.
privacy-place = Ihr Standort wird nur verwendet, wenn Sie die Suche in Ihrer Nähe wählen. Er steht dann in der Adresse dieser einen Suche und wird nicht gespeichert.
privacy-suggestions = Ein Vorschlag braucht keine Angaben zu Ihrer Person. Ein freiwilliger Kontakt wird gelöscht, sobald der Vorschlag bearbeitet ist. Wird Ihnen das Ergebnis gemailt, bleibt Ihre Mailadresse, bis diese Mail verschickt ist, höchstens zwei Wochen.
privacy-persons = Ansprechpersonen erscheinen nur mit ihrer Einwilligung, Feld für Feld. Ein Widerruf gilt sofort.
