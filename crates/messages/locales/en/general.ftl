# How lists, days and alternatives are written.
general-comma = {", "}
general-or = { $first } or { $last }
general-day-format = %Y-%m-%d
general-weekday-day = { $weekday ->
    [1] Monday
    [2] Tuesday
    [3] Wednesday
    [4] Thursday
    [5] Friday
    [6] Saturday
   *[7] Sunday
} { $day }
general-day-time = { $day } { $time }
general-verbatim = { $text }
