# How lists, days and alternatives are written.
general-comma = {", "}
general-or = { $first } oder { $last }
general-day-format = %d.%m.%Y
general-weekday-day = { $weekday ->
    [1] Montag
    [2] Dienstag
    [3] Mittwoch
    [4] Donnerstag
    [5] Freitag
    [6] Samstag
   *[7] Sonntag
}, { $day }
general-day-time = { $day } { $time }
general-verbatim = { $text }
