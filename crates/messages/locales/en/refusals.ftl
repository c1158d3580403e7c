# Why a command, a change or a table is refused.

# Why a command did nothing.
refusal-sign-in-first = Please sign in first: the role { $needed } is needed.
refusal-role-too-low = The role { $needed } is needed; you are signed in as { $had }.
refusal-second-factor-first = Please set up or give the second factor first.
refusal-read-only-token = This token may only read.
refusal-wrong-secret = This is not the right one.
refusal-not-yours = Members change the entries of their own association only.
refusal-not-found = There is no such entry (any more).
refusal-conflict = The entry has changed meanwhile: the edit started from version { $expected }, stored is { $found }.
refusal-conflict-by = The entry was changed meanwhile by { $authors }: the edit started from version { $expected }, stored is { $found }.
refusal-author = { $name } ({ $role })
refusal-evidence-missing = You have confirmed the other side as well: please name the evidence, such as a letter or minutes, or let that side confirm it.
refusal-database-busy = Nothing was written: another program is writing to the database or has locked it. Please try again in a moment.
refusal-erased = This person was erased: please make a new contact person.
refusal-review-needed = The editors look at this change first: please hand it in as a proposal.
refusal-account-exists = There is an account with this e-mail address already.
refusal-clock = Nothing was written: the server's clock is wrong. Please tell whoever runs it.

# Accounts and passwords.
password-too-short = The password is too short: at least { $least } characters are needed.
password-too-long = The password is too long: at most { $most } characters are allowed.
password-common = The password is used by too many; several random words are better.
password-like-email = The password is made of the e-mail address or the name.
password-guessable = The password is too easy to guess, such as a known word, a name or a date with a few characters added; several random words are better.
account-own = One's own account cannot be changed like this: please ask another administrator.
account-no-mail-server = No mail is sent: the settings file lacks [mail] and [http] origin.
account-no-second-factor = There is no second factor.
account-no-second-factor-offered = There is no second factor to confirm.
account-second-factor-required = Administrators need a second factor here.
account-second-factor-exists = There is a second factor already; remove it first.
account-disabled = The account is disabled.
account-no-role = The public needs no account: allowed are partner, member, editor, admin.
account-only-for-members = Only members speak for actors and can be trusted.
account-too-many-invitations = Within 24 hours at most { $allowed } invitations are possible, and { $same } to the same address. Please try again later or ask the agency.
problem-token-days = is { $given }: allowed is 1 to { $most }
problem-person-name = allowed is the name of a person in one line, without web or e-mail address

# Proposals of the public.
proposals-client = At most { $allowed } proposals an hour are taken from one client that is not signed in; the next in { $minutes ->
    [one] one minute
   *[other] { $minutes } minutes
}.
proposals-entry = { $allowed } proposals about this entry wait for the editors already, and no more are taken; please try again later.
proposals-queue = { $allowed } proposals wait for the editors already, and no more are taken; please try again later.
proposals-storage = There is no room for new proposals at the moment; please try again later.
proposals-closed = This proposal has been decided already.
proposals-archive-answer = Answer to the reminder mail: this entry should be archived.

# States in which something cannot be done.
state-already-archived = The entry is archived already.
state-theme-retired = The theme is retired already.
state-district-retired = The district is retired already.
state-not-retired = This is not retired.
state-not-restorable = Earlier versions of contact persons are not brought back.
state-nothing-to-restore = This version says nothing else than today's; where the entry stands is not brought back.
state-nothing-to-purge = No earlier version says anything else in this field than today's.
state-still-said = The field "{ $field }" of today's version still says it. Please change it there first.
state-already-published = The entry is published already.
state-archived = The entry is archived: please restore it first.
state-no-step = The last change of this entry was none that can be undone like this. Earlier versions stand in its history.
state-merge-archived = Archived entries are not merged.
state-not-archived = The entry is not archived.
state-merged = The entry was merged into another. That can be undone under “Duplicates”.
state-merge-undone = This merge is undone already.
state-merged-since = The entry has itself been merged since: please undo that first.
state-synonyms-changed = The words were changed by somebody else meanwhile.
state-site-texts-changed = The texts were changed by somebody else meanwhile.
state-measure-changed = The measure was changed meanwhile: please load it again and try once more.
state-no-consent = There is no consent here that is in force.
state-link-status = This cannot be done while the link is { $status }.
state-already-confirmed = This side has confirmed the link already.

