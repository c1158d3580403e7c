# How lists, days and alternatives are written.
general-comma = {", "}
general-or = { $first } lub { $last }
general-day-format = %d.%m.%Y
general-weekday-day = { $weekday ->
    [1] poniedziałek
    [2] wtorek
    [3] środa
    [4] czwartek
    [5] piątek
    [6] sobota
   *[7] niedziela
}, { $day }
general-day-time = { $day } { $time }
general-verbatim = { $text }
