# Lists of offices, as tables: what is wrong with them, what there is to know of them.

# Why a table as a whole cannot be read.
table-io = die Tabelle ließ sich nicht lesen
table-too-large = die Tabelle ist zu groß: erlaubt sind 64 MiB; bitte aufteilen
table-no-text = Zeile { $line }: das ist kein Text; erlaubt ist CSV, wie Tabellenprogramme es speichern
table-broken-encoding = Zeile { $line }: der Text hat keine durchgehende Kodierung; bitte als „CSV UTF-8“ speichern oder die Kodierung nennen
table-open-quote = Zeile { $line }: hier öffnet ein Anführungszeichen eine Zelle und wird nie geschlossen
table-text-behind-quote = Zeile { $line }: hinter dem schließenden Anführungszeichen einer Zelle, die in Zeile { $opened } beginnt, steht Text; fehlt dort eines? In Anführungszeichen wird ein Anführungszeichen doppelt geschrieben
table-empty = die Tabelle ist leer: die erste Zeile muss die Spalten nennen, darunter eine mit den Namen
table-unknown-headings = Zeile { $line }: die Zuordnung nennt { $count ->
    [one] die Spalte
   *[other] die Spalten
} { $given }, die es in der Tabelle nicht gibt: es gibt nur { $headings }
table-no-name-column = Zeile { $line }: keine Spalte enthält Namen: es gibt nur { $headings }; bitte zuordnen, vielleicht mit { $example }
table-no-address-columns = Zeile { $line }: nötig sind Straße (str), Hausnummer (hnr) und zwei Koordinaten (ost und nord oder lon und lat): es gibt nur { $headings }
table-no-workbook = das ist keine Arbeitsmappe; bitte als „Excel-Arbeitsmappe (.xlsx)“ oder „OpenDocument-Tabelle (.ods)“ speichern
table-old-or-locked = die Arbeitsmappe hat ein Kennwort oder das alte Format von Excel; bitte ohne Kennwort als .xlsx speichern
table-unpacked = die Arbeitsmappe ist entpackt zu groß: erlaubt sind 256 MiB
table-too-many-cells = die Tabelle hat zu viele Zellen: erlaubt sind 4.000.000 in den ersten 1.000 Spalten
table-too-many-rows = die Tabelle hat zu viele Zeilen: erlaubt sind 250.000; bitte aufteilen
table-rows-out-of-order = Zeile { $line } steht unter späteren; bitte die Arbeitsmappe neu speichern
table-no-sheet = das Blatt { $given } gibt es nicht: es gibt nur { $sheets }
table-missing-part = der Arbeitsmappe fehlt ein Teil ({ $part }); bitte in einem Tabellenprogramm öffnen und neu speichern
table-broken-part = ein Teil der Arbeitsmappe ({ $part }) ist nicht zu lesen; bitte in einem Tabellenprogramm öffnen und neu speichern
table-no-visible-sheet = alle Blätter sind ausgeblendet: bitte eines als Blatt nennen: es gibt nur { $sheets }

# What somebody says of how a table is read, and why that is nothing.
table-encoding-name = { $given } ist keine Kodierung: erlaubt sind { $allowed }
table-decision-form = { $given } ist keine Entscheidung: erlaubt sind WERT=BEDEUTUNG, WERT=notiz, ÜBERSCHRIFT:WERT=BEDEUTUNG, zeile 12=KURZNAME (oder neu, auslassen), dubletten=neu (oder eintrag, auslassen), konflikte=tabelle (oder verzeichnis) und unklar=notiz (oder vorschlag; ÜBERSCHRIFT:unklar=notiz)
table-mapping-form = { $given } ordnet keine Spalte zu: erlaubt sind ÜBERSCHRIFT=FELD, ÜBERSCHRIFT=FELD+FELD und ÜBERSCHRIFT= für eine, die übergangen wird
table-mapping-fields = { $given } ist kein Feld, oder diese Felder können nicht in einer Spalte stehen: erlaubt sind { $allowed }

