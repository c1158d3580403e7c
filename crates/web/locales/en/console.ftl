# What the console (/console) says

## Frame

noscript = The console needs JavaScript. Please switch it on in your browser.
console = Console
skip = Skip to content
menu = Menu
account = Account
signed-in-as = Signed in. Role: { $role }
language = Language
colours = Colours
colours-device = like the device
colours-light = light
colours-dark = dark
own-account = My account
sign-out = Sign out
to-directory = To the directory
nav-home = Today
nav-review = Proposals
nav-entries = Entries
nav-links = Cooperation
nav-import = Import a list
nav-duplicates = Duplicates
nav-consents = Consents
nav-websites = Websites
nav-demand = Searched in vain
nav-coverage = Coverage
nav-report = Report of the year
nav-themes = Themes
nav-districts = Districts
title-home = To do today
title-review = Review proposals
title-entries = Entries
title-editor = Edit entry
title-new = New entry
title-history = History
title-links = Cooperation
title-import = Import a list
title-duplicates = Likely duplicates
title-merge = Merge two entries
title-consents = Consents to renew
title-websites = Websites that do not answer
title-demand = Searched in vain
title-coverage = Coverage: what is missing where?
title-report = Report of the year
title-themes = Themes
title-districts = Districts
title-unknown = There is nothing here
unknown-text = The console has no such address.
loading = Loading …
retry = Try again
more = Show more
close = Close
cancel = Cancel
undo = Undo
undone = Undone.
all = all
any = any
yes = yes
no = no
field = Field
internal = Internal only
nameless = Without a name
search = Search

## When something does not work

offline = No connection to the directory. What you typed stays here.
failure-offline = The directory cannot be reached at the moment. Nothing is lost; please try again shortly.
failure-fault = The directory reported a fault. Nothing is lost; please try again.
failure-busy = The directory is too busy right now. Please try again in a minute.
failure-refused = Your account may not do this. Ask an administrator.
failure-large = This is larger than the directory takes. Split the file, or ask whoever runs the service.
session-title = Your session has ended
session-text = Nothing you typed is lost. Sign in in a new tab and come back here: it goes on exactly where you were.
session-sign-in = Sign in in a new tab
session-go-on = Go on
session-not-yet = You are not signed in again yet.
second-factor-title = Second factor missing
second-factor-text = Your role requires a second factor. Please set it up first.
second-factor-go = To your account
staff-only-title = For editors only
staff-only-text = This area is for those who look after the directory. Your account is not one of them.
sign-out-drafts =
    { $count ->
        [one] One draft is not saved yet
       *[other] { $count } drafts are not saved yet
    }
sign-out-drafts-text = Signing out deletes unsaved drafts from this device.
sign-out-stay = Stay signed in
sign-out-discard = Delete and sign out
leave-title = Unsaved changes
leave-text = You have changed something and not saved it yet.
leave-stay = Stay here
leave-keep = Leave, keep the draft on this device
leave-discard = Leave and discard

## Today

home-nothing = Nothing to do today.
home-done = Done:
home-less = Less urgent:
new-entry = New entry
home-typed =
    { $count ->
        [one] One unsaved draft on this device
       *[other] { $count } unsaved drafts on this device
    }
due-proposals =
    { $count ->
        [one] One proposal waits
       *[other] { $count } proposals wait
    }
due-proposals-why = Somebody proposed a change and waits for an answer.
nav-short-proposals = proposals
due-consents =
    { $count ->
        [one] One consent to renew
       *[other] { $count } consents to renew
    }
due-consents-why = People’s contact details need a valid consent.
nav-short-consents = consents
due-links =
    { $count ->
        [one] One cooperation waits
       *[other] { $count } cooperations wait
    }
due-links-why = They become public when both sides have confirmed.
nav-short-links = cooperation
due-verifications =
    { $count ->
        [one] One entry to verify
       *[other] { $count } entries to verify
    }
due-verifications-why = Never or not for long confirmed: is everything still right?
nav-short-verifications = verifications
due-duplicates =
    { $count ->
        [one] One likely duplicate
       *[other] { $count } likely duplicates
    }
due-duplicates-why = Two entries that look like the same association.
nav-short-duplicates = duplicates
due-websites =
    { $count ->
        [one] One website does not answer
       *[other] { $count } websites do not answer
    }
due-websites-why = Moved, gone or broken: whoever opens them finds nothing.
nav-short-websites = websites
due-unplaced =
    { $count ->
        [one] One entry is not on the map
       *[other] { $count } entries are not on the map
    }
due-unplaced-why = Without a place people nearby do not find them.
nav-short-unplaced = places
due-drafts =
    { $count ->
        [one] One draft is not published
       *[other] { $count } drafts are not published
    }
due-drafts-why = Only editors see them.
nav-short-drafts = drafts
due-unreachable =
    { $count ->
        [one] One entry cannot be reached by mail
       *[other] { $count } entries cannot be reached by mail
    }
due-unreachable-why = There is no mail address, or the last mail did not arrive. Please ask in another way and enter the address.
nav-short-unreachable = unreachable ones
unreachable-REFUSED = mail refused on { $date }
unreachable-NO_ADDRESS = no address ({ $date })
due-demand =
    { $count ->
        [one] One search found nothing
       *[other] { $count } searches found nothing
    }
due-demand-why = What people look for and nobody offers.
nav-short-demand = searches in vain
due-since = due since { $date }
due-mark = due
verified-on = verified on { $date }
never-verified = never verified
reminder-person = contact person asked on { $date }, no answer yet
reminder-office = asked by e-mail on { $date }, no answer yet
reminder-refused = the e-mail of { $date } did not arrive
reminder-answered = answered on { $date }
read-before-publishing = Read before publishing
note-file = read in from { $file }
note-from-file = { $text } (from { $file })
changed-on = changed { $date }

## Proposals

proposal-new = New entry
review-none = No proposal waits.
review-missing = There is no such proposal.
review-back = Back
review-skip = Skip
review-next = Next
review-place = { $place } of { $total }
review-decided = decided already
review-by = Proposed by: { $name }, { $date }
review-contact = Questions to: { $contact }
review-fields = Fields of the proposal
review-take = Take
review-take-field = Take { $field }
review-current = Stands now
review-proposed = Proposed
review-contested = Changed by others meanwhile
review-publish = Publish at once
review-reason = Reason or comment
review-reason-help = Whoever proposed reads this. Needed to reject.
review-reason-missing = Please say briefly why the proposal is rejected.
review-archive = The entry is to be archived: accepting archives it.
review-approve = Accept
review-approve-some =
    { $count ->
        [one] Accept only one field
       *[other] Accept only { $count } fields
    }
