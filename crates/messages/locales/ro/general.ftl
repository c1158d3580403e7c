# How lists, days and alternatives are written.
general-comma = {", "}
general-or = { $first } sau { $last }
general-day-format = %d.%m.%Y
general-weekday-day = { $weekday ->
    [1] luni
    [2] marți
    [3] miercuri
    [4] joi
    [5] vineri
    [6] sâmbătă
   *[7] duminică
}, { $day }
general-day-time = { $day } { $time }
general-verbatim = { $text }
