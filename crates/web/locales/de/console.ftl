# Was die Verwaltung (/console) sagt

## Rahmen

noscript = Die Verwaltung braucht JavaScript. Bitte schalten Sie es in Ihrem Browser ein.
console = Verwaltung
skip = Zum Inhalt springen
menu = Menü
account = Konto
signed-in-as = Angemeldet. Rolle: { $role }
language = Sprache
colours = Farben
colours-device = wie das Gerät
colours-light = hell
colours-dark = dunkel
own-account = Mein Konto
sign-out = Abmelden
to-directory = Zum Verzeichnis
nav-home = Heute
nav-review = Vorschläge
nav-entries = Einträge
nav-links = Kooperationen
nav-import = Liste einlesen
nav-duplicates = Doppelte
nav-consents = Einwilligungen
nav-websites = Websites
nav-demand = Vergeblich gesucht
nav-coverage = Abdeckung
nav-report = Jahresbericht
nav-themes = Themen
nav-districts = Stadtteile
title-home = Heute zu tun
title-review = Vorschläge prüfen
title-entries = Einträge
title-editor = Eintrag bearbeiten
title-new = Neuer Eintrag
title-history = Verlauf
title-links = Kooperationen
title-import = Liste einlesen
title-duplicates = Wahrscheinlich doppelt
title-merge = Zwei Einträge zusammenführen
title-consents = Einwilligungen erneuern
title-websites = Websites, die nicht antworten
title-demand = Vergeblich gesucht
title-coverage = Abdeckung: wo fehlt etwas?
title-report = Jahresbericht
title-themes = Themen
title-districts = Stadtteile
title-unknown = Hier ist nichts
unknown-text = Diese Adresse gibt es in der Verwaltung nicht.
loading = Wird geladen …
retry = Noch einmal versuchen
more = Mehr anzeigen
close = Schließen
cancel = Abbrechen
undo = Rückgängig
undone = Rückgängig gemacht.
all = alle
any = beliebig
yes = ja
no = nein
field = Feld
internal = Nur intern
nameless = Ohne Namen
search = Suchen

## Wenn etwas nicht geht

offline = Keine Verbindung zum Verzeichnis. Was Sie eingegeben haben, bleibt hier.
failure-offline = Das Verzeichnis ist gerade nicht erreichbar. Es ging nichts verloren; bitte versuchen Sie es gleich noch einmal.
failure-fault = Das Verzeichnis hat einen Fehler gemeldet. Es ging nichts verloren; bitte versuchen Sie es noch einmal.
failure-busy = Das Verzeichnis hat gerade zu viel zu tun. Bitte versuchen Sie es in einer Minute noch einmal.
failure-refused = Ihr Konto darf das nicht. Fragen Sie jemanden, der die Verwaltung leitet.
failure-large = Das ist größer, als das Verzeichnis annimmt. Teilen Sie die Datei oder fragen Sie, wer den Dienst betreibt.
session-title = Ihre Anmeldung ist abgelaufen
session-text = Nichts, was Sie eingegeben haben, ist verloren. Melden Sie sich in einem neuen Tab an und kommen Sie hierher zurück: dann geht es genau hier weiter.
session-sign-in = In neuem Tab anmelden
session-go-on = Weitermachen
session-not-yet = Sie sind noch nicht wieder angemeldet.
second-factor-title = Zweiter Faktor fehlt
second-factor-text = Für Ihre Rolle ist ein zweiter Faktor vorgeschrieben. Richten Sie ihn zuerst ein.
second-factor-go = Zum eigenen Konto
staff-only-title = Nur für die Redaktion
staff-only-text = Dieser Bereich ist für Menschen, die das Verzeichnis pflegen. Ihr Konto gehört nicht dazu.
sign-out-drafts =
    { $count ->
        [one] Eine Eingabe ist noch nicht gespeichert
       *[other] { $count } Eingaben sind noch nicht gespeichert
    }
sign-out-drafts-text = Beim Abmelden werden nicht gespeicherte Eingaben von diesem Gerät gelöscht.
sign-out-stay = Angemeldet bleiben
sign-out-discard = Löschen und abmelden
leave-title = Nicht gespeicherte Änderungen
leave-text = Sie haben etwas geändert und noch nicht gespeichert.
leave-stay = Hier bleiben
leave-keep = Gehen, Entwurf auf diesem Gerät behalten
leave-discard = Gehen und verwerfen

## Heute

home-nothing = Heute ist nichts zu tun.
home-done = Erledigt:
home-less = Weniger eilig:
new-entry = Neuer Eintrag
home-typed =
    { $count ->
        [one] Eine nicht gespeicherte Eingabe auf diesem Gerät
       *[other] { $count } nicht gespeicherte Eingaben auf diesem Gerät
    }
due-proposals =
    { $count ->
        [one] Ein Vorschlag wartet
       *[other] { $count } Vorschläge warten
    }
due-proposals-why = Jemand hat eine Änderung vorgeschlagen und wartet auf Antwort.
nav-short-proposals = Vorschläge
due-consents =
    { $count ->
        [one] Eine Einwilligung ist zu erneuern
       *[other] { $count } Einwilligungen sind zu erneuern
    }
due-consents-why = Kontaktdaten von Menschen dürfen nur mit gültiger Einwilligung stehen.
nav-short-consents = Einwilligungen
due-links =
    { $count ->
        [one] Eine Kooperation wartet
       *[other] { $count } Kooperationen warten
    }
due-links-why = Sie werden erst öffentlich, wenn beide Seiten bestätigt haben.
nav-short-links = Kooperationen
due-verifications =
    { $count ->
        [one] Ein Eintrag ist zu bestätigen
       *[other] { $count } Einträge sind zu bestätigen
    }
due-verifications-why = Noch nie oder lange nicht bestätigt: Stimmt noch alles?
nav-short-verifications = Bestätigungen
due-duplicates =
    { $count ->
        [one] Ein Paar ist wahrscheinlich doppelt
       *[other] { $count } Paare sind wahrscheinlich doppelt
    }
due-duplicates-why = Zwei Einträge, die wie derselbe Verein aussehen.
nav-short-duplicates = Doppelte
due-websites =
    { $count ->
        [one] Eine Website antwortet nicht
       *[other] { $count } Websites antworten nicht
    }
due-websites-why = Umgezogen, verschwunden oder gestört: Wer sie aufruft, findet nichts.
nav-short-websites = Websites
due-unplaced =
    { $count ->
        [one] Ein Eintrag steht nicht auf der Karte
       *[other] { $count } Einträge stehen nicht auf der Karte
    }
due-unplaced-why = Ohne Ort finden Menschen in der Nachbarschaft sie nicht.
nav-short-unplaced = Orte
due-drafts =
    { $count ->
        [one] Ein Entwurf ist nicht veröffentlicht
       *[other] { $count } Entwürfe sind nicht veröffentlicht
    }
due-drafts-why = Nur die Redaktion sieht Entwürfe.
nav-short-drafts = Entwürfe
due-unreachable =
    { $count ->
        [one] Ein Eintrag ist per Mail nicht erreichbar
       *[other] { $count } Einträge sind per Mail nicht erreichbar
    }
due-unreachable-why = Es gibt keine Mail-Adresse, oder die letzte Mail kam nicht an. Bitte anders nachfragen und die Adresse eintragen.
nav-short-unreachable = nicht Erreichbare
unreachable-REFUSED = Mail am { $date } abgewiesen
unreachable-NO_ADDRESS = keine Adresse ({ $date })
due-demand =
    { $count ->
        [one] Eine Suche blieb ohne Treffer
       *[other] { $count } Suchen blieben ohne Treffer
    }
due-demand-why = Was Menschen suchen und niemand anbietet.
nav-short-demand = vergebliche Suchen
due-since = fällig seit { $date }
due-mark = fällig
verified-on = bestätigt am { $date }
never-verified = noch nie bestätigt
reminder-person = Kontaktperson am { $date } gefragt, noch ohne Antwort
reminder-office = am { $date } per E-Mail gefragt, noch ohne Antwort
reminder-refused = E-Mail vom { $date } kam nicht an
reminder-answered = hat am { $date } geantwortet
read-before-publishing = Vor dem Veröffentlichen lesen
note-file = eingelesen aus { $file }
note-from-file = { $text } (aus { $file })
changed-on = geändert { $date }

## Vorschläge

proposal-new = Neuer Eintrag
review-none = Kein Vorschlag wartet.
review-missing = Diesen Vorschlag gibt es nicht.
review-back = Zurück
review-skip = Überspringen
review-next = Weiter
review-place = { $place } von { $total }
review-decided = schon entschieden
review-by = Vorgeschlagen von: { $name }, { $date }
review-contact = Rückfragen an: { $contact }
review-fields = Felder des Vorschlags
review-take = Nehmen
review-take-field = { $field } übernehmen
review-current = Steht jetzt
review-proposed = Vorgeschlagen
review-contested = Wurde inzwischen auch von anderen geändert
review-publish = Gleich veröffentlichen
review-reason = Begründung oder Kommentar
review-reason-help = Wer vorgeschlagen hat, liest das. Beim Ablehnen nötig.
review-reason-missing = Bitte schreiben Sie kurz, warum der Vorschlag abgelehnt wird.
review-archive = Der Eintrag soll archiviert werden: Übernehmen archiviert ihn.
review-approve = Übernehmen
review-approve-some =
    { $count ->
        [one] Nur ein Feld übernehmen
       *[other] Nur { $count } Felder übernehmen
    }
review-comment = Nur kommentieren
review-comment-missing = Bitte schreiben Sie zuerst einen Kommentar.
review-commented = Kommentar gespeichert.
review-reject = Ablehnen
review-approved = { $name }: Vorschlag übernommen.
review-rejected = { $name }: Vorschlag abgelehnt.
review-undone = Der Eintrag ist wie vorher. Der Vorschlag bleibt entschieden.
proposal-status-OPEN = offen
proposal-status-APPROVED = übernommen
proposal-status-PARTLY = teilweise übernommen
proposal-status-REJECTED = abgelehnt
proposal-status-WITHDRAWN = zurückgezogen
proposal-status-answered = erledigt
message-help = Das ist eine Nachricht: Es gibt nichts zu übernehmen. Öffnen Sie den Eintrag, ändern Sie ihn und antworten Sie dann.
message-open = Eintrag öffnen
message-reply = Antwort an den Absender (freiwillig, beim Ablehnen nötig)
message-done = Erledigt
message-answered = Nachricht erledigt.
message-rejected = Nachricht abgelehnt.
incomplete-date = { $field }: Das Datum ist nicht vollständig. Bitte Tag, Monat und Jahr angeben oder das Feld leeren.
incomplete-time = { $field }: Die Uhrzeit ist nicht vollständig. Bitte Stunde und Minute angeben oder das Feld leeren.
incomplete-number = { $field }: Das ist keine Zahl.
publish-mail = Beim Veröffentlichen geht eine Mail an { $email }: Sie sagt, was nun öffentlich ist, woher die Angaben stammen und welche Rechte es gibt.

## Einträge

entries-count =
    { $count ->
        [one] Ein Eintrag
       *[other] { $count } Einträge
    }
entries-loading = ({ $known } von { $total } geladen)
entries-none = Kein Eintrag passt. Nehmen Sie einen Filter weg.
filters-clear = Filter löschen
filter-show = Zu tun
filter-type = Gruppe
show-due = zu bestätigen
show-drafts = nicht veröffentlicht
show-unplaced = ohne Ort auf der Karte
status-DRAFT = Entwurf
status-PUBLISHED = öffentlich
status-ARCHIVED = archiviert
type-organisation = Organisation
type-institution = Einrichtung
type-network = Netzwerk
column-name = Name
column-kind = Art
column-district = Ort
column-status = Stand
column-verified = Bestätigt
column-updated = Geändert
column-themes = Themen
column-languages = Sprachen
column-groups = Zielgruppen
column-phone = Telefon
column-email = E-Mail
column-website = Website
column-address = Anschrift
column-hours = Öffnungszeiten
filter-kind = Art
filter-theme = Themen
filter-district = Ort
filter-field = Handlungsfeld
filter-language = Sprachen
filter-group = Zielgruppen
filter-feature = Besonderheiten
filter-day = Wochentag
filter-time = Tageszeit
filter-age = Alter
filters-more = Weitere Filter
filter-near = In der Nähe von (Breite, Länge)
filter-near-wrong = Das sind keine Koordinaten: 51.5386, 7.2257
filter-radius = Umkreis
filter-kilometres = { $count } km
filter-partner = Arbeitet zusammen mit
filters-public-only = Tage, Zeiten, Alter, Umkreis, Zusammenarbeit und „jetzt geöffnet“ findet nur, wer schon öffentlich ist.
feature-free = kostenlos
feature-appointment = mit Termin
feature-confidential = vertraulich
feature-wheelchair = mit Rollstuhl zugänglich
feature-interpreters = mit Dolmetschen
feature-open = jetzt geöffnet
pick-count =
    { $count ->
        [one] eins
       *[other] { $count } gewählt
    }
pick-none = Keine Auswahl
views = Ansichten
views-none = Noch keine. Stellen Sie Filter ein und geben Sie ihnen einen Namen.
view-name = Diese Filter merken als
view-save = Merken
view-remove = Ansicht { $name } löschen
columns = Spalten
export-name = eintraege
export-xlsx = Als Excel
export-csv = Als CSV
export-help = Was gerade gezeigt wird, mit den gewählten Spalten, zum Lesen und Weitergeben
export-done =
    { $count ->
        [one] Ein Eintrag gespeichert.
       *[other] { $count } Einträge gespeichert.
    }
export-left =
    { $count ->
        [one] Einer fehlt darin: Er ist nicht öffentlich. Wer ihn braucht, wählt ihn im Filter „Stand“.
       *[other] { $count } fehlen darin: Sie sind nicht öffentlich. Wer sie braucht, wählt sie im Filter „Stand“.
    }
export-secret = geheim
export-secret-left =
    { $count ->
        [one] Eine Anschrift ist geheim und steht nicht darin.
       *[other] { $count } Anschriften sind geheim und stehen nicht darin.
    }
export-all = Zum Wiedereinlesen …
export-all-name = eintraege-alle-felder
export-all-title =
    { $count ->
        [one] Einen Eintrag mit allen Feldern speichern?
       *[other] { $count } Einträge mit allen Feldern speichern?
    }
export-all-text = Eine Sicherung für Programme: „Liste einlesen“ nimmt sie zurück. Sie enthält auch, was niemand außer der Redaktion wissen darf. Nicht weitergeben.
export-all-secret =
    { $count ->
        [one] Eine geheime Anschrift: { $names }
       *[other] { $count } geheime Anschriften: { $names }
    }
export-all-unpublished =
    { $count ->
        [one] Ein Eintrag, der nicht öffentlich ist
       *[other] { $count } Einträge, die nicht öffentlich sind
    }
select-all = Alle angezeigten auswählen
select-entry = { $name } auswählen
bulk-title = Ausgewählte Einträge
bulk-selected =
    { $count ->
        [one] Einer ausgewählt
       *[other] { $count } ausgewählt
    }
bulk-clear = Auswahl aufheben
bulk-change = Themen, Orte, Sprachen …
bulk-change-title =
    { $count ->
        [one] Einen Eintrag ändern
       *[other] { $count } Einträge ändern
    }
bulk-change-way = Was soll geschehen?
bulk-change-add = hinzufügen
bulk-change-remove = wegnehmen
bulk-change-field = Was
bulk-field-themes = Thema
bulk-field-activeIn = Ort, an dem sie tätig sind
bulk-field-languages = Sprache
bulk-change-concerned =
    { $count ->
        [0] Nichts ändert sich.
        [one] Ein Eintrag ändert sich:
       *[other] { $count } Einträge ändern sich:
    }
bulk-change-left-add =
    { $count ->
        [one] (Einer hat es schon.)
       *[other] ({ $count } haben es schon.)
    }
bulk-change-left-remove =
    { $count ->
        [one] (Einer hat es nicht.)
       *[other] ({ $count } haben es nicht.)
    }
bulk-change-none = Wählen Sie aus; dann steht hier, was sich ändert.
bulk-change-do = Ändern
bulk-change-done =
    { $count ->
        [one] Einer geändert.
       *[other] { $count } geändert.
    }
bulk-merge = Zusammenführen …
bulk-more =
    { $count ->
        [one] und ein weiterer
       *[other] und { $count } weitere
    }
bulk-verify = Bestätigen
bulk-verify-title =
    { $count ->
        [one] Einen Eintrag als heute geprüft bestätigen?
       *[other] { $count } Einträge als heute geprüft bestätigen?
    }
bulk-verify-left =
    { $count ->
        [one] Einer bleibt, wie er ist: nicht öffentlich
       *[other] { $count } bleiben, wie sie sind: nicht öffentlich
    }
bulk-verify-none = Nur öffentliche Einträge kann man bestätigen.
bulk-verify-done =
    { $count ->
        [one] Einer bestätigt.
       *[other] { $count } bestätigt.
    }
bulk-publish = Veröffentlichen
bulk-publish-title =
    { $count ->
        [0] Keinen Eintrag veröffentlichen
        [one] Einen Eintrag veröffentlichen?
       *[other] { $count } Einträge veröffentlichen?
    }
bulk-publish-left =
    { $count ->
        [one] Einer bleibt, wie er ist: kein Entwurf
       *[other] { $count } bleiben, wie sie sind: keine Entwürfe
    }
bulk-publish-mails =
    { $count ->
        [0] Es geht keine Mail hinaus.
        [one] Eine Mail geht hinaus: Sie sagt, was nun öffentlich ist.
       *[other] { $count } Mails gehen hinaus: Sie sagen jedem, was nun öffentlich ist.
    }
publish-asking =
    { $count ->
        [one] Erst klären: einer
       *[other] Erst klären: { $count }
    }
publish-asking-help = Ihre Notiz verbietet oder fragt etwas. Sie bleiben Entwürfe, solange sie nicht angekreuzt sind.
publish-noted =
    { $count ->
        [one] Mit einer Notiz: einer
       *[other] Mit einer Notiz: { $count }
    }
publish-plain =
    { $count ->
        [one] Ohne Notiz: einer
       *[other] Ohne Notiz: { $count }
    }
bulk-publish-none = Nur Entwürfe kann man veröffentlichen.
bulk-publish-done =
    { $count ->
        [one] Einer veröffentlicht.
       *[other] { $count } veröffentlicht.
    }