review-comment = Comment only
review-comment-missing = Please write a comment first.
review-commented = Comment saved.
review-reject = Reject
review-approved = { $name }: proposal accepted.
review-rejected = { $name }: proposal rejected.
review-undone = The entry is as before. The proposal stays decided.
proposal-status-OPEN = open
proposal-status-APPROVED = accepted
proposal-status-PARTLY = accepted in part
proposal-status-REJECTED = rejected
proposal-status-WITHDRAWN = withdrawn
proposal-status-answered = dealt with
message-help = This is a message: there is nothing to take over. Open the entry, change it, and then answer.
message-open = Open entry
message-reply = Reply to the sender (optional, needed for declining)
message-done = Dealt with
message-answered = Message dealt with.
message-rejected = Message declined.
incomplete-date = { $field }: the date is not complete. Please give day, month and year, or empty the field.
incomplete-time = { $field }: the time is not complete. Please give hour and minute, or empty the field.
incomplete-number = { $field }: this is not a number.
publish-mail = Publishing sends a mail to { $email }: it says what is public now, where it came from and which rights there are.

## Entries

entries-count =
    { $count ->
        [one] One entry
       *[other] { $count } entries
    }
entries-loading = ({ $known } of { $total } loaded)
entries-none = No entry fits. Remove a filter.
filters-clear = Clear filters
filter-show = To do
filter-type = Type
show-due = to verify
show-drafts = not published
show-unplaced = without a place on the map
status-DRAFT = Draft
status-PUBLISHED = public
status-ARCHIVED = archived
type-organisation = Organisation
type-institution = Institution
type-network = Network
column-name = Name
column-kind = Kind
column-district = District
column-status = Status
column-verified = Verified
column-updated = Changed
column-themes = Themes
column-languages = Languages
column-groups = Target groups
column-phone = Phone
column-email = E-mail
column-website = Website
column-address = Address
column-hours = Opening hours
filter-kind = Kind
filter-theme = Themes
filter-district = Place
filter-field = Field of action
filter-language = Languages
filter-group = Target groups
filter-feature = Particulars
filter-day = Weekday
filter-time = Time of day
filter-age = Age
filters-more = More filters
filter-near = Near (latitude, longitude)
filter-near-wrong = These are no coordinates: 51.5386, 7.2257
filter-radius = Within
filter-kilometres = { $count } km
filter-partner = Cooperates with
filters-public-only = Days, times, age, distance, cooperation and “open now” find only what is public already.
feature-free = free of charge
feature-appointment = by appointment
feature-confidential = confidential
feature-wheelchair = accessible by wheelchair
feature-interpreters = with interpreters
feature-open = open now
pick-count =
    { $count ->
        [one] one
       *[other] { $count } chosen
    }
pick-none = Clear choice
views = Views
views-none = None yet. Set filters and give them a name.
view-name = Keep these filters as
view-save = Keep
view-remove = Delete view { $name }
columns = Columns
export-name = entries
export-xlsx = As Excel
export-csv = As CSV
export-help = What is shown now, with the chosen columns, to read and to hand on
export-done =
    { $count ->
        [one] One entry saved.
       *[other] { $count } entries saved.
    }
export-left =
    { $count ->
        [one] One is left out: it is not public. To have it, choose it in the filter “Status”.
       *[other] { $count } are left out: they are not public. To have them, choose them in the filter “Status”.
    }
export-secret = secret
export-secret-left =
    { $count ->
        [one] One address is secret and left out.
       *[other] { $count } addresses are secret and left out.
    }
export-all = To read back in …
export-all-name = entries-all-fields
export-all-title =
    { $count ->
        [one] Save one entry with every field?
       *[other] Save { $count } entries with every field?
    }
export-all-text = A backup for programs: “Import a list” takes it back. It also has what nobody but editors may know. Do not hand it on.
export-all-secret =
    { $count ->
        [one] One secret address: { $names }
       *[other] { $count } secret addresses: { $names }
    }
export-all-unpublished =
    { $count ->
        [one] One entry that is not public
       *[other] { $count } entries that are not public
    }
select-all = Select all shown
select-entry = Select { $name }
bulk-title = Selected entries
bulk-selected =
    { $count ->
        [one] One selected
       *[other] { $count } selected
    }
bulk-clear = Clear selection
bulk-change = Themes, places, languages …
bulk-change-title =
    { $count ->
        [one] Change one entry
       *[other] Change { $count } entries
    }
bulk-change-way = What should happen?
bulk-change-add = add
bulk-change-remove = take away
bulk-change-field = What
bulk-field-themes = Theme
bulk-field-activeIn = Place where they are active
bulk-field-languages = Language
bulk-change-concerned =
    { $count ->
        [0] Nothing changes.
        [one] One entry changes:
       *[other] { $count } entries change:
    }
bulk-change-left-add =
    { $count ->
        [one] (One has it already.)
       *[other] ({ $count } have it already.)
    }
bulk-change-left-remove =
    { $count ->
        [one] (One does not have it.)
       *[other] ({ $count } do not have it.)
    }
bulk-change-none = Choose; then this says what changes.
bulk-change-do = Change
bulk-change-done =
    { $count ->
        [one] One changed.
       *[other] { $count } changed.
    }
bulk-merge = Merge …
bulk-more =
    { $count ->
        [one] and one more
       *[other] and { $count } more
    }
bulk-verify = Verify
bulk-verify-title =
    { $count ->
        [one] Verify one entry as checked today?
       *[other] Verify { $count } entries as checked today?
    }
bulk-verify-left =
    { $count ->
        [one] One stays as it is: not public
       *[other] { $count } stay as they are: not public
    }
bulk-verify-none = Only public entries can be verified.
bulk-verify-done =
    { $count ->
        [one] One verified.
       *[other] { $count } verified.
    }
bulk-publish = Publish
bulk-publish-title =
    { $count ->
        [0] Publish no entry
        [one] Publish one entry?
       *[other] Publish { $count } entries?
    }
bulk-publish-left =
    { $count ->
        [one] One stays as it is: no draft
       *[other] { $count } stay as they are: no drafts
    }
bulk-publish-mails =
    { $count ->
        [0] No mail will be sent.
        [one] One mail will be sent: it says what is public now.
       *[other] { $count } mails will be sent: they say to each what is public now.
    }
publish-asking =
    { $count ->
        [one] To be cleared first: one
       *[other] To be cleared first: { $count }
    }
publish-asking-help = Their note forbids or asks something. They stay drafts unless they are ticked.
publish-noted =
    { $count ->
        [one] With a note: one
       *[other] With a note: { $count }
    }
publish-plain =
    { $count ->
        [one] Without a note: one
       *[other] Without a note: { $count }
    }
bulk-publish-none = Only drafts can be published.
bulk-publish-done =
    { $count ->
        [one] One published.
       *[other] { $count } published.
    }
bulk-archive = Archive
bulk-archive-title =
    { $count ->
        [one] Archive one entry? It is then no longer public.
       *[other] Archive { $count } entries? They are then no longer public.
    }