# What is wrong with a cell or a row; each goes on behind the name of the field and a colon.
table-cells = hat { $count ->
    [one] { $count } Zelle
   *[other] { $count } Zellen
}: erlaubt sind { $allowed }, wie in der Kopfzeile
table-cells-quoted = { $problem }; eine Zelle in Anführungszeichen reicht von Zeile { $first } bis { $last } des Textes: fehlt dort eines?
table-no-heading = hat einen Wert in einer Spalte ohne Überschrift: erlaubt ist dort nichts
table-no-heading-mapped = hat einen Wert in einer Spalte ohne Überschrift: zuzuordnen mit "{ $column }=FELD", oder mit "{ $column }=", wenn er nichts bedeutet
table-merged-rows = ist über die Zeilen { $first } bis { $last } verbunden: erlaubt ist eine Zelle je Zeile
table-formula-error = enthält den Fehler { $error } einer Formel: erlaubt ist ein Wert oder nichts
table-formula-without-result = enthält eine Formel ohne Ergebnis: bitte in einem Tabellenprogramm öffnen und neu speichern
table-unreadable-sign = enthält ein Zeichen, das nicht zu lesen ist: bitte aus der Quelle eintragen
table-control-character = enthält das Steuerzeichen { $sign }: erlaubt sind Buchstaben, Zeichen und Zeilenumbrüche
table-flag = { $given } ist weder ja noch nein: erlaubt sind ja, nein, x, true, false, yes, no
table-degrees = { $given } ist keine Koordinate: erlaubt sind Grad in der Form 7,1553 und Meter (ETRS89/UTM) in der Form 371675,78
table-postcode-digits = { $given } hat { $count ->
    [one] { $count } Ziffer
   *[other] { $count } Ziffern
}: erlaubt sind 5
table-postcode-letter = { $given } hat einen Buchstaben, wo eine Ziffer stehen muss: erlaubt sind 5 Ziffern
table-name-lost = { $given } hat beim Speichern alle Buchstaben verloren: bitte den Namen aus der Quelle eintragen
table-name-without-letters = { $given } hat keine Buchstaben: erlaubt sind Namen
table-value-unknown = { $given } ist unbekannt: zu entscheiden mit { $decision }
table-value-unclear = { $given } ist unklar, vielleicht { $candidates }: zu entscheiden mit { $decision }
table-far-place = { $given } liegt weit außerhalb aller Ortsteile: zu entscheiden mit "{ $value }=ja", wenn es gemeint ist, sonst mit "{ $value }=notiz"
table-other-kind = { $given } steht in einer Tabelle von { $kind }: erlaubt ist nur { $kind }
table-version = ist keine Version: erlaubt sind die Zahl des Exports und nichts
table-letters-lost = { $given } hat beim Speichern Buchstaben verloren: bitte als „CSV UTF-8“ oder Arbeitsmappe speichern
table-conflict = auf beiden Seiten geändert: die Tabelle sagt { $mine }, { $theirs }; zu entscheiden mit { $decision }
table-conflict-entered = { $name } hat am { $day } { $value } eingetragen
table-conflict-now = jetzt steht dort { $value }