bulk-archive = Archivieren
bulk-archive-title =
    { $count ->
        [one] Einen Eintrag archivieren? Er ist dann nicht mehr öffentlich.
       *[other] { $count } Einträge archivieren? Sie sind dann nicht mehr öffentlich.
    }
bulk-archive-left =
    { $count ->
        [one] Einer bleibt, wie er ist: schon archiviert
       *[other] { $count } bleiben, wie sie sind: schon archiviert
    }
bulk-archive-none = Alle sind schon archiviert.
bulk-archive-done =
    { $count ->
        [one] Einer archiviert.
       *[other] { $count } archiviert.
    }
bulk-failed =
    { $count ->
        [one] Bei einem ging es nicht:
       *[other] Bei { $count } ging es nicht:
    }
bulk-undo-failed =
    { $count ->
        [one] Einer ließ sich nicht zurückholen; er wurde inzwischen geändert.
       *[other] { $count } ließen sich nicht zurückholen; sie wurden inzwischen geändert.
    }

## Ein Eintrag

entry-missing = Diesen Eintrag gibt es nicht, oder er ist keine Organisation, Einrichtung oder kein Netzwerk.
entry-proposals =
    { $count ->
        [one] Ein Vorschlag wartet
       *[other] { $count } Vorschläge warten
    }
public-page = Öffentliche Seite
changed = geändert
changes-count =
    { $count ->
        [one] Eine Änderung, auf diesem Gerät gesichert
       *[other] { $count } Änderungen, auf diesem Gerät gesichert
    }
changes-none = Keine Änderungen
changes-contact = Eine Ansprechperson ist noch nicht gespeichert.
save = Speichern
save-key = Strg+S
save-draft = Als Entwurf speichern
save-publish = Speichern und veröffentlichen
saved = Gespeichert.
saved-draft = Als Entwurf gespeichert. Noch nicht öffentlich.
saved-published = Gespeichert und veröffentlicht.
draft-restored = Ihre nicht gespeicherten Eingaben vom { $date } stehen wieder hier.
draft-discard = Verwerfen
draft-elsewhere = Dieser Eintrag wird auch in einem anderen Tab bearbeitet. Speichern Sie nur in einem.
draft-not-kept = Auf diesem Gerät ist kein Platz, um Ihre Eingaben zu sichern. Speichern Sie bald.
errors-title =
    { $count ->
        [one] Ein Feld stimmt noch nicht:
       *[other] { $count } Felder stimmen noch nicht:
    }
conflict-title = Zwei haben dasselbe geändert
conflict-text = Jemand hat diesen Eintrag inzwischen geändert. Nichts ist verloren: Wählen Sie je Feld, was gelten soll.
conflict-by = { $name } hat das am { $time } geändert.
conflict-mine = Meins:
conflict-theirs = Steht dort:
conflict-save = So speichern
similar-title = Gibt es das schon? Diese Einträge sehen ähnlich aus:
choose = Auswählen …
please-choose = bitte wählen
unsaid = keine Angabe
required = Pflichtfeld
life-publish = Veröffentlichen
life-verify = Stimmt noch alles: bestätigen
life-archive = Archivieren
life-restore = Aus dem Archiv holen
life-publish-done = Veröffentlicht.
life-verify-done = Als heute geprüft bestätigt.
life-archive-done = Archiviert. Nicht mehr öffentlich.
life-restore-done = Aus dem Archiv geholt.
life-save-first = Speichern oder verwerfen Sie zuerst Ihre Änderungen.
preview-unsaved = Vorschau mit dem, was noch nicht gespeichert ist
preview = Vorschau
editor-parts = Teile dieser Seite
section-basics = Name und Art
section-texts = Texte
section-work = Themen, Sprachen, Orte
section-place = Adresse und Karte
section-visit = Öffnungszeiten und Besuch
section-contact = Kontakt
section-openness = Interkulturelle Öffnung
section-identifiers = In anderen Verzeichnissen
section-offers = Angebote und Termine
section-address = Adresse der Seite
availability-title = Freie Plätze
availability-unsaid = keine Angabe
availability-until = Gilt bis
availability-count = Wie viele (freiwillig)
availability-expired = Galt bis { $date } und wird nicht mehr gezeigt.
availability-places-wrong = Die Zahl der Plätze ist keine von 1 bis 999.
offers-none = Keine Angebote, Termine oder Projekte.
kind-OFFER = Angebot
kind-EVENT = Termin
kind-PROJECT = Projekt
text-language = Andere Sprache
text-there = vorhanden
text-missing = fehlt
language-simple = Leichte Sprache
field-name = Name
field-alternativeNames = Andere Namen
field-kind = Art
field-legalForm = Rechtsform
field-slug = Name in der Adresse
field-summary = Kurztext
field-description = Beschreibung
field-themes = Themen
field-languages = Sprachen
field-targetGroups = Zielgruppen
field-basedIn = Sitz (Stadtteil)
field-activeIn = Tätig in
field-address-street = Straße und Hausnummer
field-address-postcode = Postleitzahl
field-address-city = Stadt
field-address-extra = Zusatz zur Adresse
field-location = Ort auf der Karte
field-confidential = Vertraulich
field-openingHours = Öffnungszeiten
field-byAppointment = Nach Vereinbarung
field-freeOfCharge = Kostenlos
field-wheelchair = Mit Rollstuhl zugänglich
field-accessibility = Hilfen zur Barrierefreiheit
field-openness-on = Stand
field-openness-languages = Sprachen am Schalter
field-openness-interpreters = Dolmetschen möglich
field-openness-contact = Ansprechstelle für Vereine
field-openness-trainingOn = Letzte interkulturelle Fortbildung
field-openness-declaration = Selbsterklärung
field-identifiers-register = Registernummer
field-identifiers-osm = OpenStreetMap
field-identifiers-wikidata = Wikidata
field-minimumAge = Mindestalter
field-maximumAge = Höchstalter
field-exclusions = Nicht für
field-documents = Mitzubringen
field-registrationMethods = Wege der Anmeldung
field-opennessOn = Öffnung: Stand
field-counterLanguages = Sprachen am Schalter
field-interpreters = Dolmetschen möglich
field-associationContact = Ansprechstelle für Vereine
field-staffTrainingOn = Letzte interkulturelle Fortbildung
field-declaration = Selbsterklärung
field-registerNumber = Registernummer
field-osm = OpenStreetMap
field-wikidata = Wikidata
field-note = Bemerkung (nur intern)
field-phone = Telefon
field-email = E-Mail
field-website = Website
field-socialLinks = Soziale Medien
field-status = Stand
field-verification = Bestätigung
field-formerSlugs = Frühere Adressen
field-title = Titel
field-schedule = Zeiten
field-cost = Kosten
field-registration = Anmeldung
field-registrationUrl = Adresse der Anmeldung
field-validFrom = Gültig ab
field-validUntil = Gültig bis
field-availability = Freie Plätze
field-freePlaces = Freie Plätze: Anzahl
field-availabilityUntil = Freie Plätze: gilt bis
field-actor = Gehört zu
help-name = So, wie die Organisation selbst sich nennt, mit „e. V.“.
help-alternativeNames = Abkürzungen oder Namen in anderen Sprachen, je Zeile einer. Die Suche findet auch sie.
help-kind = Danach wird im Verzeichnis gefiltert.
help-summary-de = Ein bis zwei Sätze. Stehen in Listen und auf der Karte.
help-description-de = Was Menschen wissen müssen, bevor sie kommen. Absätze mit einer Leerzeile trennen.
help-themes = Woran gearbeitet wird. Das genaueste Thema genügt; das übergeordnete gilt mit.
help-languages = In welchen Sprachen man hier sprechen kann.
help-targetGroups = Für wen das Angebot gedacht ist.
help-basedIn = Der Stadtteil, in dem die Organisation sitzt.
help-activeIn = Stadtteile, in denen sie arbeitet, auch ohne Sitz dort.
help-address-extra = Etwa „Hinterhaus“ oder „im Stadtteilzentrum“.
help-location = Breite und Länge, wie Karten sie kopieren: 51.5386, 7.2257. Leer lassen, wenn es keinen Ort gibt.
help-confidential = Was Menschen hier erzählen, bleibt hier. Steht so auf der öffentlichen Seite; den Ort verbirgt es nicht.
help-openingHours = Wie man es sagt, etwa „Mi und Fr 15–18 Uhr, in den Schulferien zu“, oder in den Zeilen darunter. Geht es nur in der Schreibweise von OpenStreetMap: Sa[1] 10:00-13:00; PH off.
help-openness-on = Der Tag, an dem die Angaben stimmten. Nötig, sobald eine gemacht wird.
help-openness-contact = Eine Stelle oder Funktion, kein Name: Das ist öffentlich.
help-identifiers-register = Etwa: VR 1234, Amtsgericht Bochum.
help-identifiers-osm = Etwa node/240096342, oder die Adresse bei OpenStreetMap. Öffentlich nur, wenn der Ort genau gezeigt wird.
help-identifiers-wikidata = Etwa Q42, oder die Adresse bei Wikidata. Öffentlich nur, wenn der Ort genau gezeigt wird.
help-phone = Wie gewählt wird: 02323 999966.
help-email = Nur Adressen der Organisation, keine privaten.
help-website = Ganze Adresse mit https://.
help-socialLinks = Ganze Adressen, je Zeile eine.
help-slug = Frühere Adressen leiten weiter. Nur ändern, wenn der Name sich geändert hat.
precision = Was die Öffentlichkeit vom Ort sieht
precision-help = Gilt für Karte, Seite und alle Ausgaben.
precision-none = Zuerst einen Ort auf der Karte angeben. Ohne ihn ist die Adresse, so wie sie dasteht, öffentlich.
precision-EXACT = den genauen Punkt
precision-STREET = nur ungefähr, die Straße
precision-QUARTER = nur den Stadtteil
precision-HIDDEN = nichts: der Ort ist geheim
place-hidden-title = Geheimer Ort.
place-hidden-text = Adresse und Kartenpunkt sieht nur die Redaktion. Schreiben Sie sie auch nicht in die Texte.
place-locate = Ort nach der Adresse setzen
place-locate-none = Diese Adresse ist hier nicht zu finden, oder es gibt sie mehrmals. Unten geht es auch: mit „Auf der Karte zeigen und setzen“ oder mit Koordinaten.
place-is-far = weit außerhalb aller Ortsteile
place-far-away = Der Ort ist so gemeint, auch wenn er weit außerhalb aller Ortsteile liegt
coordinates-wrong = Das ist keine Breite und Länge. So geht es: 51.5386, 7.2257
wheelchair-yes = ja
wheelchair-limited = teilweise
wheelchair-no = nein
wheelchair-unknown = unbekannt