bulk-archive-left =
    { $count ->
        [one] One stays as it is: archived already
       *[other] { $count } stay as they are: archived already
    }
bulk-archive-none = All are archived already.
bulk-archive-done =
    { $count ->
        [one] One archived.
       *[other] { $count } archived.
    }
bulk-failed =
    { $count ->
        [one] One could not be done:
       *[other] { $count } could not be done:
    }
bulk-undo-failed =
    { $count ->
        [one] One could not be taken back; it was changed meanwhile.
       *[other] { $count } could not be taken back; they were changed meanwhile.
    }

## One entry

entry-missing = There is no such entry, or it is no organisation, institution or network.
entry-proposals =
    { $count ->
        [one] One proposal waits
       *[other] { $count } proposals wait
    }
public-page = Public page
changed = changed
changes-count =
    { $count ->
        [one] One change, kept on this device
       *[other] { $count } changes, kept on this device
    }
changes-none = No changes
changes-contact = A contact person is not saved yet.
save = Save
save-key = Ctrl+S
save-draft = Save as draft
save-publish = Save and publish
saved = Saved.
saved-draft = Saved as a draft. Not public yet.
saved-published = Saved and published.
draft-restored = Your unsaved input of { $date } is back.
draft-discard = Discard
draft-elsewhere = This entry is being edited in another tab too. Save in one of them only.
draft-not-kept = This device has no room to keep your input. Save soon.
errors-title =
    { $count ->
        [one] One field is not right yet:
       *[other] { $count } fields are not right yet:
    }
conflict-title = Two people changed the same
conflict-text = Somebody changed this entry meanwhile. Nothing is lost: choose for each field what stands.
conflict-by = { $name } changed this on { $time }.
conflict-mine = Mine:
conflict-theirs = Theirs:
conflict-save = Save like this
similar-title = Is it there already? These entries look alike:
choose = Choose …
please-choose = please choose
unsaid = not said
required = required
life-publish = Publish
life-verify = Still right: verify
life-archive = Archive
life-restore = Bring back from the archive
life-publish-done = Published.
life-verify-done = Verified as checked today.
life-archive-done = Archived. No longer public.
life-restore-done = Brought back from the archive.
life-save-first = Save or discard your changes first.
preview-unsaved = Preview with what is not saved yet
preview = Preview
editor-parts = Parts of this page
section-basics = Name and kind
section-texts = Texts
section-work = Themes, languages, places
section-place = Address and map
section-visit = Opening hours and visits
section-contact = Contact
section-openness = Intercultural openness
section-identifiers = In other directories
section-offers = Offers and events
section-address = Address of the page
availability-title = Free places
availability-unsaid = nothing said
availability-until = Holds until
availability-count = How many (optional)
availability-expired = Held until { $date } and is no longer shown.
availability-places-wrong = The number of places is not one from 1 to 999.
offers-none = No offers, events or projects.
kind-OFFER = Offer
kind-EVENT = Event
kind-PROJECT = Project
text-language = Other language
text-there = there
text-missing = missing
language-simple = Easy language
field-name = Name
field-alternativeNames = Other names
field-kind = Kind
field-legalForm = Legal form
field-slug = Name in the address
field-summary = Summary
field-description = Description
field-themes = Themes
field-languages = Languages
field-targetGroups = Target groups
field-basedIn = Based in (district)
field-activeIn = Active in
field-address-street = Street and number
field-address-postcode = Postcode
field-address-city = City
field-address-extra = Address details
field-location = Place on the map
field-confidential = Confidential
field-openingHours = Opening hours
field-byAppointment = By appointment
field-freeOfCharge = Free of charge
field-wheelchair = Wheelchair access
field-accessibility = Accessibility aids
field-openness-on = As of
field-openness-languages = Languages at the counter
field-openness-interpreters = Interpreters available
field-openness-contact = Contact for associations
field-openness-trainingOn = Last intercultural training
field-openness-declaration = Self-declaration
field-identifiers-register = Register number
field-identifiers-osm = OpenStreetMap
field-identifiers-wikidata = Wikidata
field-minimumAge = Lowest age
field-maximumAge = Highest age
field-exclusions = Not for
field-documents = Papers to bring
field-registrationMethods = Ways to register
field-opennessOn = Openness as of
field-counterLanguages = Languages at the counter
field-interpreters = Interpreters available
field-associationContact = Contact for associations
field-staffTrainingOn = Last intercultural training
field-declaration = Self-declaration
field-registerNumber = Register number
field-osm = OpenStreetMap
field-wikidata = Wikidata
field-note = Note (staff only)
field-phone = Telephone
field-email = E-mail
field-website = Website
field-socialLinks = Social media
field-status = Status
field-verification = Verification
field-formerSlugs = Former addresses
field-title = Title
field-schedule = Schedule
field-cost = Cost
field-registration = Registration
field-registrationUrl = Registration address
field-validFrom = Valid from
field-validUntil = Valid until
field-availability = Free places
field-freePlaces = Free places: number
field-availabilityUntil = Free places: hold until
field-actor = Belongs to
help-name = As the organisation calls itself.
help-alternativeNames = Abbreviations or names in other languages, one on each line. The search finds them too.
help-kind = The directory is filtered by it.
help-summary-de = One or two sentences. They stand in lists and on the map.
help-description-de = What people need to know before they come. Separate paragraphs with an empty line.
help-themes = What the work is about. The most exact theme is enough; the one above counts too.
help-languages = The languages one can speak here.
help-targetGroups = Whom it is meant for.
help-basedIn = The district where the organisation has its seat.
help-activeIn = Districts where it works, even without a seat there.
help-address-extra = For example “rear building”.
help-location = Latitude and longitude as maps copy them: 51.5386, 7.2257. Leave empty when there is no place.
help-confidential = What people say here stays here. The public page says so; it does not hide the place.
help-openingHours = As one says it, such as “Wed and Fri 15:00–18:00, closed in school holidays”, or in the rows below. What needs it, in the notation of OpenStreetMap: Sa[1] 10:00-13:00; PH off.
help-openness-on = The day on which the facts were true. Needed as soon as one is given.
help-openness-contact = A desk or function, no name: this is public.
help-identifiers-register = Such as: VR 1234, Amtsgericht Bochum.
help-identifiers-osm = Such as node/240096342, or its address at OpenStreetMap. Public only where the place is shown exactly.
help-identifiers-wikidata = Such as Q42, or its address at Wikidata. Public only where the place is shown exactly.
help-phone = As it is dialled: 02323 999966.
help-email = Addresses of the organisation only, no private ones.
help-website = The whole address with https://.
help-socialLinks = Whole addresses, one on each line.
help-slug = Former addresses lead on. Change only when the name has changed.
precision = What the public sees of the place
precision-help = Holds for map, page and every export.
precision-none = Give a place on the map first. Without one, the address is public as it stands.
precision-EXACT = the exact point
precision-STREET = roughly, the street
precision-QUARTER = the district only
precision-HIDDEN = nothing: the place is secret
place-hidden-title = Secret place.
place-hidden-text = Only editors see address and point. Do not write them into the texts either.
place-locate = Place by the address
place-locate-none = This address cannot be found here, or there are several. It also works below: with “Show and set on the map” or with coordinates.
place-is-far = far outside all districts
place-far-away = This place is meant, although it lies far outside all districts
coordinates-wrong = This is no latitude and longitude. Like this: 51.5386, 7.2257
wheelchair-yes = yes
wheelchair-limited = in part
wheelchair-no = no
wheelchair-unknown = unknown

