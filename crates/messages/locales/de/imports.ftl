# Imports: what is wrong with rows, what there is to know of them, and the report at a terminal.

# What is wrong with a row, or keeps it from being taken.
import-erased-person = ist eine Person, die gelöscht wurde: erlaubt ist nur, sie wegzulassen
import-consent-withdrawn = wurde am { $day } zurückgezogen: erlaubt ist eine Einwilligung von danach
import-retires-theme = legt ein Thema still: erlaubt ist das nur der Verwaltung
import-absent = nennt { $slug } aus einer Zeile, die nicht übernommen wird: erlaubt nur mit ihr
import-digest = gehört zu keinem Probelauf mit diesen Dateien: bitte den Probelauf wiederholen
import-no-row = Zeile { $row } gibt es nicht: erlaubt sind { $first } bis { $last }
import-row-wrong = Zeile { $row } ist falsch und kann nicht übernommen werden
import-row-conflict = Der Eintrag der Zeile { $row } wurde seit dem Probelauf geändert
import-row-left-out = Zeile { $row } ist ausgelassen, wie entschieden: ohne die Entscheidung wird sie übernommen
import-no-rows = nennt keine Zeile

# Whom a row looks like.
import-alike = vermutlich doppelt mit { $others }
import-alike-decide = { $problem }: zu entscheiden mit "row { $row }=new", "row { $row }={ $slug }" oder "row { $row }=skip"
import-alike-series = { $first }; { $last }
import-alike-entry = dem Eintrag { $slug } { $name } ({ $signs })
import-alike-archived = dem archivierten Eintrag { $slug } { $name } ({ $signs })
import-alike-row = Zeile { $row } { $name } ({ $signs })
import-alike-taken-row = einer übernommenen Zeile, { $name } ({ $signs })

# What there is to know of a row.
import-no-theme = ohne Thema: Woran arbeiten beide zusammen?
import-placed = auf das Haus der Adresse gesetzt, nach der Adressdatei
import-place-lowered = genauer ist der Ort nicht bekannt: gezeigt wird die Mitte des Stadtteils
import-placed-in-district = nur der Stadtbezirk ist bekannt: auf der Karte irgendwo um seine Mitte, als ungenau gekennzeichnet
import-no-place-active = steht auf keiner Karte: genannt sind Stadtteile, in denen gearbeitet wird, und kein Haus, das bekannt ist
import-no-place = steht auf keiner Karte: die Tabelle nennt weder einen Stadtteil noch ein Haus, das bekannt ist
import-same-phone = dieselbe Telefonnummer hat auch { $name }
import-archived-alike = { $name }, dem die Zeile ähnelt, ist archiviert
import-undoubted = an dieser Zeile war nichts zu entscheiden: bitte prüfen, ob sie gemeint ist

# The report at a terminal.
report-row = Zeile
report-outcome = Ergebnis
report-what = was
report-outcome-word = { $outcome ->
    [new] neu
    [likely-duplicate] wohl doppelt
    [changed] geändert
    [same] gleich
    [wrong] falsch
    [conflict] Konflikt
   *[left-out] ausgelassen
}
report-line = dort Zeile { $line }
report-same = Zeilen { $rows } sagen dasselbe schon.
report-total = { $count } { $outcome }
report-totals = Einträge: { $totals }.
report-no-totals = Einträge: keine.
report-taken = Übernommen: { $count } geschrieben.
report-nothing-written = Nichts wurde geschrieben.
report-nothing-to-take = Nichts wurde geschrieben, und ohne einen weiteren Blick ist nichts zu übernehmen.
report-next = Nichts wurde geschrieben. Übernehmen: { $command } DATEI…
report-look = Bitte diese Zeilen ansehen:
report-more-rows = … und { $count } weitere; --format json nennt alle.
report-more = … und { $count } weitere
report-other-sheet = Ein anderes Blatt: --sheet NAME
report-other-encoding = Andere Kodierung: --encoding NAME
report-not-read = wird nicht gelesen
report-unknown = unbekannt: bitte --map "{ $heading }=…" / --ignore "{ $heading }"
report-filled = { $count } gefüllt
report-empty-words = { $count } ohne Aussage
report-questions = Zu entscheiden, einmal für die ganze Tabelle:
report-question = { $heading }, { $count ->
    [one] { $count } Zeile
   *[other] { $count } Zeilen
}
report-question-perhaps = { $question }; vielleicht { $candidates }
report-decide-column = oder alle dieser Spalte: --decide "{ $heading }:unklar=notiz" / "{ $heading }:unklar=vorschlag"
report-decide-rest = Oder alles Übrige auf einmal, in die Notizen der Zeilen: --decide "unklar=notiz"
report-like-entry = ähnelt dem Eintrag { $slug } { $name }: { $signs }
report-like-row = ähnelt Zeile { $row } { $name }: { $signs }
report-nothing = nichts
report-problem-line = Zeile { $line }, { $problem }
report-rejects = { $count ->
    [one] { $count } ausgelassene Zeile steht
   *[other] { $count } ausgelassene Zeilen stehen
} in { $file }.
report-no-database = Die Datenbank { $file } gibt es noch nicht: der Import würde sie anlegen, dieser Probelauf nicht.
report-refused = nichts wurde importiert:
report-refused-count = nichts wurde importiert: { $count } Fehler
report-strangers = Hinweis: { $count } Einträge haben Kurznamen, die Einträge mit anderen Kennungen schon haben, diese Dateien kommen also wohl aus einer anderen Installation. Bitte in eine leere Datenbank importieren; oder "id" aus jedem Eintrag herausnehmen, dann sind es neue Fassungen der Einträge, die hier so heißen.
report-wrong-rows = { $wrong } von { $count ->
    [one] { $count } Zeile ist
   *[other] { $count } Zeilen sind
} nicht zu übernehmen; was falsch ist, steht darüber