## Verlauf

history-text = Alles, was an diesem Eintrag geschah, das Neueste zuerst. Jeder Wert lässt sich einzeln zurückholen. Ansprechpersonen und Kooperationen stehen darunter.
history-compare = Zwei Stände vergleichen
history-state = Stand
history-other-state = Anderer Stand
history-same = Diese beiden Stände sind gleich.
history-present = So steht es jetzt.
history-restore = Den ganzen Stand zurückholen
history-restored = Früherer Stand zurückgeholt.
history-restore-value = Diesen Wert zurückholen
history-restored-value = { $field }: früherer Wert zurückgeholt.
history-restore-title = Den ganzen Stand zurückholen?
history-restore-line = { $field }: { $now } → { $restored }
history-beside = Ansprechpersonen und Kooperationen
history-log = Alles dazu im Protokoll

## Kooperationen

links-text = Eine Kooperation wird öffentlich, wenn beide Seiten sie bestätigt haben.
links-waiting = Warten auf Bestätigung
links-active = Bestehende
links-dormant = Ruhende
links-ended = Beendete und abgelehnte
links-suggestions = Wer passt zusammen?
links-picture = Als Netz zeigen
links-none = Noch keine Kooperation.
links-count =
    { $count ->
        [one] Eine Kooperation
       *[other] { $count } Kooperationen
    }
link-status-PROPOSED = vorgeschlagen
link-status-CONFIRMED_BY_ONE_SIDE = von einer Seite bestätigt
link-status-ACTIVE = besteht
link-status-DORMANT = ruht
link-status-ENDED = beendet
link-status-REJECTED = abgelehnt
link-since = seit { $date }
link-confirmed-by = { $name } hat am { $date } bestätigt
link-confirmed-for = Für { $name } von der Redaktion bestätigt am { $date }
link-confirmed-for-evidence = Für { $name } von der Redaktion bestätigt am { $date }, Quelle: { $evidence }
link-edit = Ändern
link-until-field = Bis (wenn beendet)
link-internal-note = Anmerkung für die Redaktion
link-since-help = Tag, Monat und Jahr. Ist nur das Jahr bekannt, nehmen Sie den 1. Januar.
link-kind-help = Was für eine Kooperation es ist, haben die beiden bestätigt. Wird eine andere daraus, beenden Sie diese und schlagen die neue vor.
link-source = Quelle: { $text }
link-confirm = Für { $name } bestätigen
link-evidence = Woher wissen Sie, dass { $name } zustimmt?
link-evidence-help = Zum Beispiel: Telefonat mit dem Vorstand am 3. Mai. Die Redaktion sieht es bei der Kooperation und im Verlauf.
link-evidence-missing = Bitte sagen Sie, woher Sie es wissen.
link-confirm-do = Bestätigen
link-confirmed = Bestätigt.
link-reject = Ablehnen
link-reject-done = Kooperation abgelehnt.
link-rest = Ruhen lassen
link-rest-done = Die Kooperation ruht.
link-end = Beenden
link-end-done = Kooperation beendet.
link-until = bis { $date }
link-new = Kooperation eintragen
link-new-draft = Weiter an der begonnenen Kooperation
link-from = Wer
link-to = Mit wem
link-kind = Art der Kooperation
link-swap = Seiten tauschen
link-since-field = Seit (wenn bekannt)
link-public-note = Anmerkung für alle (wenn nötig)
link-agreement = Was sagen die beiden dazu?
link-agreement-help = Öffentlich wird die Kooperation, wenn beide zustimmen. Wissen Sie schon, dass eine Seite zustimmt, dann schreiben Sie, woher. Bleibt ein Feld leer, wird diese Seite per Mail gefragt.
link-evidence-of = { $name } stimmt zu. Woher wissen Sie das?
link-evidence-mail = leer: wird per Mail gefragt
link-missing = Bitte wählen.
link-save = Kooperation speichern
link-saved = Kooperation eingetragen.
partners-title = Mögliche Partner
partners-text = Wer an denselben Themen, in denselben Stadtteilen oder mit denselben Partnern arbeitet und noch nicht verbunden ist.
partners-of = Mögliche Partner von
partners-none = Keine Vorschläge.
partner-propose = Eintragen …
partner-dismiss = Passt nicht
partner-dismissed = { $name } wird ein Jahr lang nicht mehr vorgeschlagen.
network-label =
    { $count ->
        [one] Netz mit einem Eintrag
       *[other] Netz mit { $count } Einträgen
    }
network-node =
    { $count ->
        [one] { $name }, eine Kooperation
       *[other] { $name }, { $count } Kooperationen
    }
network-help = Jeder Punkt führt zum Eintrag. Gestrichelt ist, was wartet, ruht oder vorbei ist. Alles steht auch in der Liste.

## Doppelte, Einwilligungen, Bedarf

duplicates-text = Vergleichen Sie beide und sagen Sie, ob es zwei verschiedene sind.
duplicates-none = Keine Paare.
duplicates-merge = Zusammenführen …
merge-text = Ein Eintrag bleibt. Angebote, Veranstaltungen, Kontaktpersonen, Kooperationen und Zugänge des anderen gehen auf ihn über; seine Adresse führt künftig hierher.
merge-missing = Einen der beiden Einträge gibt es nicht.
merge-survivor = Welcher Eintrag bleibt?
merge-same = Beide sagen dasselbe.
merge-both = Beides:
merge-after = „{ $name }“ wird archiviert.
merge-do = Zusammenführen
merge-done = „{ $name }“ ist in diesem Eintrag aufgegangen.
duplicates-reasons = Ähnlich sind:
duplicates-dismiss = Das sind zwei verschiedene
duplicates-dismissed = Gemerkt: zwei verschiedene.
consents-text = Diese Menschen haben zugestimmt, dass ihre Kontaktdaten im Verzeichnis stehen. Fragen Sie, ob das noch gilt.
consents-package = Eine Person suchen: Auskunft geben, Zustimmung widerrufen, löschen
consents-none = Keine Einwilligung ist zu erneuern.
websites-text = Der Dienst sieht regelmäßig nach. Rufen Sie die Adresse selbst auf, bevor Sie etwas ändern.
websites-none = Alle Websites, nach denen gesehen wurde, antworten.
websites-unchecked = Nach Websites wird hier nicht gesehen. Das schaltet in den Einstellungen des Servers ein, wer ihn betreibt: [websites] check.
website-since = seit { $date }
website-checked = zuletzt nachgesehen: { $date }
website-take = Neue Adresse übernehmen
website-taken = { $name }: neue Adresse übernommen.
website-remove = Website aus dem Eintrag nehmen
website-removed = { $name }: Website entfernt.
website-FINE = antwortet
website-MOVED = ist umgezogen
website-MISSING = gibt es nicht (mehr)
website-REFUSED = lässt niemanden herein
website-FAULTY = hat eine Störung
website-UNREACHABLE = ist nicht erreichbar
website-TOO_SLOW = braucht zu lange
website-ASTRAY = leitet im Kreis
website-NOT_PUBLIC = steht nicht im öffentlichen Netz
website-LATER = bat um Geduld
contact-NAME = Name
contact-ROLE = Aufgabe
contact-PHONE = Telefon
contact-EMAIL = E-Mail
section-contacts = Ansprechpersonen
section-links = Kooperationen
options-search = In „{ $field }“ suchen
options-none = Nichts heißt so.
contacts-help = Menschen, die man bei diesem Eintrag anrufen oder anschreiben kann. Was andere als die Redaktion sehen, braucht die Zustimmung der Person. Jede Person wird für sich gespeichert.
contacts-none = Noch keine Ansprechperson.
contact-new = Ansprechperson hinzufügen
contact-edit = Bearbeiten
contact-edit-title = Ansprechperson bearbeiten
contact-form-help = Wählen Sie neben jeder Angabe, wer sie sehen darf.
contact-save = Person speichern
contact-seen-by = { $field }: wer darf das sehen?
contact-consent = Zustimmung der Person
contact-consent-help = Für alles, was eben geändert wurde und andere sehen dürfen. Nach zwei Jahren steht unter „Einwilligungen“, dass wieder zu fragen ist.
contact-given-on = Zugestimmt am
contact-given-by = Wie zugestimmt
contact-text-version = Fassung des Einwilligungstexts
contact-purpose = Veröffentlichung im Verzeichnis
contact-given = zugestimmt am { $date } ({ $method })
contact-review = wieder zu fragen am { $date }
contact-withdrawn = Zustimmung widerrufen am { $date }: sieht nur die Redaktion und der Verein
contact-renew = Hat wieder zugestimmt
contact-renewed = { $name }: Zustimmung von heute notiert.
contact-withdraw = Zustimmung widerrufen
contact-withdraw-title = Zustimmung von { $name } widerrufen?
contact-withdraw-text = Danach sehen nur die Redaktion und der Verein diese Angaben. Wieder sichtbar werden sie erst mit einer neuen Zustimmung.
contact-withdraw-do = Jetzt widerrufen
contact-withdrawn-done = { $name }: Zustimmung widerrufen. Andere sehen nichts mehr davon.
contact-package = Auskunft
contact-erase = Löschen
contact-erase-title = Alles über { $name } löschen?
contact-erase-values = Gelöscht wird: { $values }
contact-erase-blanked =
    { $count ->
        [one] Dazu eine Erwähnung in anderen Einträgen oder früheren Ständen
       *[other] Dazu { $count } Erwähnungen in anderen Einträgen oder früheren Ständen
    }
