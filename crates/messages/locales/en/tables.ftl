# Lists of offices, as tables: what is wrong with them, what there is to know of them.

# Why a table as a whole cannot be read.
table-io = reading the table failed
table-too-large = the table is too large: allowed are 64 MiB; cut it into several
table-no-text = line { $line }: this is no text; allowed is CSV, as spreadsheets save it
table-broken-encoding = line { $line }: the text is in no one encoding from start to end; save it as "CSV UTF-8", or say its encoding
table-open-quote = line { $line }: a quote opens a cell here and is never closed
table-text-behind-quote = line { $line }: text stands behind the closing quote of a cell that begins in line { $opened }; is a quote missing there? Inside of quotes a quote is written twice
table-empty = the table is empty: its first row must name the columns, and one of them the names
table-unknown-headings = line { $line }: the mapping names { $count ->
    [one] column
   *[other] columns
} { $given }, which the table does not have: it has only { $headings }
table-no-name-column = line { $line }: no column holds names: the table has only { $headings }; say which one does, perhaps { $example }
table-no-address-columns = line { $line }: needed are a street (str), a number (hnr) and two coordinates (ost and nord, or lon and lat): the table has only { $headings }
table-no-workbook = this is no workbook; save it as "Excel Workbook (.xlsx)" or "OpenDocument spreadsheet (.ods)"
table-old-or-locked = the workbook has a password or the form of Excel before 2007; save it as .xlsx without a password
table-unpacked = the workbook is too large once it is unpacked: allowed are 256 MiB
table-too-many-cells = the table has too many cells: allowed are 4,000,000 in the first 1,000 columns
table-too-many-rows = the table has too many rows: allowed are 250,000; cut it into several
table-rows-out-of-order = row { $line } stands below later ones; save the workbook anew
table-no-sheet = there is no sheet { $given }: the workbook has only { $sheets }
table-missing-part = the workbook lacks a part ({ $part }); open it in a spreadsheet and save it anew
table-broken-part = a part of the workbook ({ $part }) cannot be read; open it in a spreadsheet and save it anew
table-no-visible-sheet = every sheet is hidden: name one of them as the sheet: the workbook has only { $sheets }

# What somebody says of how a table is read, and why that is nothing.
table-encoding-name = { $given } is no encoding: allowed are { $allowed }
table-decision-form = { $given } is no decision: allowed are VALUE=MEANING, VALUE=note, HEADING:VALUE=MEANING, row 12=SLUG (or new, skip), duplicates=new (or entry, skip), conflicts=table (or directory) and unclear=note (or suggestion; HEADING:unclear=note)
table-mapping-form = { $given } maps no column: allowed are HEADING=FIELD, HEADING=FIELD+FIELD and HEADING= for one that is passed over
table-mapping-fields = { $given } is no field, or these fields cannot stand in one column: allowed are { $allowed }

# What is wrong with a cell or a row; each goes on behind the name of the field and a colon.
table-cells = has { $count ->
    [one] { $count } cell
   *[other] { $count } cells
}: allowed are { $allowed }, as in the first row
table-cells-quoted = { $problem }; a quoted cell makes one row of lines { $first } to { $last } of the text: is a closing quote missing?
table-no-heading = has a value in a column without a header: allowed is nothing there
table-no-heading-mapped = has a value in a column without a header: to be mapped by "{ $column }=FIELD", or by "{ $column }=" if it means nothing
table-merged-rows = is merged over the rows { $first } to { $last }: allowed is one cell for each row
table-formula-error = holds the error { $error } of a formula: allowed is a value or nothing
table-formula-without-result = holds a formula without a result: please open it in a spreadsheet program and save it anew
table-unreadable-sign = holds a sign that cannot be read: please enter it from its source
table-control-character = holds the control character { $sign }: allowed are letters, signs and line breaks
table-flag = { $given } is neither yes nor no: allowed are true, yes, ja, x, false, no, nein
table-degrees = { $given } is not a coordinate: allowed are degrees in the form 7.1553 and metres (ETRS89/UTM) in the form 371675.78
table-postcode-digits = { $given } has { $count ->
    [one] { $count } digit
   *[other] { $count } digits
}: allowed are 5
table-postcode-letter = { $given } has a letter for a digit: allowed are 5 digits
table-name-lost = { $given } lost all its letters when it was saved: please enter the name from its source
table-name-without-letters = { $given } has no letters: allowed are names
table-value-unknown = { $given } is unknown: to be decided by { $decision }
table-value-unclear = { $given } is unclear, perhaps { $candidates }: to be decided by { $decision }
table-far-place = { $given } lies far outside all districts: to be decided by "{ $value }=yes" if it is meant, else by "{ $value }=note"
table-other-kind = { $given } stands in a table of { $kind }: allowed is { $kind } only
table-version = is no version: allowed are the number of the export and nothing
table-letters-lost = { $given } lost letters when it was saved: please save it as "CSV UTF-8" or a workbook
table-conflict = changed on both sides: the table says { $mine }, { $theirs }; to be decided by { $decision }
table-conflict-entered = { $name } entered { $value } on { $day }
table-conflict-now = it says { $value } now