# What an import did.
summary-actors = { $count ->
    [one] { $count } Akteur
   *[other] { $count } Akteure
}
summary-offers = { $count ->
    [one] { $count } Angebot
   *[other] { $count } Angebote
}
summary-events = { $count ->
    [one] { $count } Veranstaltung
   *[other] { $count } Veranstaltungen
}
summary-projects = { $count ->
    [one] { $count } Projekt
   *[other] { $count } Projekte
}
summary-links = { $count ->
    [one] { $count } Verbindung
   *[other] { $count } Verbindungen
}
summary-districts = { $count ->
    [one] { $count } Ortsteil
   *[other] { $count } Ortsteile
}
summary-themes = { $count ->
    [one] { $count } Thema
   *[other] { $count } Themen
}
summary-persons = { $count ->
    [one] { $count } Kontaktperson
   *[other] { $count } Kontaktpersonen
}
summary-no-entries = Nichts geschrieben: es stehen keine Einträge darin.
summary-all-same = Nichts geschrieben: { $count ->
    [one] der eine Eintrag sagt
   *[other] alle { $count } Einträge sagen
} schon dasselbe.
summary-written = Geschrieben: { $written }; { $count ->
    [one] { $count } Eintrag sagte
   *[other] { $count } Einträge sagten
} schon dasselbe.
summary-far = { $count ->
    [one] { $count } Akteur liegt
   *[other] { $count } Akteure liegen
} weit außerhalb aller Ortsteile: bitte prüfen. Ein falscher Ort wird in der Datei berichtigt, die dann noch einmal importiert wird, oder im Eintrag.
summary-far-actor = { $file }, Zeile { $line }: { $name }

stored-not-taken = nicht übernommen, der Eintrag behält { $kept }; in der Liste steht { $given }
stored-draft = ist im Verzeichnis ein Entwurf und bleibt es; veröffentlicht wird in der Konsole
stored-public = im Verzeichnis steht etwas anderes und bleibt öffentlich: { $value }; zu ändern in der Konsole
stored-persons = daneben bleibt eingetragen: { $names }; wer nicht mehr zuständig ist, wird in der Konsole entfernt
stored-empty-cells = { $heading }: { $count ->
    [one] eine Zelle ist leer, deren Eintrag dort etwas hat
   *[other] { $count } Zellen sind leer, deren Einträge dort etwas haben
}; das bleibt. Entfernt wird es in der Konsole.
stored-moved-to-house = auf das Haus der neuen Adresse gesetzt, nach der Adressdatei
stored-moved-to-quarter = der Punkt auf der Karte zieht mit um, in die Mitte des neuen Stadtteils
stored-place-gone = der Punkt auf der Karte entfällt: bekannt ist nur der Stadtbezirk
stored-place-kept = der Punkt auf der Karte bleibt, wo er war: bitte in der Konsole prüfen