contact-erase-left =
    { $count ->
        [one] An einer Stelle könnte die Person noch genannt sein. Bitte sehen Sie selbst nach:
       *[other] An { $count } Stellen könnte die Person noch genannt sein. Bitte sehen Sie selbst nach:
    }
contact-erase-final = Das lässt sich nicht zurückholen, auch nicht aus dem Verlauf.
contact-erase-do = Endgültig löschen
contact-erased = Gelöscht.
visibility-INTERNAL = sieht nur die Redaktion und der Verein
visibility-PARTNERS = sehen die Partner im Netzwerk
visibility-PUBLIC = sehen alle
consent-method-ORAL = mündlich
consent-method-WRITTEN = schriftlich
consent-method-ONLINE = online
trace-NAME = der ganze Name
trace-PHONE = die Telefonnummer
trace-EMAIL = die E-Mail-Adresse
trace-PART_OF_NAME = ein Teil des Namens
trace-PART_OF_PHONE = ein Teil der Telefonnummer
mention-past = in einem früheren Stand
demand-text = Suchen ohne Treffer, nach Thema, Ort und Sprache gezählt. Wer gesucht hat, wird nicht gespeichert.
demand-none = Noch nichts gezählt. Ganze Monate zählen, und nur, was fünfmal gesucht wurde.

## Themen und Stadtteile

branches-text-themes = Wonach im Verzeichnis gefiltert wird. Andere Wörter findet die Suche auch. Umbenennen ändert alle Einträge mit.
branches-text-districts = Stadt, Stadtbezirke und Ortsteile. Grenzen kommen mit einer GeoJSON-Datei: „Liste einlesen“.
branch-new-themes = Neues Hauptthema
branch-edit = Ändern
branch-edit-one = { $name } ändern
branch-below = Darunter neu
branch-below-one = Darunter neu: { $name }
branch-name = Name ({ $language })
branch-words = Andere Wörter dafür
branch-words-help = Mit Strichpunkt getrennt, in jeder Sprache. Die Suche kennt sie.
branch-fields = Handlungsfelder
branch-level = Ebene
branch-created = { $name } ist da.
branch-retire = Ersetzen …
branch-retire-title = { $name } ersetzen
branch-retire-text =
    { $count ->
        [one] Ein Eintrag bekommt stattdessen, was Sie wählen. Alte Links führen weiter.
       *[other] { $count } Einträge bekommen stattdessen, was Sie wählen. Alte Links führen weiter.
    }
branch-replacement = Was tritt an die Stelle?
branch-retired = { $name } ist ersetzt.
level-CITY = Stadt
level-BOROUGH = Stadtbezirk
level-QUARTER = Ortsteil

## Abdeckung und Jahresbericht

print = Drucken
coverage-text = Veröffentlichte Einträge nach Thema und Ort. Eine Zahl zeigt ihre Einträge; eine Null sagt, wer die Lücke füllen könnte.
coverage-BOROUGH = Stadtbezirke
coverage-QUARTER = Ortsteile
coverage-whole = auch Unterthemen
coverage-some =
    { $count ->
        [one] 1 Eintrag: { $place }
       *[other] { $count } Einträge: { $place }
    }
coverage-gap = 0: { $place }. Wer könnte das tun?
coverage-gap-title = { $theme } in { $district }: Wer könnte das tun?
coverage-near = Arbeiten anderswo zu { $theme }
coverage-there = Sind schon in { $district } tätig ({ $theme })
coverage-there-any = Sind schon in { $district } tätig
coverage-nobody = Niemand.
coverage-name = abdeckung
report-template = Vorlage des Berichts ändern
report-template-help = Gilt für alle: auf dem Bildschirm, auf Papier und in Excel. Was leer ist, steht dort wie vom Programm vorgegeben.
report-template-title = Überschrift
report-template-introduction = Text vor den Zahlen
report-template-closing = Text nach den Zahlen
report-template-de = Deutsch
report-template-en = Englisch
report-template-sections = Was im Bericht steht
report-template-sections-help = Haken weg heißt: steht nicht im Bericht. Daneben lässt sich jede Zeile anders nennen; der Pfeil rückt sie nach oben. „Veranstaltungen je Thema“ steht immer am Schluss.
report-template-section-title = { $name }: andere Bezeichnung ({ $language })
report-template-raise = { $name } nach oben
report-template-reset = Alles wie vorgegeben
report-text = Gezählt wird, was öffentlich war. Eine Reihe von Terminen zählt als eine Veranstaltung; wer mehreren Handlungsfeldern dient, zählt in jedem.
report-year = Jahr
report-all = Alle zusammen
report-caption = Stand { $date }, darunter das Jahr { $year }
report-measure = Was gezählt wird
report-field = Handlungsfeld oder Thema
report-number = { $number }
report-share = { $number } %
report-before = Vorjahr: { $number }
report-events-by-theme = Veranstaltungen je Thema
report-name = jahresbericht
measure-entries = Einträge am Ende
measure-new = Neue Einträge
measure-gone = Nicht mehr dabei
measure-verified = In den letzten 12 Monaten bestätigt
measure-links-new = Neue Kooperationen
measure-links-ended = Beendete Kooperationen
measure-events = Veranstaltungen
measure-offers = Angebote am Ende
demand-count = Wie oft

## Liste einlesen

import-text = Eine Liste aus Excel oder einem anderen Programm kommt so herein, wie sie ist. Zuerst sehen Sie, was verstanden wurde; geschrieben wird erst, wenn Sie es sagen.
import-drop = Datei hierher ziehen oder auswählen
import-kinds = Excel (XLSX), LibreOffice (ODS), CSV, JSON, GeoJSON
import-nothing-yet = Eine Datei, die Sie nicht zu Ende bearbeiten, bleibt auf diesem Gerät, bis Sie weitermachen.
import-wrong-kind = „{ $name }“ kann nicht gelesen werden. Möglich sind Dateien, deren Name auf .xlsx, .ods, .csv, .json oder .geojson endet. Eine alte Excel-Datei (.xls) bitte als .xlsx speichern.
import-not-kept = Dieses Gerät merkt sich die Datei nicht. Laden Sie die Seite nicht neu, bevor Sie fertig sind.
import-publish = Neue Einträge gleich veröffentlichen (sonst werden sie Entwürfe)
import-check-again = Noch einmal prüfen
import-other-file = Andere Datei
import-working = Die Datei wird geprüft …
import-columns =
    { $count ->
        [one] Eine Spalte
       *[other] { $count } Spalten
    }
import-columns-unknown =
    { $count ->
        [one] eine ist unbekannt
       *[other] { $count } sind unbekannt
    }
import-sheet = Blatt
import-encoding = Kodierung
import-encoding-found = wie erkannt
import-encoding-utf-8 = UTF-8
import-encoding-windows-1252 = Westeuropa (Windows-1252)
import-encoding-windows-1250 = Mitteleuropa (Windows-1250)
import-encoding-windows-1251 = Kyrillisch (Windows-1251)
import-encoding-windows-1254 = Türkisch (Windows-1254)
import-encoding-iso-8859-9 = Türkisch (ISO 8859-9)
import-encoding-macroman = Mac (MacRoman)
import-encoding-utf-16 = UTF-16
import-columns-text = Was in einer Spalte steht, können Sie ändern. Unbekannte Spalten werden nicht gelesen.
import-heading = Überschrift
import-holds = enthält
import-holds-of = Was steht in der Spalte „{ $heading }“?
import-holds-choose = bitte wählen
import-holds-nothing = nicht lesen
import-holds-street = Straße
import-holds-houseNumber = Hausnummer
import-holds-postcode = Postleitzahl
import-holds-city = Stadt
import-holds-addressExtra = Zusatz zur Adresse
import-holds-person = Ansprechperson
import-holds-person-givenName = Vorname der Person
import-holds-person-familyName = Nachname der Person
import-holds-areaCode = Vorwahl
import-holds-person-role = Aufgabe der Person
import-holds-person-phone = Telefon der Person
import-holds-person-email = E-Mail der Person
import-holds-note = Bemerkung (nur intern)
import-holds-verifiedOn = Stand (Datum)
import-holds-verifiedBy = Bestätigt von
import-holds-longitude = Längengrad
import-holds-latitude = Breitengrad
import-holds-precision = Genauigkeit des Orts
import-holds-type = Organisation, Institution oder Netzwerk
import-holds-id = Kennung (ID)
import-understood = verstanden
import-filled =
    { $count ->
        [one] eine Zelle
       *[other] { $count } Zellen
    }
