# What breaks a rule.

# A field of an entry breaks a rule. Each sentence goes on behind the name of the field and a colon.
problem-required = fehlt
problem-german-required = braucht einen deutschen Text (de)
problem-too-long = ist zu lang: höchstens { $allowed } sind erlaubt
problem-duplicate = enthält { $value } doppelt
problem-line-break = hat mehr als eine Zeile; erlaubt ist eine
problem-control-character = enthält ein Steuerzeichen; erlaubt sind nur Zeilenumbruch und Tabulator
problem-ends-before-start = liegt vor dem Beginn
problem-day-past = liegt in der Vergangenheit: erlaubt ist { $first } bis { $last }
problem-day-too-far = liegt zu weit in der Zukunft: erlaubt ist { $first } bis { $last }
problem-in-the-future = liegt in der Zukunft: erlaubt ist ein Tag bis { $last }
problem-far-away = liegt weit außerhalb aller Ortsteile: bitte prüfen oder bestätigen (farAway: true)
problem-self-link = verbindet einen Akteur mit sich selbst
problem-not-confirmed = braucht für diesen Stand die Bestätigung beider Seiten
problem-consent-required = darf nur mit Einwilligung für andere sichtbar sein
problem-no-date-of-event = nennt Tage, an denen ohnehin kein Termin ist: { $days }
problem-unknown = nennt { $value }, das es nicht gibt
problem-retired = nennt { $name }, das stillgelegt wurde; an seine Stelle tritt mit replaceRetired: true { $replacement }
problem-archived = nennt { $name }, das archiviert wurde; mit replaceRetired: true bleibt es weg
problem-taken = { $value } ist schon vergeben
problem-recurrence-no-start = passt nicht zum ersten Beginn: die Regel endet davor (UNTIL) oder nennt Tage, die es nie gibt; bitte ein späteres Ende oder andere Tage angeben
problem-recurrence-times-of-day = passt nicht zu einer ganztägigen Veranstaltung: bitte BYHOUR, BYMINUTE und BYSECOND weglassen
problem-recurrence-first-start = passt nicht zum ersten Beginn: { $first } ist keiner ihrer Termine
problem-recurrence-nearest-start = passt nicht zum ersten Beginn: { $first } ist keiner ihrer Termine; am nächsten liegen: { $nearest }
problem-web-address-meant = ist keine Webadresse: gemeint ist wohl { $meant }
problem-openness-of-institutions = gibt es nur bei Institutionen
problem-boundary-off-the-earth = hat einen Punkt außerhalb der Erde: erlaubt sind Länge -180 bis 180, Breite -90 bis 90
problem-age = ist kein Alter: erlaubt sind 0 bis { $most } Jahre
problem-age-below-least = liegt unter dem Mindestalter
problem-free-places = erlaubt sind 1 bis { $most } Plätze
problem-no-free-places = gibt es nur, wo Plätze frei sind
problem-year = liegt im Jahr { $year }: erlaubt sind { $first } bis { $last }
problem-zero-coordinates = 0/0 liegt im Atlantik: leer lassen, wenn der Ort nicht bekannt ist
problem-exchanged-coordinates = liegt weit außerhalb aller Ortsteile; Längen- und Breitengrad sind wohl vertauscht: gemeint ist wohl die Länge { $longitude } und die Breite { $latitude }
problem-synonym-language = { $given } ist kein Sprachkürzel: erlaubt sind Kürzel nach BCP 47, zum Beispiel de, tr, kmr
problem-too-many = sind zu viele: erlaubt sind höchstens { $most }
problem-phrase-reserved = enthält ein Zeichen, das hier nicht geht: Klammern stehen nur um den ganzen Ausdruck, und ; = " gar nicht
problem-phrase-without-word = enthält kein Wort: erlaubt sind ein oder mehrere Wörter
problem-phrase-star = hat ein * an falscher Stelle: Es steht am Ende eines Wortes nach mindestens { $fewest } Zeichen

# How alike two entries are.
likeness-same-name = gleicher Name
likeness-similar-name = ähnlicher Name ({ $percent } %)
likeness-same-abbreviation = gleiche Abkürzung
likeness-same-website = gleiche Website
likeness-same-phone = gleiche Telefonnummer
likeness-same-email = gleiche E-Mail-Adresse
likeness-same-place = gleicher Ort ({ $metres } m entfernt)
