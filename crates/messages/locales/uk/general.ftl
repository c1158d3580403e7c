# How lists, days and alternatives are written.
general-comma = {", "}
general-or = { $first } або { $last }
general-day-format = %d.%m.%Y
general-weekday-day = { $weekday ->
    [1] понеділок
    [2] вівторок
    [3] середа
    [4] четвер
    [5] п’ятниця
    [6] субота
   *[7] неділя
}, { $day }
general-day-time = { $day } { $time }
general-verbatim = { $text }