import-empty-words =
    { $count ->
        [one] eine sagt nichts („-“, „siehe Homepage“)
       *[other] { $count } sagen nichts („-“, „siehe Homepage“)
    }
import-more-words =
    { $count ->
        [one] noch ein Wort
       *[other] noch { $count } Wörter
    }
import-column-decide = Alles in der Spalte „{ $heading }“ so übernehmen; ohne Antwort in die Notiz
import-means-nothing = bedeutet nichts
import-means-note = in die Notiz
import-questions =
    { $count ->
        [one] Eine Frage zu dieser Liste
       *[other] { $count } Fragen zu dieser Liste
    }
import-questions-text = Jede Antwort gilt für alle Zeilen, auch beim nächsten Mal.
import-question =
    { $count ->
        [one] Was heißt „{ $value }“ in der Spalte „{ $heading }“? (eine Zeile)
       *[other] Was heißt „{ $value }“ in der Spalte „{ $heading }“? ({ $count } Zeilen)
    }
import-question-other = oder etwas anderes
import-question-meaning = Bedeutung
import-question-decide = So ist es gemeint
import-question-note = In die Notiz
import-question-nothing = Bedeutet nichts
import-note-rest = Alles Übrige in die Notizen der Zeilen
import-rest-noted = Was unklar ist, steht in den Notizen der Zeilen
import-decided =
    { $count ->
        [one] Eine Entscheidung
       *[other] { $count } Entscheidungen
    }
import-undo-of = Rückgängig: { $what }
import-result = Ergebnis
import-outcome-NEW = neu
import-outcome-LIKELY_DUPLICATE = vielleicht doppelt
import-outcome-CHANGED = ändert einen Eintrag
import-outcome-SAME = steht schon so da
import-outcome-WRONG = stimmt noch nicht
import-outcome-CONFLICT = inzwischen geändert
import-row = Zeile { $number } der Liste
import-line = Zeile { $line }
import-entry = Eintrag ansehen
import-more-changes =
    { $count ->
        [one] ein weiteres Feld
       *[other] { $count } weitere Felder
    }
import-alike = Das könnte dasselbe sein:
import-alike-row = „{ $name }“, Zeile { $number } dieser Liste
import-is-that = Das ist dieser Eintrag
import-is-new = Ein neuer Eintrag
import-skip = Auslassen
import-is = ist der Eintrag „{ $slug }“
import-all-new = Alle, die anderen ähneln, sind neue Einträge
import-all-entries = Jede ist der Eintrag, dem sie am meisten ähnelt
import-none-takable = Noch kann keine Zeile übernommen werden.
import-rest-later =
    { $count ->
        [one] Eine Zeile bleibt übrig. Danach können Sie sie hier berichtigen.
       *[other] { $count } Zeilen bleiben übrig. Danach können Sie sie hier berichtigen.
    }
import-take =
    { $count ->
        [one] Eine Zeile als Entwurf übernehmen
       *[other] { $count } Zeilen als Entwürfe übernehmen
    }
import-take-changes =
    { $count ->
        [one] Einen Eintrag ändern
       *[other] { $count } Einträge ändern
    }
import-take-both = Übernehmen: { $fresh } neu, { $changed } geändert
import-take-published =
    { $count ->
        [one] Eine Zeile übernehmen und veröffentlichen
       *[other] { $count } Zeilen übernehmen und veröffentlichen
    }
import-correct =
    { $count ->
        [one] Diese Zeile hier berichtigen
       *[other] Diese { $count } Zeilen hier berichtigen
    }
import-download = Übrige Zeilen als Tabelle speichern
import-no-heading = ohne Überschrift
import-other-cells = Alles andere von „{ $name }“
import-done =
    { $count ->
        [one] Ein Eintrag ist geschrieben.
       *[other] { $count } Einträge sind geschrieben.
    }
import-noted =
    { $count ->
        [one] Eine übernommene Zeile bitte ansehen
       *[other] { $count } übernommene Zeilen bitte ansehen
    }
import-see-drafts = Entwürfe ansehen
import-waits = „{ $value }“ wartet auf Ihre Antwort oben
import-skip-row = „{ $name }“ auslassen
import-outcome-LEFT_OUT = ausgelassen

## Einstellungen

nav-settings = Einstellungen
title-settings = Einstellungen
people-admins = Wer sich anmelden darf, sehen und ändern nur Personen mit der Rolle „Verwaltung“.
people-title = Personen und Rollen
people-role = Rolle
people-role-PARTNER = Sieht, was Partnern gezeigt wird, und schlägt Änderungen vor.
people-role-MEMBER = Pflegt die Einträge des eigenen Vereins auf der Seite „Meine Einträge“; Änderungen werden geprüft, wenn die Person nicht als vertraut gilt.
people-role-EDITOR = Arbeitet in dieser Oberfläche an allen Einträgen; Konten und Texte der Seiten ändert nur die Verwaltung.
people-role-ADMIN = Darf alles, auch Personen einladen, sperren und Rollen ändern.
people-actors = Spricht für
people-trusted = Veröffentlicht Änderungen ohne Prüfung
people-is-trusted = veröffentlicht ohne Prüfung
people-hidden = ein Entwurf
people-second-factor = mit zweitem Faktor
people-disabled = gesperrt seit { $date }
people-own = Das sind Sie. Name, Passwort und Mails ändern Sie unter „Mein Konto“.
people-change = Rolle ändern
people-change-one = Rolle ändern: { $name }
people-change-text = Danach muss sich die Person neu anmelden.
people-changed = { $name }: Rolle geändert.
people-disable = Sperren
people-disable-one = Sperren: { $name }
people-disabled-now = { $name } kann sich nicht mehr anmelden.
people-enable = Wieder zulassen
people-enable-one = Wieder zulassen: { $name }
people-enabled = { $name } kann sich wieder anmelden.
picker-help = Name tippen und aus der Liste wählen.
picker-none = Kein veröffentlichter Eintrag heißt so.
picker-remove = { $name } herausnehmen
invitations-title = Offene Einladungen
invitations-none = Keine Einladung ist offen.
invite = Einladen
invite-email = E-Mail-Adresse
invite-name = Name (freiwillig)
invite-language = Sprache der Mail
invite-text = Eine Einladung gilt 14 Tage und einmal. Eine zweite an dieselbe Adresse beendet die erste.
invite-send = Einladung schicken
invite-done = Einladung an { $email } ist unterwegs.
invite-done-link = Einladung für { $email } ist da: Bitte den Link weitergeben.
invitation-link = Es ging keine Mail hinaus. Geben Sie diesen Link selbst weiter; er wird nur jetzt gezeigt.
invitation-link-label = Link der Einladung
invitation-until = gilt bis { $date }
invitation-resend = Noch einmal schicken
invitation-resend-one = Noch einmal schicken: { $name }
invitation-revoke = Zurückziehen
invitation-revoke-one = Zurückziehen: { $name }
invitation-revoked = { $name }: Einladung zurückgezogen.
invitation-revoke-title = Einladung an { $name } zurückziehen?
invitation-revoke-text = Der Link in der Mail gilt dann nicht mehr. Danach lässt sich nur neu einladen.
mail-test-title = Mailversand prüfen
mail-test-text = Schickt eine Mail an Ihre eigene Adresse und zeigt, was der Mailserver dazu sagt.
mail-test-send = Probemail an mich
mail-test-taken = Die Mail an { $to } wurde angenommen. Der Mailserver sagt: { $answer }
mail-test-refused = Die Mail an { $to } wurde nicht angenommen. Es heißt: { $answer }
mail-test-silent = Der Mailserver hat binnen zehn Sekunden nicht geantwortet.
settings-words = Themen, Stadtteile und andere Wörter dafür
settings-words-text = Andere Wörter, unter denen ein Thema oder Stadtteil gefunden wird, stehen bei ihm selbst.
settings-file = Aus der Einstellungsdatei
settings-file-text = Das legt fest, wer den Dienst betreibt; daneben steht, wie die Einstellung dort heißt.
settings-verification = Einträge sind erneut zu prüfen nach
settings-months =
    { $count ->
        [one] einem Monat
       *[other] { $count } Monaten
    }
settings-own-words = Eigene Wörter für Arten, Zielgruppen, Sprachen und was sonst in Fragen steht
settings-no-words = keine; die Suche kennt die Wörter, die jedes Verzeichnis hat
settings-lines =
    { $count ->
        [one] eine Zeile
       *[other] { $count } Zeilen
    }