# What there is to know of a field of a row; each goes on behind its name and a colon.
table-lost-letter = { $given } hat beim Speichern vielleicht einen Buchstaben verloren
table-in-note = { $given } steht in der Notiz
table-not-taken = nicht übernommen, steht in der Notiz: { $given }
table-comment = Kommentar der Zelle, steht in der Notiz: { $given }
table-state = { $given }, sagt die Tabelle: { $effect }
table-effect-draft = bleibt ein Entwurf
table-effect-archived = wird archiviert
table-effect-published = wird veröffentlicht
table-effect-public = der Eintrag ist öffentlich und bleibt es, bis er in der Konsole archiviert oder zurückgenommen wird
table-effect-withdrawn = wird ein Entwurf und ist nicht mehr öffentlich
table-effect-past = der Eintrag ist archiviert und bleibt es
table-place-withheld = { $reason ->
    [forbidden] soll nicht öffentlich sein, sagt die Tabelle
    [home] ist eine private Wohnung, sagt die Tabelle
   *[doubt] sagt etwas, das nicht zu verstehen ist und eine private Wohnung nennen kann
}: { $shown ->
    [quarter] gezeigt wird nur der Stadtteil
    [hidden] der Ort ist verborgen
   *[note] die Adresse steht nur in der Notiz
}
table-contact-withheld = soll nicht öffentlich sein, sagt die Tabelle: { $value } steht nur in der Notiz
table-draft-forbidden = darf nicht veröffentlicht werden, sagt die Tabelle: { $effect }
table-draft-contact = { $contacts } kann einer Person gehören: { $effect }; gehört alles in dieser Spalte den Vereinen, ordnen Sie sie zu (Telefon=phone, E-Mail=email)
table-draft-doubtful = die Tabelle sagt etwas von Personen, Wohnungen oder Vertraulichem, das zu lesen ist: { $effect }
table-draft-no-consent = ob es veröffentlicht werden darf, sagt die Tabelle nicht: { $effect }
table-draft-bare = hat nichts als einen Namen, vielleicht die Überschrift eines Abschnitts: { $effect }
table-draft-over = die Tabelle sagt, dass es das nicht mehr gibt oder dass es ruht: { $effect }, bitte prüfen
table-several-boroughs = { $city } nennt mehrere Stadtbezirke: kein Stadtteil übernommen
table-problem-not-taken = { $problem }; nicht übernommen, steht in der Notiz
table-problem-in-note = { $problem }; steht in der Notiz
table-repaired = { $given } als { $meant } verstanden
table-persons = als Ansprechperson verstanden, nur intern: { $given }; öffentlich wird davon nichts, solange niemand es einträgt
table-lost-prefix = { $given } hat wohl die Null oder das Plus davor verloren: { $meant }
table-further-values = weitere stehen in der Notiz: { $values }
table-beside-person = { $value } steht neben einer Person und gilt als ihre: nur intern
table-day-taken = { $given } nennt keinen Tag: verstanden als { $day }
table-day-in-future = { $given } ({ $day }) liegt in der Zukunft und steht in der Notiz
table-no-day = { $given } ist nicht als Tag zu verstehen und steht in der Notiz
table-no-hours = { $given } ist nicht als Zeiten zu verstehen und steht in der Notiz
table-vague = { $given } nennt keine, die einzutragen wären
table-name-link = der Name führt dorthin: { $address }
table-address-district = { $name } in der Anschrift als Stadtteil verstanden: { $slug }
table-address-other-district = in der Anschrift steht { $name }, übernommen wird { $slug }
table-postcode-elsewhere = { $given } ist keine Postleitzahl der Gegend ({ $area }…): bitte prüfen
table-heading-doubtful = in Zeile { $line } steht darüber { $heading }, die Postleitzahlen darunter sprechen dagegen: nicht übernommen, bitte prüfen
table-heading-elsewhere = die Überschrift darüber nennt einen Stadtteil, die Anschrift { $city }: nicht übernommen
table-far = liegt weit außerhalb aller Ortsteile
table-far-decided = liegt weit außerhalb aller Ortsteile, wie entschieden
table-far-check = liegt weit außerhalb aller Ortsteile: bitte prüfen
table-other-quarter = liegt eher in { $nearest } als in { $named }, wie die Tabelle sagt: bitte prüfen
table-conflict-noted = { $given } steht in der Notiz: auf beiden Seiten geändert

