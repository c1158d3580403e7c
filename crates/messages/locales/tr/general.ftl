# How lists, days and alternatives are written.
general-comma = {", "}
general-or = { $first } veya { $last }
general-day-format = %d.%m.%Y
general-weekday-day = { $day } { $weekday ->
    [1] Pazartesi
    [2] Salı
    [3] Çarşamba
    [4] Perşembe
    [5] Cuma
    [6] Cumartesi
   *[7] Pazar
}
general-day-time = { $day } { $time }
general-verbatim = { $text }