# What there is to know of a field of a row; each goes on behind its name and a colon.
table-lost-letter = { $given } may have lost a letter when it was saved
table-in-note = { $given } stands in the note
table-not-taken = not taken, stands in the note: { $given }
table-comment = comment of the cell, stands in the note: { $given }
table-state = { $given }, the table says: { $effect }
table-effect-draft = stays a draft
table-effect-archived = is archived
table-effect-published = is published
table-effect-public = the entry is public and stays so until it is archived or taken back in the console
table-effect-withdrawn = becomes a draft and is public no more
table-effect-past = the entry is archived and stays so
table-place-withheld = { $reason ->
    [forbidden] is not to be public, the table says
    [home] is a private home, the table says
   *[doubt] says something that is not understood and may name a private home
}: { $shown ->
    [quarter] only the quarter is shown
    [hidden] the place is hidden
   *[note] the address stands in the note only
}
table-contact-withheld = is not to be public, the table says: { $value } stands in the note only
table-draft-forbidden = must not be published, the table says: { $effect }
table-draft-contact = { $contacts } may be a person's own: { $effect }; if all in that column is the associations', map it (Telefon=phone, E-Mail=email)
table-draft-doubtful = the table says something of persons, homes or secrecy that is to be read: { $effect }
table-draft-no-consent = the table does not say whether it may be published: { $effect }
table-draft-bare = has nothing but a name, perhaps the heading of a section: { $effect }
table-draft-over = the table says that it is no more or rests: { $effect }, please check
table-several-boroughs = { $city } names several boroughs: no district taken
table-problem-not-taken = { $problem }; not taken, stands in the note
table-problem-in-note = { $problem }; stands in the note
table-repaired = { $given } taken for { $meant }
table-persons = taken for a contact person, internal only: { $given }; none of it is public until somebody enters it
table-lost-prefix = { $given } seems to have lost the zero or the plus in front of it: { $meant }
table-further-values = further ones stand in the note: { $values }
table-beside-person = { $value } stands beside a person and is taken for theirs: internal only
table-day-taken = { $given } names no day: taken for { $day }
table-day-in-future = { $given } ({ $day }) is in the future and stands in the note
table-no-day = { $given } cannot be read as a day and stands in the note
table-no-hours = { $given } cannot be read as hours and stands in the note
table-vague = { $given } names none that could be entered
table-name-link = the name leads there: { $address }
table-address-district = { $name } in the address taken for the district: { $slug }
table-address-other-district = the address says { $name }, taken is { $slug }
table-postcode-elsewhere = { $given } is no postcode of the region ({ $area }…): please check
table-heading-doubtful = line { $line } above says { $heading }, which the postcodes below deny: not taken, please check
table-heading-elsewhere = the heading above names a district, the address { $city }: not taken
table-far = lies far outside all districts
table-far-decided = lies far outside all districts, as decided
table-far-check = lies far outside all districts: please check
table-other-quarter = lies in { $nearest } rather than in { $named }, as the table says: please check
table-conflict-noted = { $given } stands in the note: changed on both sides

# What there is to know of a table as a whole.
table-weekdays = The columns of weekdays are the opening hours: { $headings }.
table-broken-signs = { $count ->
    [one] { $count } sign cannot be read, in line { $line }: its cell is named below.
   *[other] { $count } signs cannot be read, the first one in line { $line }: their cells are named below.
}
table-encoding = Read as { $encoding }.
table-encoding-unsure = Read as { $encoding }, without certainty: please check names with special letters.
table-several-tables = The sheet has several tables: the headings in line { $lines } count for the rows below them.
table-rows-not-read = Headings of sections, sums and footnotes are not read: line { $lines }.
table-joined-names = Below the name the cell holds its contacts, which are read as such: line { $lines }.
table-month-first = In the column { $heading } the month stands before the day.
table-quarters-and-boroughs = The column { $heading } names quarters as well: names of both are { $level ->
    [quarters] quarters
   *[boroughs] boroughs
} there; otherwise map { $mapping }.
table-sheet-passed = The sheet { $passed } holds no table: the sheet { $sheet } is read.
table-further-sheets = Further sheets: { $sheets }.
table-hidden-sheets = Hidden sheets are not read: { $sheets }.
table-sheet-read = The sheet { $sheet } is read; there are also: { $sheets }.
table-answers = Answered by yes or no, but not understood: { $headings }. It may say what may be public: until somebody maps the column to what it holds ("note" or nothing as well), new entries stay drafts.
table-sections = Headings of sections count for the rows below them up to the next empty one: line { $lines }.
table-sections-unused = Headings of sections that count for no row: line { $lines }.
table-metres = Coordinates in metres (ETRS89/UTM) are converted to degrees ({ $count }).
table-exchanged-degrees = Longitude and latitude stand in each other's column in all rows, and are read the other way round.
table-merged-cells = Merged cells count for each of their rows ({ $count ->
    [one] once
   *[other] { $count } times
}).
table-hidden-columns = Hidden columns are read as well ({ $count }): { $columns }.
table-hidden-rows = Hidden rows are read as well ({ $count }): { $lines }.
table-ditto = "ditto" and "as above" count for the cell above: line { $lines }.
table-comments = Comments of cells stand in the notes of their rows, internal only: line { $lines }.
table-comments-left = These comments belong to no entry and are not taken: line { $comments }.
table-unknown-columns = Unknown columns are not read: { $headings }.
table-unused-decisions = These decisions are about nothing in the table: { $decisions }.
table-unknown-meanings = These meanings do not exist, or are several: { $meanings }.
table-older-rows = { $count ->
    [one] { $count } row shows an older version: what was not changed in it stays as it is now.
   *[other] { $count } rows show an older version: what was not changed in them stays as it is now.
}
table-no-versions = Without the column "version" nobody can tell what others changed since the export: it is overwritten.
table-heading-line = The headings stand in line { $line }; what stands above is not read.
table-no-names = No column holds names: please say which one does.
table-venue = { $given } taken for the house or the way in at { $street }