# What there is to know of a table as a whole.
table-weekdays = Die Spalten der Wochentage sind die Öffnungszeiten: { $headings }.
table-broken-signs = { $count ->
    [one] { $count } Zeichen ist nicht zu lesen, in Zeile { $line }: seine Zelle ist unten genannt.
   *[other] { $count } Zeichen sind nicht zu lesen, das erste in Zeile { $line }: ihre Zellen sind unten genannt.
}
table-encoding = Gelesen als { $encoding }.
table-encoding-unsure = Gelesen als { $encoding }, ohne Gewissheit: bitte Namen mit besonderen Buchstaben prüfen.
table-several-tables = Das Blatt hat mehrere Tabellen: die Überschriften in Zeile { $lines } gelten für die Zeilen darunter.
table-rows-not-read = Zwischenüberschriften, Summen und Fußnoten werden nicht gelesen: Zeile { $lines }.
table-joined-names = Unter dem Namen steht in derselben Zelle der Kontakt, er wird als solcher gelesen: Zeile { $lines }.
table-month-first = In der Spalte { $heading } steht der Monat vor dem Tag.
table-quarters-and-boroughs = Die Spalte { $heading } nennt auch Stadtteile: Namen, die beides sind, sind dort { $level ->
    [quarters] Stadtteile
   *[boroughs] Stadtbezirke
}; anders mit { $mapping }.
table-sheet-passed = Das Blatt { $passed } enthält keine Tabelle: gelesen wird das Blatt { $sheet }.
table-further-sheets = Weitere Blätter: { $sheets }.
table-hidden-sheets = Ausgeblendete Blätter werden nicht gelesen: { $sheets }.
table-sheet-read = Gelesen wird das Blatt { $sheet }; es gibt auch: { $sheets }.
table-answers = Mit ja oder nein beantwortet, aber nicht zu verstehen: { $headings }. Vielleicht steht da, was öffentlich sein darf: Bis jemand der Spalte zuordnet, was sie hält (auch „note“ oder nichts), bleiben neue Einträge Entwürfe.
table-sections = Überschriften von Abschnitten gelten für die Zeilen darunter bis zur nächsten leeren: Zeile { $lines }.
table-sections-unused = Überschriften von Abschnitten, die für keine Zeile gelten: Zeile { $lines }.
table-metres = Koordinaten in Metern (ETRS89/UTM) werden in Grad umgerechnet ({ $count }).
table-exchanged-degrees = Längen- und Breitengrad stehen in allen Zeilen in der Spalte des anderen und werden vertauscht gelesen.
table-merged-cells = Verbundene Zellen gelten für jede ihrer Zeilen ({ $count ->
    [one] einmal
   *[other] { $count } mal
}).
table-hidden-columns = Ausgeblendete Spalten werden mitgelesen ({ $count }): { $columns }.
table-hidden-rows = Ausgeblendete Zeilen werden mitgelesen ({ $count }): { $lines }.
table-ditto = "dito" und "wie oben" gelten für die Zelle darüber: Zeile { $lines }.
table-comments = Kommentare an Zellen stehen in den Notizen ihrer Zeilen, nur intern: Zeile { $lines }.
table-comments-left = Diese Kommentare gehören zu keinem Eintrag und werden nicht übernommen: Zeile { $comments }.
table-unknown-columns = Unbekannte Spalten werden nicht gelesen: { $headings }.
table-unused-decisions = Diese Entscheidungen betreffen nichts in der Tabelle: { $decisions }.
table-unknown-meanings = Diese Bedeutungen gibt es nicht, oder sie sind nicht eindeutig: { $meanings }.
table-older-rows = { $count ->
    [one] { $count } Zeile zeigt einen älteren Stand: was in ihr nicht geändert wurde, bleibt, wie es jetzt ist.
   *[other] { $count } Zeilen zeigen einen älteren Stand: was in ihnen nicht geändert wurde, bleibt, wie es jetzt ist.
}
table-no-versions = Ohne die Spalte "version" ist nicht zu erkennen, was andere seit dem Export geändert haben: es wird überschrieben.
table-heading-line = Die Überschriften stehen in Zeile { $line }; was darüber steht, wird nicht gelesen.
table-no-names = Keine Spalte enthält Namen: Bitte zuordnen, welche es ist.
table-venue = { $given } als Haus oder Zugang bei { $street } verstanden
