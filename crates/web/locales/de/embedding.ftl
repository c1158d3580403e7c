# Auf anderen Websites
nav-embed = Auf Ihrer Website einbinden
all-languages = Alle Sprachen
new-tab = öffnet in neuem Tab
widget-label = Verzeichnis
widget-close = Schließen
widget-daytime = Tageszeit
widget-filters = Weitere Filter
widget-loading = Wird geladen …
widget-missing = Fehlt jemand? Eintrag vorschlagen
widget-no-entry = Diesen Eintrag gibt es hier nicht oder nicht mehr.
widget-more = Weitere anzeigen
widget-panes = Liste oder Karte
widget-weekday = Wochentag
map-title = Karte
map-show = Karte
map-picture = Karte der Stadtteile mit der Zahl der Einträge
map-failed = Die Karte lässt sich hier nicht zeigen.
map-in = Näher heran
map-out = Weiter weg
map-keys = Die Pfeiltasten verschieben die Karte, Plus und Minus ändern den Maßstab, Enter öffnet den Eintrag in der Mitte. Dieselben Einträge stehen in der Liste.
map-wheel = Halten Sie { $key } gedrückt, um mit dem Mausrad zu zoomen
map-fingers = Bewegen Sie die Karte mit zwei Fingern
map-legend = Zeichenerklärung
map-legend-group = Mehrere Einträge; die Zahl sagt, wie viele. Wer sie wählt, kommt näher heran.
map-legend-selected = Der gewählte Eintrag
map-legend-border = Grenzen der Stadtteile
map-shade = Je dunkler, desto mehr Einträge
map-approximate = Ungefähr: irgendwo in { $district }
map-here = Mein Standort
map-here-failed = Ihr Standort ließ sich nicht bestimmen. Vielleicht müssen Sie es dem Browser erlauben.
map-here-outside = Sie sind außerhalb dieser Karte.
map-legend-approximate = Ungefähr: nur der Stadtteil ist bekannt
map-off = { $count ->
    [one] 1 Eintrag steht nicht auf der Karte, weil der Ort fehlt oder nicht öffentlich ist. In der Liste stehen alle.
   *[other] { $count } Einträge stehen nicht auf der Karte, weil der Ort fehlt oder nicht öffentlich ist. In der Liste stehen alle.
}

# Baukasten
builder-title = Das Verzeichnis auf Ihrer Website
builder-lead = Wählen Sie, was gezeigt werden soll, und kopieren Sie eine Zeile in Ihre Seite. Es ist kostenlos, setzt keine Cookies und lädt nichts von anderen Anbietern.
builder-lead-map = Wählen Sie, was gezeigt werden soll, und kopieren Sie eine Zeile in Ihre Seite. Es ist kostenlos und setzt keine Cookies. Nur die Karte lädt ihren Hintergrund von anderen: { $hosts }.
builder-what = Was gezeigt wird
builder-how = Wie es aussieht
builder-view = Ansicht
builder-view-both = Liste und Karte
builder-view-list = Nur Liste
builder-view-map = Nur Karte
builder-lang = Sprache der Bedienung
builder-lang-page = Wie die Seite darum herum
builder-locked = Diese Auswahl dürfen Besucherinnen und Besucher nicht ändern
builder-locked-text = Suchfeld weglassen
builder-height = Höhe in Pixeln
builder-height-hint = Leer: am Rechner höchstens etwa 740 Pixel, auf Telefonen so hoch wie nötig. Erlaubt sind 200 bis 3000.
builder-accent = Farbe von Links und Schaltflächen
builder-where = Wer es zeigt
builder-partner = Website von
builder-partner-any = Alle Partner
builder-partner-hint = Einen Rahmen mit dem Namen eines Partners zeigen nur dessen eigene Seiten. Die Zeile ohne Rahmen gilt überall.
builder-update = Vorschau erneuern
builder-line = Die Zeile für Ihre Seite
builder-line-hint = Fügen Sie sie dort ein, wo das Verzeichnis stehen soll. In den meisten Redaktionssystemen heißt das „HTML“ oder „Code einfügen“.
builder-frame = Wenn Ihre Seite keine Skripte erlaubt
builder-frame-hint = Diese Zeile zeigt dasselbe in einem Rahmen (iframe). In WordPress genügt oft die Adresse allein:
builder-copy = Kopieren
builder-copied = Kopiert
builder-preview = Vorschau
builder-wrong = Das geht so nicht:
