# Imports: what is wrong with rows, what there is to know of them, and the report at a terminal.

# What is wrong with a row, or keeps it from being taken.
import-erased-person = is a person who was erased: allowed is only to leave them out
import-consent-withdrawn = was withdrawn on { $day }: allowed is a consent given after that day
import-retires-theme = retires a theme: allowed to administrators only
import-absent = names { $slug } of a row that is not taken: allowed only together with it
import-digest = belongs to no dry run of these files: please repeat the dry run
import-no-row = there is no row { $row }: allowed are { $first } to { $last }
import-row-wrong = row { $row } is wrong and cannot be taken
import-row-conflict = the entry of row { $row } has changed since the dry run
import-row-left-out = row { $row } is left out, as decided: without that decision it is taken
import-no-rows = names no row

# Whom a row looks like.
import-alike = likely duplicate of { $others }
import-alike-decide = { $problem }: to be decided by "row { $row }=new", "row { $row }={ $slug }" or "row { $row }=skip"
import-alike-series = { $first }; { $last }
import-alike-entry = the entry { $slug } { $name } ({ $signs })
import-alike-archived = the archived entry { $slug } { $name } ({ $signs })
import-alike-row = row { $row } { $name } ({ $signs })
import-alike-taken-row = a row that is taken, { $name } ({ $signs })

# What there is to know of a row.
import-no-theme = without a theme: what do both work on together?
import-placed = placed on the house of the address, by the address file
import-place-lowered = the place is not known more precisely: the middle of the quarter is shown
import-placed-in-district = only the borough is known: on the map somewhere around its middle, marked as not precise
import-no-place-active = is on no map: named are districts to work in, and no house that is known
import-no-place = is on no map: the table names neither a quarter nor a house that is known
import-same-phone = { $name } has the same telephone number
import-archived-alike = { $name }, which the row looks like, is archived
import-undoubted = nothing was to be decided of this row: please check that it is the one that is meant

# The report at a terminal.
report-row = row
report-outcome = outcome
report-what = what
report-outcome-word = { $outcome ->
    [new] new
    [likely-duplicate] likely duplicate
    [changed] changed
    [same] same
    [wrong] wrong
    [conflict] conflict
   *[left-out] left out
}
report-line = line { $line }
report-same = Rows { $rows } say the same already.
report-total = { $count } { $outcome }
report-totals = Rows: { $totals }.
report-no-totals = Rows: there are none.
report-taken = Taken: { $count ->
    [one] { $count } entry
   *[other] { $count } entries
} written.
report-nothing-written = Nothing was written.
report-nothing-to-take = Nothing was written, and there is nothing that could be without another look.
report-next = Nothing was written. To take rows: { $command } FILE…
report-look = Please look at these rows:
report-more-rows = … and { $count } more; --format json tells all of them.
report-more = … and { $count } more
report-other-sheet = Another sheet: --sheet NAME
report-other-encoding = Another encoding: --encoding NAME
report-not-read = not read
report-unknown = unknown: say --map "{ $heading }=…" / --ignore "{ $heading }"
report-filled = { $count } filled
report-empty-words = { $count } that say nothing
report-questions = To be decided, each once for the whole table:
report-question = { $heading }, { $count ->
    [one] { $count } row
   *[other] { $count } rows
}
report-question-perhaps = { $question }; perhaps { $candidates }
report-decide-column = or all of this column: --decide "{ $heading }:unclear=note" / "{ $heading }:unclear=suggestion"
report-decide-rest = Or all the rest at once, into the notes of its rows: --decide "unclear=note"
report-like-entry = looks like the entry { $slug } { $name }: { $signs }
report-like-row = looks like row { $row } { $name }: { $signs }
report-nothing = nothing
report-problem-line = line { $line }, { $problem }
report-rejects = { $count ->
    [one] { $count } row that is left out is
   *[other] { $count } rows that are left out are
} written to { $file }.
report-no-database = There is no database file { $file } yet: the import would create it. This dry run did not.
report-refused = nothing was imported:
report-refused-count = nothing was imported: { $count ->
    [one] { $count } problem
   *[other] { $count } problems
}
report-strangers = hint: { $count } entries have slugs that are taken by entries with other ids, so these files probably come from another installation. Import them into an empty database; or take the "id" out of every entry, which makes them new versions of the entries that have these slugs here.
report-wrong-rows = { $wrong } of { $count ->
    [one] { $count } row
   *[other] { $count } rows
} cannot be taken; what is wrong stands above

# What an import did.
summary-actors = { $count ->
    [one] { $count } actor
   *[other] { $count } actors
}
summary-offers = { $count ->
    [one] { $count } offer
   *[other] { $count } offers
}
summary-events = { $count ->
    [one] { $count } event
   *[other] { $count } events
}
summary-projects = { $count ->
    [one] { $count } project
   *[other] { $count } projects
}
summary-links = { $count ->
    [one] { $count } link
   *[other] { $count } links
}
summary-districts = { $count ->
    [one] { $count } district
   *[other] { $count } districts
}
summary-themes = { $count ->
    [one] { $count } theme
   *[other] { $count } themes
}
summary-persons = { $count ->
    [one] { $count } contact person
   *[other] { $count } contact persons
}
summary-no-entries = Nothing written: there are no entries in it.
summary-all-same = Nothing written: { $count ->
    [one] the one entry says
   *[other] all { $count } entries say
} the same already.
summary-written = { $written } written; { $count ->
    [one] { $count } entry
   *[other] { $count } entries
} said the same already.
summary-far = { $count ->
    [one] { $count } actor lies
   *[other] { $count } actors lie
} far outside all districts: please check. A place that is wrong is put right in the file, which is imported again, or in the entry.
summary-far-actor = { $file } line { $line }: { $name }

stored-not-taken = not taken, the entry keeps { $kept }; the list says { $given }
stored-draft = is a draft in the directory and stays one; it is published in the console
stored-public = the directory has another one, which stays public: { $value }; to be changed in the console
stored-persons = beside it stays: { $names }; who is in charge no more is removed in the console
stored-empty-cells = { $heading }: { $count ->
    [one] one cell is empty whose entry has something there
   *[other] { $count } cells are empty whose entries have something there
}, which stays. It is removed in the console.
stored-moved-to-house = placed on the house of the new address, by the address file
stored-moved-to-quarter = the point on the map moves as well, to the middle of the new quarter
stored-place-gone = the point on the map is taken away: only the borough is known
stored-place-kept = the point on the map stays where it was: please check it in the console