# What is wrong with a change.
problem-theme-levels = themes have two levels: above may stand one of the first only, below none
problem-district-levels = city, borough, quarter: above always stands a higher level
problem-replacement-theme-level = stands on the second level and cannot take in the themes below this one
problem-replacement-district-level = stands on no higher level than the districts below
problem-not-changeable = is no field that can be changed here
problem-silent-words = consists only of words that say nothing in a question
problem-measure-future = lies in the future: what has taken place is noted
problem-measure-before = lies before the year { $year }: nothing is noted as far back as that
problem-too-much = is too many: at most { $most } are allowed
problem-funder-website = is not a web address: allowed are addresses such as https://www.land.example.org
problem-logo-bytes = is too large: at most { $most } KB are allowed
problem-logo-pixels = is too large: at most { $most } pixels in width and height are allowed
problem-logo-format = is no picture that can be shown: PNG and JPEG are allowed
problem-field-of-other-kind = does not fit the entry: allowed is only the field of its kind
problem-base64 = is no base64 (RFC 4648)
problem-beside-text = stands beside text: allowed is one of them
problem-not-importable = cannot be imported here
problem-file-name = has no known ending: allowed are .json (directory), .csv, .xlsx and .ods (actors), .geojson (districts)
problem-day-until-today = a day up to today
problem-unreadable-here = cannot be read here

# What a field asks of its value; each goes on behind "allowed:".
form-line = a text
form-texts = a text per language, such as { $example }
form-slug = 1 to 100 lower-case letters a-z and digits, words joined by single hyphens
form-id = an id or a slug
form-web-address = a full http:// or https:// address without user name or password
form-email-address = the form name@example.org
form-phone-number = 5 to 15 digits, a leading +, spaces and ( ) / -
form-opening-hours = the notation of OpenStreetMap, such as Mo-Fr 09:00-17:00; PH off
form-language = a BCP-47 tag, such as tr or kmr
form-free-places = 1 to { $most } places
form-day = a day such as 2026-05-31
form-time = day and time such as 2026-05-31T18:00:00
form-recurrence = a rule by RFC 5545, such as FREQ=WEEKLY;BYDAY=TU
form-place = longitude -180 to 180, latitude -90 to 90 and precision: exact, street, quarter or hidden
form-position = longitude -180 to 180 and latitude -90 to 90
form-boundary = closed rings in degrees (WGS 84)
form-address = street, postcode, city, extra, each a text
form-osm = node/…, way/… or relation/… with a number, or its address at OpenStreetMap
form-wikidata = Q with a number, or its address at Wikidata
form-age = 0 to { $most } years
form-yes-no = yes or no (true, false)
form-number = a whole number from 0
form-district-level = city, borough or quarter
form-person = value and visibility
form-kept = no change in this place
form-consent-language = a BCP-47 tag such as tr

# Tables of words for the search.
words-unknown-table = { $name } is no table of words: allowed are { $allowed }
words-too-large = { $name } is too large: allowed are { $allowed } bytes
words-unknown-column = { $name }, line 1: { $column } is no column here: allowed are a first column of slugs, { $allowed }
words-line = { $name }, line { $line }: { $reason }
words-too-many-cells = has { $given } cells: allowed are { $allowed }
words-not-a-number = { $column } is no number: { $given }
words-unknown-key = { $key } is not in the vocabulary of this table
import-too-many-problems = has { $count } problems, too many to show them row by row; the first follow