## History

history-text = Everything that happened to this entry, newest first. Each value can be brought back by itself. Contact persons and cooperation stand below.
history-compare = Compare two states
history-state = State
history-other-state = Other state
history-same = These two states are the same.
history-present = This is how it stands now.
history-restore = Bring the whole state back
history-restored = Former state brought back.
history-restore-value = Bring this value back
history-restored-value = { $field }: earlier value is back.
history-restore-title = Bring the whole state back?
history-restore-line = { $field }: { $now } → { $restored }
history-beside = Contact persons and cooperation
history-log = All of it in the log

## Cooperation

links-text = A cooperation becomes public when both sides have confirmed it.
links-waiting = Waiting for confirmation
links-active = Existing
links-dormant = Dormant
links-ended = Ended and rejected
links-suggestions = Who fits together?
links-picture = Show as a network
links-none = No cooperation yet.
links-count =
    { $count ->
        [one] One cooperation
       *[other] { $count } cooperations
    }
link-status-PROPOSED = proposed
link-status-CONFIRMED_BY_ONE_SIDE = confirmed by one side
link-status-ACTIVE = active
link-status-DORMANT = dormant
link-status-ENDED = ended
link-status-REJECTED = rejected
link-since = since { $date }
link-confirmed-by = { $name } confirmed on { $date }
link-confirmed-for = Confirmed for { $name } by the editors on { $date }
link-confirmed-for-evidence = Confirmed for { $name } by the editors on { $date }, source: { $evidence }
link-edit = Change
link-until-field = Until (where it ended)
link-internal-note = Note for the editors
link-since-help = Day, month and year. Where only the year is known, take 1 January.
link-kind-help = What kind of cooperation it is was confirmed by both. Where it becomes another one, end this one and propose the new one.
link-source = Source: { $text }
link-confirm = Confirm for { $name }
link-evidence = How do you know that { $name } agrees?
link-evidence-help = For example: telephone call with the board on 3 May. Editors see it at the cooperation and in the history.
link-evidence-missing = Please say how you know.
link-confirm-do = Confirm
link-confirmed = Confirmed.
link-reject = Reject
link-reject-done = Cooperation rejected.
link-rest = Let rest
link-rest-done = The cooperation is dormant.
link-end = End
link-end-done = Cooperation ended.
link-until = until { $date }
link-new = Enter a cooperation
link-new-draft = Go on with the cooperation you began
link-from = Who
link-to = With whom
link-kind = Kind of cooperation
link-swap = Swap sides
link-since-field = Since (if known)
link-public-note = Note for everybody (if needed)
link-agreement = What do the two say?
link-agreement-help = The cooperation becomes public once both agree. If you know already that one side agrees, write how. A side whose field stays empty is asked by mail.
link-evidence-of = { $name } agrees. How do you know?
link-evidence-mail = empty: asked by mail
link-missing = Please choose.
link-save = Save cooperation
link-saved = Cooperation entered.
partners-title = Possible partners
partners-text = Who works on the same themes, in the same districts or with the same partners and is not linked yet.
partners-of = Possible partners of
partners-none = No suggestions.
partner-propose = Enter …
partner-dismiss = Does not fit
partner-dismissed = { $name } will not be suggested for a year.
network-label =
    { $count ->
        [one] Network with one entry
       *[other] Network with { $count } entries
    }
network-node =
    { $count ->
        [one] { $name }, one cooperation
       *[other] { $name }, { $count } cooperations
    }
network-help = Each dot leads to the entry. Dashed is what waits, rests or is over. The list says all of it too.

## Duplicates, consents, demand

duplicates-text = Compare the two and say whether they are different.
duplicates-none = No pairs.
duplicates-merge = Merge …
merge-text = One entry stays. Offers, events, contact persons, cooperation and accounts of the other go to it; its address leads here from now on.
merge-missing = One of the two entries does not exist.
merge-survivor = Which entry stays?
merge-same = Both say the same.
merge-both = Both:
merge-after = “{ $name }” is archived.
merge-do = Merge
merge-done = “{ $name }” is now part of this entry.
duplicates-reasons = Alike are:
duplicates-dismiss = These are two different ones
duplicates-dismissed = Noted: two different ones.
consents-text = These people agreed that their contact details stand in the directory. Ask whether that still holds.
consents-package = Find a person: hand over what is stored, withdraw a consent, erase
consents-none = No consent is to be renewed.
websites-text = The service looks regularly. Open the address yourself before you change anything.
websites-none = All websites that were looked at answer.
websites-unchecked = Websites are not looked at here. Whoever runs the server switches it on in its settings: [websites] check.
website-since = since { $date }
website-checked = last looked at: { $date }
website-take = Take the new address
website-taken = { $name }: new address taken.
website-remove = Take the website out of the entry
website-removed = { $name }: website removed.
website-FINE = answers
website-MOVED = has moved
website-MISSING = does not exist (any more)
website-REFUSED = lets nobody in
website-FAULTY = has a fault
website-UNREACHABLE = cannot be reached
website-TOO_SLOW = takes too long
website-ASTRAY = leads in circles
website-NOT_PUBLIC = is not on the public network
website-LATER = asked to come back later
contact-NAME = name
contact-ROLE = role
contact-PHONE = telephone
contact-EMAIL = e-mail
section-contacts = Contact persons
section-links = Cooperation
options-search = Search in “{ $field }”
options-none = Nothing is called that.
contacts-help = People who can be called or written to at this entry. What others than staff see needs the consent of the person. Each person is saved separately.
contacts-none = No contact person yet.
contact-new = Add a contact person
contact-edit = Edit
contact-edit-title = Edit the contact person
contact-form-help = Choose beside each value who may see it.
contact-save = Save person
contact-seen-by = { $field }: who may see it?
contact-consent = Consent of the person
contact-consent-help = For all that was changed just now and that others may see. After two years “Consents” says that it is time to ask again.
contact-given-on = Agreed on
contact-given-by = How it was given
contact-text-version = Version of the consent text
contact-purpose = Publication in the directory
contact-given = agreed on { $date } ({ $method })
contact-review = to be asked again on { $date }
contact-withdrawn = consent withdrawn on { $date }: seen by staff and the association only
contact-renew = Has agreed again
contact-renewed = { $name }: today’s consent is noted.
contact-withdraw = Withdraw consent
contact-withdraw-title = Withdraw the consent of { $name }?
contact-withdraw-text = After that only staff and the association see these values. They are seen again only with a new consent.
contact-withdraw-do = Withdraw now
contact-withdrawn-done = { $name }: consent withdrawn. Others see nothing of it any more.
contact-package = Everything stored
contact-erase = Erase
contact-erase-title = Erase everything about { $name }?
contact-erase-values = Erased: { $values }
contact-erase-blanked =
    { $count ->
        [one] And one mention in other entries or earlier states
       *[other] And { $count } mentions in other entries or earlier states
    }