settings-partners = Dürfen das Verzeichnis auf ihren Seiten einbetten
settings-nobody = niemand ist namentlich eingetragen
settings-mails = Mails, die von selbst hinausgehen
settings-no-mails = keine
settings-mail-link_confirmations = Fragen, ob eine Kooperation stimmt
settings-mail-proposals = Was aus einem Vorschlag wurde
settings-mail-welcome = Begrüßung neu veröffentlichter Einträge
settings-mail-digest = Was für die Redaktion ansteht

## Texte der Seiten

title-texts = Texte der Seiten
settings-texts-text = Impressum, Datenschutz und wer das Verzeichnis fördert, mit Logos.
settings-texts-edit = Texte bearbeiten
texts-admins = Die Texte der Seiten ändern nur Personen mit der Rolle „Verwaltung“.
texts-lead = Was hier gespeichert wird, steht sofort auf den Seiten.
texts-language = Sprache der Texte
texts-empty = noch ohne Text
texts-german-help = Deutsch ist nötig, wo es einen Text gibt. Andere Sprachen wählen Sie hier.
texts-other-help = Ohne eigenen Text lesen Menschen mit dieser Sprache den deutschen.
texts-imprint = Impressum
texts-imprint-help = In Markdown: # macht eine Überschrift, eine leere Zeile einen Absatz, [Text](https://…) einen Link. HTML wird nur gezeigt.
texts-privacy = Datenschutz
texts-privacy-help = Steht über dem, was das Programm selbst mit Daten macht. Geschrieben wie das Impressum.
texts-funding = Förderung in einer Zeile
texts-funding-help = Zum Beispiel: „Gefördert vom Land Beispiel“. Steht unten auf jeder Seite und im eingebetteten Verzeichnis.
texts-funders = Förderer mit Logo
texts-report = Vorlage des Jahresberichts
texts-funders-help = Stehen unten auf jeder Seite und im eingebetteten Verzeichnis, in dieser Reihenfolge. Ohne Logo steht der Name.
texts-from-file = Der Text kommt aus der Einstellungsdatei; leeren Sie alle Sprachen, gilt er wieder:
texts-german = Deutscher Text zum Vergleich
texts-nothing = nichts
texts-changed = Noch nicht gespeichert; Ihre Eingaben sind auf diesem Gerät gesichert.
texts-elsewhere = Die Texte werden auch in einem anderen Tab bearbeitet. Speichern Sie nur in einem.
texts-saved = Gespeichert. Die Seiten zeigen es jetzt.
texts-past = Frühere Fassungen
texts-never = Hier hat noch niemand etwas geändert.
texts-version = { $date }, { $name }:
texts-somebody = nicht mehr bekannt
texts-fetch = Ins Formular holen
texts-fetch-one = Ins Formular holen: Fassung vom { $date }
texts-fetched = Die Fassung steht im Formular. Gespeichert ist sie noch nicht.
funder-number = { $number }. Förderer
funder-add = Förderer hinzufügen
funder-name = Name
funder-name-help = Wird vorgelesen, wo das Logo nicht zu sehen ist.
funder-website = Website
funder-website-help = Freiwillig: wohin das Logo führt.
funder-logo = Logo
funder-logo-help = PNG oder JPEG, bis 200 KB und 2.000 Pixel je Seite.
funder-logo-chosen = Neu gewählt: { $name }
funder-logo-format = Erlaubt sind PNG und JPEG.
funder-logo-size = Das Bild ist größer als 200 KB.
funder-logo-remove = Logo wegnehmen
funder-up = { $name } weiter nach vorn
funder-down = { $name } weiter nach hinten
funder-remove = Entfernen
funder-remove-one = { $name } entfernen

## Maßnahmen

nav-diary = Maßnahmen
title-diary = Maßnahmen
diary-text = Was die Stelle selbst gemacht hat, in sechs Angaben. Der Jahresbericht zählt es mit; öffentlich ist davon nichts.
diary-new = Maßnahme notieren
diary-edit-title = Maßnahme ändern
diary-day = Tag
diary-day-missing = Bitte den Tag angeben.
diary-field-missing = Bitte wählen Sie das Handlungsfeld.
diary-kind = Was es war
diary-field = Handlungsfeld
diary-district = Stadtteil
diary-everywhere = ganze Stadt
diary-partners = Mit wem (freiwillig)
diary-people-field = Erreichte Personen (wenn gezählt)
diary-count =
    { $count ->
        [one] Eine Maßnahme.
       *[other] { $count } Maßnahmen.
    }
diary-people = Erreichte Personen, soweit notiert: { $number }.
diary-reached =
    { $count ->
        [one] eine Person erreicht
       *[other] { $count } Personen erreicht
    }
diary-with = mit
diary-edit = Ändern
diary-edit-one = Ändern: { $name }
diary-delete = Löschen
diary-delete-one = Löschen: { $name }
diary-deleted = { $name }: gelöscht.
diary-name = massnahmen
measure-activities = Maßnahmen
measure-people = Erreichte Personen, soweit notiert

## Wörter für Fragen

title-synonyms = Wörter für Fragen
synonyms-lead = Wie heißt das bei Ihnen? Was hier steht, versteht die Suche sofort, in allen Sprachen und gebeugten Formen. Andere Wörter für Themen und Stadtteile stehen bei diesen selbst.
synonyms-format = Ein Ausdruck je Zeile, ein Wort oder mehrere, die beieinanderstehen. „Deutschk*“ steht für alle Wörter, die so beginnen. Was in Klammern steht, wird nur angeboten und nie von selbst gesucht.
synonyms-table = Wofür
synonyms-table-KINDS = Arten von Akteuren
synonyms-table-LANGUAGES = Sprachen
synonyms-table-TARGET_GROUPS = Zielgruppen
synonyms-table-FIELDS_OF_ACTION = Handlungsfelder
synonyms-table-TYPES = Arten
synonyms-table-FEATURES = Besonderheiten, Tage und Zeiten
synonyms-search = In der Liste suchen
synonyms-only-own = nur mit eigenen Wörtern
synonyms-none = Nichts davon steht in dieser Liste.
synonyms-known = Bekannt sind schon:
synonyms-built-in =
    { $count ->
        [0] Noch keine bekannten Ausdrücke
        [one] Der bekannte Ausdruck
       *[other] Alle { $count } bekannten Ausdrücke
    }
synonyms-from-settings = Aus der Einstellungsdatei:
synonyms-key = In Tabellen heißt es:
synonyms-other = Weitere
synonyms-own = Eigene Wörter
synonyms-save-one = Speichern: { $name }
synonyms-cancel-one = Abbrechen: { $name }
synonyms-changed = Zuletzt geändert am { $date }, { $name }
synonyms-saved = { $name }: gespeichert. Die Suche versteht es jetzt.
synonyms-wrong = „{ $phrase }“ { $message }
synonyms-conflict = { $name } hat diese Wörter inzwischen geändert. Nichts ist verloren: Wählen Sie, was gelten soll.
synonyms-keep-mine = Meine speichern
synonyms-take-theirs = Nehmen, was dort steht
synonyms-import = Viele auf einmal: eine Tabelle (CSV) aufnehmen
synonyms-import-text = Kommt zu den eigenen Wörtern in dieser Liste dazu: { $table }. Die erste Zeile nennt die Spalten: zuerst die Einträge, dann de, en, tr, ar, uk, ro, pl oder other. In einer Zelle trennt ein Strichpunkt die Ausdrücke. Zum Beispiel: slug,de und darunter women,Müttertreff;Frauenrunde
synonyms-import-file = Datei wählen
synonyms-import-csv = Oder hier einfügen
synonyms-import-add = Hinzufügen
synonyms-import-large = Die Datei ist zu groß: erlaubt ist ein Megabyte.
synonyms-imported =
    { $count ->
        [0] Alle diese Wörter standen schon da.
        [one] Ein Ausdruck ist dazugekommen.
       *[other] { $count } Ausdrücke sind dazugekommen.
    }
synonyms-trial = Eine Frage ausprobieren
synonyms-trial-question = Frage, wie Menschen sie eingeben
synonyms-trial-ask = Was wird verstanden?
synonyms-trial-understood = Verstanden:
synonyms-trial-offered = Nur angeboten:
synonyms-trial-words = Gesucht wird nach den Wörtern:
synonyms-trial-nothing = Diese Wörter sagen in einer Frage nichts.
synonyms-trial-not = nicht
synonyms-feature-free-of-charge = kostenlos
synonyms-feature-without-appointment = ohne Termin
synonyms-feature-by-appointment = mit Termin
synonyms-feature-wheelchair = mit Rollstuhl zugänglich
synonyms-feature-confidential = vertraulich
synonyms-feature-open-now = jetzt geöffnet
synonyms-feature-today = heute
synonyms-feature-tomorrow = morgen
synonyms-feature-day-after-tomorrow = übermorgen
synonyms-feature-weekend = am Wochenende
synonyms-feature-working-days = unter der Woche
synonyms-feature-near-me = in meiner Nähe

## Angebote, Termine und Projekte im Editor; Zeiten und Karte

new-offer = Neues Angebot
new-event = Neuer Termin
new-project = Neues Projekt
add-offer = Angebot hinzufügen
add-event = Termin hinzufügen
add-project = Projekt hinzufügen
belongs-to = Gehört zu
owner-missing = Hier fehlt, zu welchem Eintrag das gehört. Bitte dort hinzufügen:
offers-archived =
    { $count ->
        [one] Ein archivierter Eintrag
       *[other] { $count } archivierte Einträge
    }
