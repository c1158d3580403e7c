# How lists, days and alternatives are written.
general-comma = {"، "}
general-or = { $first } أو { $last }
general-day-format = %d.%m.%Y
general-weekday-day = { $weekday ->
    [1] الاثنين
    [2] الثلاثاء
    [3] الأربعاء
    [4] الخميس
    [5] الجمعة
    [6] السبت
   *[7] الأحد
} { $day }
general-day-time = { $day } { $time }
general-verbatim = { $text }