contact-erase-left =
    { $count ->
        [one] In one place the person may still be named. Please look there yourself:
       *[other] In { $count } places the person may still be named. Please look there yourself:
    }
contact-erase-final = This cannot be taken back, not from the history either.
contact-erase-do = Erase for good
contact-erased = Erased.
visibility-INTERNAL = seen by staff and the association only
visibility-PARTNERS = seen by partners in the network
visibility-PUBLIC = seen by everybody
consent-method-ORAL = orally
consent-method-WRITTEN = in writing
consent-method-ONLINE = online
trace-NAME = the whole name
trace-PHONE = the telephone number
trace-EMAIL = the e-mail address
trace-PART_OF_NAME = a part of the name
trace-PART_OF_PHONE = a part of the telephone number
mention-past = in an earlier state
demand-text = Searches without a result, counted by theme, place and language. Who searched is not kept.
demand-none = Nothing counted yet. Whole months count, and only what was searched five times.

## Themes and districts

branches-text-themes = What the directory is filtered by. The search finds other words too. A new name shows in all entries.
branches-text-districts = City, boroughs and quarters. Boundaries come with a GeoJSON file: “Import a list”.
branch-new-themes = New main theme
branch-edit = Change
branch-edit-one = Change { $name }
branch-below = New below
branch-below-one = New below { $name }
branch-name = Name ({ $language })
branch-words = Other words for it
branch-words-help = Separated by semicolons, in any language. The search knows them.
branch-fields = Fields of action
branch-level = Level
branch-created = { $name } is there.
branch-retire = Replace …
branch-retire-title = Replace { $name }
branch-retire-text =
    { $count ->
        [one] One entry gets what you choose instead. Old links go on working.
       *[other] { $count } entries get what you choose instead. Old links go on working.
    }
branch-replacement = What stands in its place?
branch-retired = { $name } is replaced.
level-CITY = City
level-BOROUGH = Borough
level-QUARTER = Quarter

## Coverage and report of the year

print = Print
coverage-text = Published entries by theme and place. A number shows its entries; a zero says who could fill the gap.
coverage-BOROUGH = Boroughs
coverage-QUARTER = Quarters
coverage-whole = sub-themes too
coverage-some =
    { $count ->
        [one] 1 entry: { $place }
       *[other] { $count } entries: { $place }
    }
coverage-gap = 0: { $place }. Who could do this?
coverage-gap-title = { $theme } in { $district }: who could do this?
coverage-near = Work on { $theme } elsewhere
coverage-there = Are active in { $district } already ({ $theme })
coverage-there-any = Are active in { $district } already
coverage-nobody = Nobody.
coverage-name = coverage
report-template = Change the report’s template
report-template-help = Counts for everybody: on the screen, on paper and in Excel. What is empty is as the program has it.
report-template-title = Heading
report-template-introduction = Text before the figures
report-template-closing = Text after the figures
report-template-de = German
report-template-en = English
report-template-sections = What the report has
report-template-sections-help = Not ticked means: not in the report. Beside it each line can be called something else; the arrow moves it up. Events by theme always stand at the end.
report-template-section-title = { $name }: another name ({ $language })
report-template-raise = Move { $name } up
report-template-reset = Everything as the program has it
report-text = What was public is counted. A series of dates counts as one event; who serves several fields of action counts in each.
report-year = Year
report-all = All together
report-caption = As of { $date }, below it the year { $year }
report-measure = What is counted
report-field = Field of action or theme
report-number = { $number }
report-share = { $number } %
report-before = Year before: { $number }
report-events-by-theme = Events by theme
report-name = report
measure-entries = Entries at the end
measure-new = New entries
measure-gone = No longer there
measure-verified = Verified within the last 12 months
measure-links-new = New cooperation
measure-links-ended = Ended cooperation
measure-events = Events
measure-offers = Offers at the end
demand-count = How often

## Importing a list

import-text = A list from Excel or another program comes in as it is. First you see what was understood; nothing is written until you say so.
import-drop = Drop a file here or choose one
import-kinds = Excel (XLSX), LibreOffice (ODS), CSV, JSON, GeoJSON
import-nothing-yet = A file that you do not finish stays on this device until you go on.
import-wrong-kind = “{ $name }” cannot be read. Possible are files whose name ends in .xlsx, .ods, .csv, .json or .geojson. Please save an old Excel file (.xls) as .xlsx.
import-not-kept = This device does not keep the file. Do not reload the page before you are done.
import-publish = Publish new entries at once (otherwise they become drafts)
import-check-again = Check again
import-other-file = Another file
import-working = The file is being checked …
import-columns =
    { $count ->
        [one] One column
       *[other] { $count } columns
    }
import-columns-unknown =
    { $count ->
        [one] one is unknown
       *[other] { $count } are unknown
    }
import-sheet = Sheet
import-encoding = Encoding
import-encoding-found = as found
import-encoding-utf-8 = UTF-8
import-encoding-windows-1252 = Western Europe (Windows-1252)
import-encoding-windows-1250 = Central Europe (Windows-1250)
import-encoding-windows-1251 = Cyrillic (Windows-1251)
import-encoding-windows-1254 = Turkish (Windows-1254)
import-encoding-iso-8859-9 = Turkish (ISO 8859-9)
import-encoding-macroman = Mac (MacRoman)
import-encoding-utf-16 = UTF-16
import-columns-text = You can change what a column holds. Unknown columns are not read.
import-heading = Heading
import-holds = holds
import-holds-of = What does the column “{ $heading }” hold?
import-holds-choose = please choose
import-holds-nothing = do not read
import-holds-street = Street
import-holds-houseNumber = House number
import-holds-postcode = Postcode
import-holds-city = Town
import-holds-addressExtra = Addition to the address
import-holds-person = Contact person
import-holds-person-givenName = The person’s given name
import-holds-person-familyName = The person’s family name
import-holds-areaCode = Area code
import-holds-person-role = The person’s function
import-holds-person-phone = The person’s telephone
import-holds-person-email = The person’s e-mail
import-holds-note = Remark (internal only)
import-holds-verifiedOn = As of (date)
import-holds-verifiedBy = Verified by
import-holds-longitude = Longitude
import-holds-latitude = Latitude
import-holds-precision = Precision of the place
import-holds-type = Organisation, institution or network
import-holds-id = Identifier (ID)
import-understood = understood
import-filled =
    { $count ->
        [one] one cell
       *[other] { $count } cells
    }