section-times = Wann
section-admission = Anmeldung und Plätze
section-venue = Ort
section-hosts = Wer einlädt oder mitmacht
venue-help = Nur ausfüllen, wenn es woanders ist als beim Eintrag, zu dem es gehört. Ist dessen Ort geheim, bleibt auch dieser es.
owners-help = Der erste Name ist der, den man fragt. Einen muss es geben.
field-allDay = Ganztägig
field-cancelled = Fällt aus
field-startsAt = Beginn
field-endsAt = Ende
field-recurrence = Regel der Wiederholung
field-excludedDates = Nicht am (auch: Ferien)
field-hosts = Wer einlädt
field-actors = Wer mitmacht
field-districts = Stadtteile
field-confirmations = Bestätigungen
field-from = Von
field-to = Mit
field-basis = Grundlage
field-source = Quelle
field-publicNote = Anmerkung für alle
field-internalNote = Anmerkung für die Redaktion
field-since = Erster Tag
field-until = Letzter Tag
field-funding = Gefördert durch
field-place-street = Straße und Hausnummer
field-place-postcode = Postleitzahl
field-place-city = Stadt
field-place-extra = Zusatz zur Adresse
field-openingHours-rows = Öffnungszeiten in Zeilen
field-schedule-rows = Zeiten in Zeilen
help-schedule = Wie man es sagt, etwa „dienstags 10–12 Uhr, in den Schulferien zu“, oder in den Zeilen darunter. Ein einzelner Tag ist ein Termin.
help-cancelled = Kalender und Seiten sagen es, statt den Termin zu verlieren.
help-endsAt = Ohne Angabe gilt der Termin bis zum Ende des Tages.
help-excludedDates = Ein Tag, oder ein Zeitraum: Dann fallen alle Termine darin weg.
help-recurrence = Nach RFC 5545, etwa FREQ=WEEKLY;BYDAY=TU.
help-registrationUrl = Ganze Adresse mit https://.
help-registrationMethods = „Ohne Anmeldung“ heißt: einfach kommen.
help-cost-de = Leer, wenn es nichts kostet.
help-minimumAge = In Jahren. Leer, wenn es keine Grenze gibt.
help-freePlaces = 1 bis 999. Leer, wenn es niemand gezählt hat.
number-wrong = Das ist keine ganze Zahl.
moment-incomplete = Tag und Uhrzeit gehören zusammen. Ohne Uhrzeit: „Ganztägig“ ankreuzen.
moment-time = { $field }: Uhrzeit
moment-span = { $from }–{ $to } Uhr
moment-from = ab { $from } Uhr
moment-until = bis { $day } { $time }
reads-so = Das heißt:
hours-rows-title = { $field } in Zeilen
hours-row = Zeile { $number }
hours-add = Zeile hinzufügen
hours-remove = Zeile { $number } entfernen
hours-from = von
hours-to = bis
hours-note = Bemerkung
hours-closed = geschlossen
hours-otherwise = sonst: { $text }
hours-always = rund um die Uhr
hours-holidays = Feiertage
hours-holidays-short = Feiert.
hours-school = Schulferien
hours-school-short = Ferien
hours-run = { $first } bis { $last }
hours-nth = am { $nth } { $day } im Monat
hours-special = Verstanden. Dieser Text sagt mehr, als in Zeilen passt; er bleibt, wie er dasteht.
hours-unread = Das ist nicht zu verstehen. So geht es zum Beispiel: Di und Do 17–19 Uhr; Sa 10–13 Uhr; in den Schulferien geschlossen
hours-rows-instead = Stattdessen Tage und Uhrzeiten wählen
hours-incomplete = In einer Zeile fehlen noch Tage oder Uhrzeiten.
repeat-title = Wiederholung
repeat-start-first = Zuerst den Beginn angeben.
repeat-once = einmalig
repeat-daily = täglich
repeat-weekly = wöchentlich
repeat-monthly = monatlich an einem Wochentag
repeat-monthday = monatlich am selben Tag des Monats
repeat-other = andere Regel
repeat-interval = Wie oft
repeat-every-daily =
    { $count ->
        [1] jeden Tag
       *[other] alle { $count } Tage
    }
repeat-every-weekly =
    { $count ->
        [1] jede Woche
       *[other] alle { $count } Wochen
    }
repeat-every-monthly =
    { $count ->
        [1] jeden Monat
       *[other] alle { $count } Monate
    }
repeat-every-monthday =
    { $count ->
        [1] jeden Monat
       *[other] alle { $count } Monate
    }
repeat-days = An welchen Tagen
repeat-which = Der wievielte im Monat
repeat-weekday = Wochentag
repeat-nth-1 = ersten
repeat-nth-2 = zweiten
repeat-nth-3 = dritten
repeat-nth-4 = vierten
repeat-nth--1 = letzten
repeat-ends = Endet
repeat-ends-never = nicht
repeat-ends-until = an einem Tag
repeat-ends-count = nach einer Zahl von Terminen
repeat-until = Letzter Tag
repeat-count = Zahl der Termine
repeat-rule = Regel als Text
repeat-words-once = einmalig am { $day }
repeat-words-daily =
    { $count ->
        [1] jeden Tag
       *[other] alle { $count } Tage
    }
repeat-words-weekly =
    { $count ->
        [1] jeden { $days }
       *[other] alle { $count } Wochen am { $days }
    }
repeat-words-monthly =
    { $count ->
        [1] jeden { $nth } { $days } im Monat
       *[other] alle { $count } Monate am { $nth } { $days }
    }
repeat-words-monthday =
    { $count ->
        [1] jeden Monat am { $day }.
       *[other] alle { $count } Monate am { $day }.
    }
repeat-words-from = ab { $day }
repeat-words-until = bis { $day }
repeat-words-count =
    { $count ->
        [one] ein Termin
       *[other] { $count } Termine
    }
repeat-words-except = nicht am { $days }
repeat-other-words = Diese Regel lässt sich hier nicht in Worte fassen. Beim Speichern wird sie geprüft.
repeat-next = Die ersten Termine: { $days }
repeat-no-dates = So gibt es keinen einzigen Termin.
repeat-off = Der Beginn, { $day }, passt nicht zur Wiederholung.
repeat-off-repair = Mit { $day } beginnen
exclude-to = bis (freiwillig)
exclude-add = Ausnehmen
exclude-missing = Bitte einen Tag angeben.
exclude-pending = Diese Tage sind eingetippt, aber noch nicht ausgenommen: „Ausnehmen“ drücken, oder die Felder leeren.
exclude-order = Der letzte Tag liegt vor dem ersten.
exclude-none = In diesem Zeitraum liegt kein Termin.
place-map-open = Auf der Karte zeigen und setzen
place-map-close = Karte schließen
place-map-help = Auf die Karte klicken oder die Nadel ziehen. Mit der Tastatur: Pfeiltasten verschieben die Karte, Enter setzt die Nadel in die Mitte.
place-map-failed = Die Karte lässt sich hier nicht zeigen. Koordinaten und Adresse gehen weiter.
place-map-title = Karte
place-map-in = Näher heran
place-map-out = Weiter weg
place-map-keys = Die Pfeiltasten verschieben die Karte, Plus und Minus ändern den Maßstab, Enter setzt die Nadel in die Mitte.
place-map-wheel = Halten Sie { $key } gedrückt, um mit dem Mausrad zu zoomen
place-map-fingers = Bewegen Sie die Karte mit zwei Fingern
place-district = Der Ort liegt in: { $name }.
place-district-same = Der Ort liegt in: { $name }, wie beim Sitz angegeben.
place-district-other = Der Ort liegt in { $name }; als Sitz steht { $other }.
place-district-take = { $name } als Sitz eintragen
place-district-none = Der Ort liegt in keinem Stadtteil des Verzeichnisses.

## Protokoll und Zusammengeführtes

nav-audit = Protokoll
title-audit = Protokoll
audit-text = Wer wann was geändert hat, über alle Einträge, das Neueste zuerst.
audit-from = Von
audit-to = Bis
audit-person = Wer
audit-entry = Eintrag, mit allem, was dazugehört
audit-all = Alles zeigen
audit-order = „Bis“ liegt vor „Von“.
audit-count = { $count ->
    [0] Nichts wurde geändert.
    [one] Eine Änderung
   *[other] { $count } Änderungen
}
audit-kind-actor = Eintrag
audit-kind-offer = Angebot
audit-kind-event = Termin
audit-kind-project = Projekt
audit-kind-link = Kooperation
audit-kind-district = Stadtteil
audit-kind-theme = Thema
audit-kind-person = Ansprechperson
history-same-day = Was an diesem Tag noch geändert wurde
merges-title = Zusammengeführt
merges-became = { $name } ging auf in
merges-nameless = ein gelöschter Eintrag
merges-undone = am { $date } wieder getrennt
merge-line = „{ $loser }“ ging auf in „{ $survivor }“.
merge-undone-line = „{ $loser }“ und „{ $survivor }“ sind wieder getrennt.
merged-into = Dieser Eintrag ist aufgegangen in:
merge-way = Unter „Doppelte“ wieder trennen
merges-undo = Wieder trennen
merges-undo-one = { $name } wieder trennen
merges-taken-apart = Wieder zwei Einträge.