import-empty-words =
    { $count ->
        [one] one says nothing (“-”, “see website”)
       *[other] { $count } say nothing (“-”, “see website”)
    }
import-more-words =
    { $count ->
        [one] one more word
       *[other] { $count } more words
    }
import-column-decide = Take all of the column “{ $heading }” like this; what has no answer into the note
import-means-nothing = means nothing
import-means-note = into the note
import-questions =
    { $count ->
        [one] One question about this list
       *[other] { $count } questions about this list
    }
import-questions-text = Each answer is valid for all rows, next time too.
import-question =
    { $count ->
        [one] What does “{ $value }” mean in the column “{ $heading }”? (one row)
       *[other] What does “{ $value }” mean in the column “{ $heading }”? ({ $count } rows)
    }
import-question-other = or something else
import-question-meaning = Meaning
import-question-decide = This is what it means
import-question-note = Into the note
import-question-nothing = Means nothing
import-note-rest = Put all the rest into the notes of the rows
import-rest-noted = What is unclear stands in the notes of the rows
import-decided =
    { $count ->
        [one] One decision
       *[other] { $count } decisions
    }
import-undo-of = Undo: { $what }
import-result = Result
import-outcome-NEW = new
import-outcome-LIKELY_DUPLICATE = perhaps a duplicate
import-outcome-CHANGED = changes an entry
import-outcome-SAME = says the same already
import-outcome-WRONG = not right yet
import-outcome-CONFLICT = changed meanwhile
import-row = Row { $number } of the list
import-line = Row { $line }
import-entry = See the entry
import-more-changes =
    { $count ->
        [one] one more field
       *[other] { $count } more fields
    }
import-alike = This could be the same:
import-alike-row = “{ $name }”, row { $number } of this list
import-is-that = It is this entry
import-is-new = A new entry
import-skip = Leave out
import-is = is the entry “{ $slug }”
import-all-new = All that look like others are new entries
import-all-entries = Each is the entry that it looks most like
import-none-takable = No row can be taken yet.
import-rest-later =
    { $count ->
        [one] One row is left. You can put it right here afterwards.
       *[other] { $count } rows are left. You can put them right here afterwards.
    }
import-take =
    { $count ->
        [one] Take one row as a draft
       *[other] Take { $count } rows as drafts
    }
import-take-changes =
    { $count ->
        [one] Change one entry
       *[other] Change { $count } entries
    }
import-take-both = Take over: { $fresh } new, { $changed } changed
import-take-published =
    { $count ->
        [one] Take and publish one row
       *[other] Take and publish { $count } rows
    }
import-correct =
    { $count ->
        [one] Put this row right here
       *[other] Put these { $count } rows right here
    }
import-download = Save the rows that are left as a table
import-no-heading = without a heading
import-other-cells = Everything else of “{ $name }”
import-done =
    { $count ->
        [one] One entry is written.
       *[other] { $count } entries are written.
    }
import-noted =
    { $count ->
        [one] One row that was taken needs a look
       *[other] { $count } rows that were taken need a look
    }
import-see-drafts = See the drafts
import-waits = “{ $value }” waits for your answer above
import-skip-row = Leave out “{ $name }”
import-outcome-LEFT_OUT = left out

## Settings

nav-settings = Settings
title-settings = Settings
people-admins = Only administrators see and change who may sign in.
people-title = People and roles
people-role = Role
people-role-PARTNER = Sees what partners are shown, and proposes changes.
people-role-MEMBER = Looks after the entries of their own association on the page “My entries”; changes are reviewed unless the person is trusted.
people-role-EDITOR = Works on all entries in this console; only administrators change accounts and the texts of the pages.
people-role-ADMIN = May do everything, also invite and block people and change roles.
people-actors = Speaks for
people-trusted = Publishes changes without a review
people-is-trusted = publishes without a review
people-hidden = a draft
people-second-factor = with a second factor
people-disabled = blocked since { $date }
people-own = This is you. Name, password and mails are changed under “My account”.
people-change = Change role
people-change-one = Change role: { $name }
people-change-text = The person has to sign in again afterwards.
people-changed = { $name }: role changed.
people-disable = Block
people-disable-one = Block: { $name }
people-disabled-now = { $name } cannot sign in any more.
people-enable = Let in again
people-enable-one = Let in again: { $name }
people-enabled = { $name } can sign in again.
picker-help = Type a name and choose from the list.
picker-none = No published entry is called like this.
picker-remove = Take { $name } out
invitations-title = Open invitations
invitations-none = No invitation is open.
invite = Invite
invite-email = E-mail address
invite-name = Name (voluntary)
invite-language = Language of the mail
invite-text = An invitation works for 14 days and once. A second one to the same address ends the first.
invite-send = Send invitation
invite-done = The invitation to { $email } is on its way.
invite-done-link = The invitation for { $email } is there: please hand the link over.
invitation-link = No mail went out. Hand this link over yourself; it is shown only now.
invitation-link-label = Link of the invitation
invitation-until = works until { $date }
invitation-resend = Send again
invitation-resend-one = Send again: { $name }
invitation-revoke = Withdraw
invitation-revoke-one = Withdraw: { $name }
invitation-revoked = { $name }: invitation withdrawn.
invitation-revoke-title = Withdraw the invitation of { $name }?
invitation-revoke-text = The link in the mail then no longer works. Afterwards a new invitation is needed.
mail-test-title = Try whether mail is sent
mail-test-text = Sends one mail to your own address and shows what the mail server says to it.
mail-test-send = Test mail to me
mail-test-taken = The mail to { $to } was taken. The mail server says: { $answer }
mail-test-refused = The mail to { $to } was not taken. It says: { $answer }
mail-test-silent = The mail server has not answered within ten seconds.
settings-words = Themes, districts and other words for them
settings-words-text = Other words by which a theme or district is found stand with each of them.
settings-file = From the settings file
settings-file-text = Whoever runs the service decides this; beside it stands what the setting is called there.
settings-verification = Entries are to be verified again after
settings-months =
    { $count ->
        [one] one month
       *[other] { $count } months
    }
settings-own-words = Own words for kinds, target groups, languages and what else stands in questions
settings-no-words = none; the search knows the words that every directory has
settings-lines =
    { $count ->
        [one] one line
       *[other] { $count } lines
    }
settings-partners = May embed the directory on their pages
settings-nobody = nobody is entered by name
settings-mails = Mails that go out by themselves
settings-no-mails = none
settings-mail-link_confirmations = Questions whether a cooperation is true
settings-mail-proposals = What became of a proposal
settings-mail-welcome = Welcome of newly published entries
settings-mail-digest = What is due for the editors

## Texts of the pages

title-texts = Texts of the pages
settings-texts-text = Imprint, privacy, and who funds the directory, with logos.
settings-texts-edit = Edit the texts
texts-admins = Only administrators change the texts of the pages.
texts-lead = What is saved here stands on the pages at once.
texts-language = Language of the texts
texts-empty = without a text yet
texts-german-help = German is needed wherever there is a text. Choose other languages here.
texts-other-help = Without a text of their own, readers of this language read the German one.
texts-imprint = Imprint
texts-imprint-help = In Markdown: # makes a heading, an empty line a paragraph, [text](https://…) a link. HTML is only shown.
texts-privacy = Privacy
texts-privacy-help = Stands above what the program itself does with data. Written like the imprint.
texts-funding = Funding in one line
texts-funding-help = For example: “Funded by the state of Example”. Stands at the foot of every page and of the embedded directory.
texts-funders = Funders with a logo
texts-report = template of the report
texts-funders-help = Stand at the foot of every page and of the embedded directory, in this order. Without a logo the name stands there.
texts-from-file = The text comes from the settings file; empty all languages and it holds again:
texts-german = German text to compare
texts-nothing = nothing
texts-changed = Not saved yet; what you typed is kept on this device.
texts-elsewhere = The texts are edited in another tab too. Save in one of them only.
texts-saved = Saved. The pages show it now.
texts-past = Earlier versions
texts-never = Nobody has changed anything here yet.
texts-version = { $date }, { $name }:
texts-somebody = not known any more
texts-fetch = Bring into the form
texts-fetch-one = Bring into the form: version of { $date }
texts-fetched = The version stands in the form. It is not saved yet.
funder-number = Funder { $number }
funder-add = Add a funder
funder-name = Name
funder-name-help = Read aloud where the logo is not seen.
funder-website = Website
funder-website-help = Voluntary: where the logo leads.
funder-logo = Logo
funder-logo-help = PNG or JPEG, up to 200 KB and 2,000 pixels a side.
funder-logo-chosen = Newly chosen: { $name }
funder-logo-format = PNG and JPEG are allowed.
funder-logo-size = The picture is larger than 200 KB.
funder-logo-remove = Take the logo away
funder-up = Move { $name } forward
funder-down = Move { $name } back
funder-remove = Remove
funder-remove-one = Remove { $name }

## Measures

nav-diary = Measures
title-diary = Measures
diary-text = What the agency did itself, in six entries. The report of the year counts it; nothing of it is public.
diary-new = Note a measure
diary-edit-title = Change a measure
diary-day = Day
diary-day-missing = Please say the day.
diary-field-missing = Please choose the field of action.
diary-kind = What it was
diary-field = Field of action
diary-district = District
diary-everywhere = all of the city
diary-partners = With whom (voluntary)
diary-people-field = People reached (if counted)
diary-count =
    { $count ->
        [one] One measure.
       *[other] { $count } measures.
    }
diary-people = People reached, where noted: { $number }.
diary-reached =
    { $count ->
        [one] one person reached
       *[other] { $count } people reached
    }
diary-with = with
diary-edit = Change
diary-edit-one = Change: { $name }
diary-delete = Delete
diary-delete-one = Delete: { $name }
diary-deleted = { $name }: deleted.
diary-name = measures
measure-activities = Measures
measure-people = People reached, where noted

## Words for questions

title-synonyms = Words for questions
synonyms-lead = What do people call it where you are? The search understands what stands here at once, in all languages and inflected forms. Other words for themes and districts stand with these.
synonyms-format = One phrase a line, of one word or several that stand together. “Deutschk*” stands for all words that begin so. What stands in parentheses is only offered and never searched by itself.
synonyms-table = For what
synonyms-table-KINDS = Kinds of actors
synonyms-table-LANGUAGES = Languages
synonyms-table-TARGET_GROUPS = Target groups
synonyms-table-FIELDS_OF_ACTION = Fields of action
synonyms-table-TYPES = Types
synonyms-table-FEATURES = Features, days and times
synonyms-search = Search in the list
synonyms-only-own = only with own words
synonyms-none = Nothing of it stands in this list.
synonyms-known = Known already:
synonyms-built-in =
    { $count ->
        [0] No known phrases yet
        [one] The known phrase
       *[other] All { $count } known phrases
    }
synonyms-from-settings = From the settings file:
synonyms-key = In tables it is called:
synonyms-other = Further
synonyms-own = Own words
synonyms-save-one = Save: { $name }
synonyms-cancel-one = Cancel: { $name }
synonyms-changed = Last changed { $date }, { $name }
synonyms-saved = { $name }: saved. The search understands it now.
synonyms-wrong = “{ $phrase }” { $message }
synonyms-conflict = { $name } changed these words meanwhile. Nothing is lost: choose what shall count.
synonyms-keep-mine = Save mine
synonyms-take-theirs = Take what stands there
synonyms-import = Many at once: add a table (CSV)
synonyms-import-text = Is added to the own words of this list: { $table }. The first line names the columns: the entries first, then de, en, tr, ar, uk, ro, pl or other. In a cell a semicolon parts the phrases. For example: slug,de and below it women,Müttertreff;Frauenrunde
synonyms-import-file = Choose a file
synonyms-import-csv = Or paste it here
synonyms-import-add = Add
synonyms-import-large = The file is too large: one megabyte is allowed.
synonyms-imported =
    { $count ->
        [0] All of these words were there already.
        [one] One phrase was added.
       *[other] { $count } phrases were added.
    }
synonyms-trial = Try a question
synonyms-trial-question = A question as people type it
synonyms-trial-ask = What is understood?
synonyms-trial-understood = Understood:
synonyms-trial-offered = Only offered:
synonyms-trial-words = Looked for are the words:
synonyms-trial-nothing = These words say nothing in a question.
synonyms-trial-not = not
synonyms-feature-free-of-charge = free of charge
synonyms-feature-without-appointment = without appointment
synonyms-feature-by-appointment = by appointment
synonyms-feature-wheelchair = accessible by wheelchair
synonyms-feature-confidential = confidential
synonyms-feature-open-now = open now
synonyms-feature-today = today
synonyms-feature-tomorrow = tomorrow
synonyms-feature-day-after-tomorrow = the day after tomorrow
synonyms-feature-weekend = at the weekend
synonyms-feature-working-days = on weekdays
synonyms-feature-near-me = near me

## Offers, events and projects in the editor; times and map

new-offer = New offer
new-event = New event
new-project = New project
add-offer = Add an offer
add-event = Add an event
add-project = Add a project
belongs-to = Belongs to
owner-missing = It is not known which entry this belongs to. Please add it there:
offers-archived =
    { $count ->
        [one] One archived entry
       *[other] { $count } archived entries
    }
section-times = When
section-admission = Registration and places
section-venue = Place
section-hosts = Who invites or takes part
venue-help = Fill this in only if it is elsewhere than the entry it belongs to. If the place of that entry is secret, so is this one.
owners-help = The first name is the one to ask. There must be one.
field-allDay = All day
field-cancelled = Cancelled
field-startsAt = Start
field-endsAt = End
field-recurrence = Rule of repetition
field-excludedDates = Not on (also: holidays)
field-hosts = Hosts
field-actors = Taking part
field-districts = Districts
field-confirmations = Confirmations
field-from = From
field-to = To
field-basis = Basis
field-source = Source
field-publicNote = Note for everybody
field-internalNote = Note for the editors
field-since = First day
field-until = Last day
field-funding = Funded by
field-place-street = Street and number
field-place-postcode = Postcode
field-place-city = Town
field-place-extra = Addition to the address
field-openingHours-rows = Opening hours in rows
field-schedule-rows = Times in rows
help-schedule = As one says it, such as “Tuesdays 10:00–12:00, closed in school holidays”, or in the rows below. A single day is an event.
help-cancelled = Calendars and pages say so instead of losing the event.
help-endsAt = Without it, the event lasts until the end of its day.
help-excludedDates = One day, or a period: then all dates in it are left out.
help-recurrence = By RFC 5545, such as FREQ=WEEKLY;BYDAY=TU.
help-registrationUrl = The full address with https://.
help-registrationMethods = “None” means: just come.
help-cost-de = Leave empty if it is free.
help-minimumAge = In years. Empty where there is no limit.
help-freePlaces = 1 to 999. Empty if nobody has counted them.
number-wrong = That is no whole number.
moment-incomplete = A day needs a time. Without one: tick “All day”.
moment-time = { $field }: time
moment-span = { $from }–{ $to }
moment-from = from { $from }
moment-until = until { $day } { $time }
reads-so = This means:
hours-rows-title = { $field } in rows
hours-row = Row { $number }
hours-add = Add a row
hours-remove = Remove row { $number }
hours-from = from
hours-to = to
hours-note = Note
hours-closed = closed
hours-otherwise = otherwise: { $text }
hours-always = around the clock
hours-holidays = public holidays
hours-holidays-short = Hol.
hours-school = school holidays
hours-school-short = School
hours-run = { $first } to { $last }
hours-nth = { $nth } { $day } of the month
hours-special = Understood. This text says more than rows can; it stays as it is.
hours-unread = This cannot be understood. It works like this: Tue and Thu 17:00–19:00; Sat 10:00–13:00; closed in school holidays
hours-rows-instead = Choose days and times instead
hours-incomplete = A row still lacks days or times.
repeat-title = Repetition
repeat-start-first = Give the start first.
repeat-once = once
repeat-daily = daily
repeat-weekly = weekly
repeat-monthly = monthly on a weekday
repeat-monthday = monthly on the same day of the month
repeat-other = another rule
repeat-interval = How often
repeat-every-daily =
    { $count ->
        [1] every day
       *[other] every { $count } days
    }
repeat-every-weekly =
    { $count ->
        [1] every week
       *[other] every { $count } weeks
    }
repeat-every-monthly =
    { $count ->
        [1] every month
       *[other] every { $count } months
    }
repeat-every-monthday =
    { $count ->
        [1] every month
       *[other] every { $count } months
    }
repeat-days = On which days
repeat-which = Which one of the month
repeat-weekday = Day of the week
repeat-nth-1 = first
repeat-nth-2 = second
repeat-nth-3 = third
repeat-nth-4 = fourth
repeat-nth--1 = last
repeat-ends = Ends
repeat-ends-never = never
repeat-ends-until = on a day
repeat-ends-count = after a number of dates
repeat-until = Last day
repeat-count = Number of dates
repeat-rule = The rule as text
repeat-words-once = once on { $day }
repeat-words-daily =
    { $count ->
        [1] every day
       *[other] every { $count } days
    }
repeat-words-weekly =
    { $count ->
        [1] every { $days }
       *[other] every { $count } weeks on { $days }
    }
repeat-words-monthly =
    { $count ->
        [1] on the { $nth } { $days } of every month
       *[other] every { $count } months on the { $nth } { $days }
    }
repeat-words-monthday =
    { $count ->
        [1] every month on day { $day }
       *[other] every { $count } months on day { $day }
    }
repeat-words-from = from { $day } on
repeat-words-until = until { $day }
repeat-words-count =
    { $count ->
        [one] one date
       *[other] { $count } dates
    }
repeat-words-except = not on { $days }
repeat-other-words = This rule cannot be put into words here. It is checked when you save.
repeat-next = The first dates: { $days }
repeat-no-dates = Like this there is not a single date.
repeat-off = The start, { $day }, does not fit the repetition.
repeat-off-repair = Begin on { $day }
exclude-to = to (optional)
exclude-add = Leave out
exclude-missing = Please give a day.
exclude-pending = These days are typed but not left out yet: press “Leave out”, or empty the fields.
exclude-order = The last day is before the first.
exclude-none = There is no date in that period.
place-map-open = Show and set on the map
place-map-close = Close the map
place-map-help = Click on the map or drag the pin. By keyboard: the arrow keys move the map, Enter puts the pin in the middle.
place-map-failed = The map cannot be shown here. Coordinates and address still work.
place-map-title = Map
place-map-in = Closer
place-map-out = Further away
place-map-keys = The arrow keys move the map, plus and minus change the scale, Enter puts the pin in the middle.
place-map-wheel = Hold { $key } to zoom with the wheel
place-map-fingers = Move the map with two fingers
place-district = The place is in: { $name }.
place-district-same = The place is in: { $name }, as the district says.
place-district-other = The place is in { $name }; the district given is { $other }.
place-district-take = Enter { $name } as the district
place-district-none = The place is in no district of the directory.

## Change log and merges

nav-audit = Change log
title-audit = Change log
audit-text = Who changed what when, over all entries, newest first.
audit-from = From
audit-to = To
audit-person = Who
audit-entry = Entry, with all that is its own
audit-all = Show everything
audit-order = “To” is before “From”.
audit-count = { $count ->
    [0] Nothing was changed.
    [one] One change
   *[other] { $count } changes
}
audit-kind-actor = Entry
audit-kind-offer = Offer
audit-kind-event = Event
audit-kind-project = Project
audit-kind-link = Cooperation
audit-kind-district = District
audit-kind-theme = Theme
audit-kind-person = Contact person
history-same-day = What else was changed on that day
merges-title = Merged
merges-became = { $name } became part of
merges-nameless = an erased entry
merges-undone = taken apart on { $date }
merge-line = “{ $loser }” became part of “{ $survivor }”.
merge-undone-line = “{ $loser }” and “{ $survivor }” are apart again.
merged-into = This entry has become part of:
merge-way = Take apart under “Duplicates”
merges-undo = Take apart
merges-undo-one = Take apart: { $name }
merges-taken-apart = Two entries again.
