# Around every page
skip-to-content = Skip to content
preview-title = Preview:
preview-text = This is how the public would see the entry. What is secret is not here. Only staff can open this page.
nav-label = Main navigation
nav-search = Search
nav-coverage = What is missing?
nav-cooperation = Cooperation
nav-suggest = Suggest a change
nav-imprint = Imprint
nav-privacy = Privacy
footer-label = More pages
funders-label = Funded by
language-label = Choose a language
read-in-this-language = Read this page in English
data-licence = Data under { $licence }
data-as-of = As of { $date }
crumbs-label = Above this

# Numbers, days, times
metres = { $number } m
kilometres = { $number } km
date = { $day } { $month } { $year }
date-with-weekday = { $weekday }, { $date }
date-with-time = { $date }, { $time }
month-1 = January
month-2 = February
month-3 = March
month-4 = April
month-5 = May
month-6 = June
month-7 = July
month-8 = August
month-9 = September
month-10 = October
month-11 = November
month-12 = December
month-alone-1 = January
month-alone-2 = February
month-alone-3 = March
month-alone-4 = April
month-alone-5 = May
month-alone-6 = June
month-alone-7 = July
month-alone-8 = August
month-alone-9 = September
month-alone-10 = October
month-alone-11 = November
month-alone-12 = December
month-with-year = { $month } { $year }
weekday-short-1 = Mon
weekday-short-2 = Tue
weekday-short-3 = Wed
weekday-short-4 = Thu
weekday-short-5 = Fri
weekday-short-6 = Sat
weekday-short-7 = Sun
time-range = { $time }
date-range = { $from } to { $until }
entries = { $count ->
    [one] 1 entry
   *[other] { $count } entries
}
results = { $count ->
    [0] Nothing found
    [one] 1 entry
   *[other] { $count } entries
}
results-others = No organisation found, but:
partners = { $count ->
    [one] 1 link
   *[other] { $count } links
}
more = { $count } more

# Words
theme = Theme
themes = Themes
languages = Spoken languages
target-groups = For whom
only-in-german = in German only
in-plain-language = In plain language
only-in = only in this language: { $language }
hours-today = Today:
hours-otherwise = otherwise:
closed = closed
closed-now = Closed now
closed-today = Closed today
hours-from-time = from { $time }
hours-from-date = From { $date }
ask-first = Ask first
opens-at = opens at { $time }
opens-on = opens { $day } at { $time }
hours-nth = { $n ->
    [1] first
    [2] second
    [3] third
    [4] fourth
   *[other] fifth
} { $weekday } of the month
hours-last = last { $weekday } of the month
hours-nth-last = { $weekday }, number { $n } from the end of the month
hours-nth-several = { $ordinals } { $weekday } of the month
hours-ordinal = { $n ->
    [1] first
    [2] second
    [3] third
    [4] fourth
   *[other] fifth
}
hours-ordinal-last = last
hours-and = { $first } and { $second }
hours-always = round the clock
hours-daily = every day
hours-as-written = As written:
hours-sun = { $event ->
    [dawn] dawn
    [dusk] dusk
    [sunrise] sunrise
   *[sunset] sunset
}
hours-sun-before = { $n } min before { $event ->
    [dawn] dawn
    [dusk] dusk
    [sunrise] sunrise
   *[sunset] sunset
}
hours-sun-after = { $n } min after { $event ->
    [dawn] dawn
    [dusk] dusk
    [sunrise] sunrise
   *[sunset] sunset
}
hours-public-holidays = On public holidays
hours-school-holidays = In the school holidays
hours-every-weeks = every { $n } weeks
hours-next-inline = next:
hours-single-days = Single days, the next one:
hours-next = Next:
opening-hours = Opening hours
active-in = Active in
based-in = Based in
call = Call
write = Write
website = Website
where = Place
contact = Contact
show = Show
print = Print

# Search
search-label = What are you looking for?
search-placeholder = e.g. German course, parents’ café, sports
search-placeholder-events = e.g. festival, concert, sports
search-button = Search
suggestions = Suggestions
suggestions-count = { $count ->
    [0] No suggestions
    [one] 1 suggestion
   *[other] { $count } suggestions
}
suggestions-question = Questions
suggestions-theme = Themes
suggestions-district = Places
suggestions-language = Spoken languages
suggestions-offer = Offers
suggestions-event = Events
suggestions-actor = Organisations
search-title = Search
search-title-for = Search for “{ $text }”
start-title = Who helps with what, in which neighbourhood, in which language?
browse-themes = By theme
browse-districts = By district
order-label = Order
order-relevance = Best match
order-name = Name
order-distance = Distance
order-updated = Last changed
order-verified = Last verified
pager-label = Pages of results
page-first = To the first page
page-previous = Back
page-next = More results
chips-label = Chosen filters
chip-remove = Remove filter:
chip-not = not:
chips-clear = Remove all
match-name = Also
match-address = Address
match-offer = Offer
match-event = Event
question-aside = Searched without these words:
question-offers = Also meant?
question-exact = Search only for exactly these words
question-read = Understand the question instead of searching for the words
near-within = Within { $distance }
partner-of = Cooperates with { $name }
filters = Filters
filters-apply = Show results
filter-text = Text
filter-type = Type
filter-themes = Theme
filter-districts = District
filter-kinds = Kind
filter-languages = Spoken language
filter-groups = For whom
filter-fields = Field of action
filter-open = Opening hours
filter-near = Nearby
filter-features = Cost, access and age
filter-appointment = Appointment
filter-wheelchair = Wheelchair
filter-week = Day and time of day
filter-age = Age
age-years = { $count ->
    [one] { $count } year
   *[other] { $count } years
}
filter-not = What is left out
filter-partner = Cooperation partner
filter-polygon = Area
polygon-within = In the chosen area
filter-cooperation = Working together
filter-member-of = Membership
filter-network = Network
network-none = In no network
network-any = In a network
member-of = Member of { $name }
cooperation-cooperates_with = Cooperation
cooperation-runs_project_with = Joint project
cooperation-member_of = Membership
cooperation-umbrella_of = Umbrella organisation
cooperation-supports = Support
cooperation-funds = Funding
cooperation-provides_room_to = Rooms
cooperation-hosts_offer_of = Hosting an offer
cooperation-refers_to = Referral
cooperation-trains = Training
cooperation-interprets_for = Interpreting
cooperation-represented_in = Representation
all-themes-only = Only those with all chosen themes
all-themes-chip = all themes together
type-any = All
relation-label = Relation to the district
relation-either = Based or active there
relation-based = Based there
relation-active = Active there
open-now-only = Only what is open now
near-failed = Your location is not available. Choose a district instead.
radius = Within
empty-loosen = Nothing fits all filters together. This helps:
empty-nothing-helps = There is nothing for this. Try another word or fewer filters.
help-numbers = Help at once:
empty-nearby = Close to this question there is:
empty-missing = Is something missing here? Tell us
empty-missing-comment = Not found: { $text }
loosen = Without “{ $filter }”
show-all = Show all entries
show-all-count = Show all { $count }
files-label = Take the results with you
files-table = As a table (CSV)
files-calendar = Their events as a calendar (.ics)
actions-label = Take along and pass on
share = Share
share-copied = Link copied
contact-card = Save contact
sheet = Sheet to hand over
sheet-back = Back to the page
sheet-language = In which language?
sheet-code = QR code with the address of this page
sheet-scan = Open on your phone
shortlist = Shortlist
shortlist-add = Keep
shortlist-show = Show the shortlist
shortlist-more = Search for more
shortlist-remove = Take off the shortlist
shortlist-note = The list is kept in the address of this page alone. To keep it, bookmark, share or print it.
shortlist-empty = Nothing kept yet. Tick “Keep” among the results.
shortlist-missing = { $count ->
    [one] 1 entry is no longer published.
   *[other] { $count } entries are no longer published.
}
quick-exit = Leave this page quickly
mistake-title = This address cannot be answered as it stands
mistake-theme = There is no theme “{ $given }”.
mistake-district = There is no district “{ $given }”.
mistake-partner = There is no entry “{ $given }”.
mistake-parameter = There is no filter “{ $given }”.
mistake-word = The filter “{ $name }” does not know “{ $given }”.
mistake-allowed = Allowed are:
mistake-day = “{ $given }” is no day of the years { $first } to { $last }. Write it like this: 2026-05-31.
mistake-number = “{ $name }” must be a number from { $least } to { $most }, not “{ $given }”.
mistake-polygon = This area cannot be drawn. Allowed are 3 to 200 corners, each a longitude and a latitude in degrees, whose lines do not cross.
mistake-place = A place needs a longitude (lon) and a latitude (lat).
mistake-too-much = That is too much at once: { $count } are allowed.
mistake-cursor = This page of results is no longer there.
mistake-meant = Did you mean

# Profile
profile-facts = At a glance
about = About us
social-links = Social networks
contact-persons = People to speak to
good-to-know = Good to know
openness = Intercultural openness
openness-on = As of { $date }
counter-languages = Languages at the counter
interpreters = Interpreters available
association-contact = Contact for associations
staff-training = Last intercultural training
declaration = Self-declaration
register-number = Register number
accessibility = Accessibility aids
admission = Taking part
ages = Age (years)
ages-between = { $least } to { $most }
ages-from = from { $least }
ages-to = up to { $most }
exclusions = Not for
documents = Please bring
registration-methods = Ways to register
my-minimum-age = Lowest age in years
my-maximum-age = Highest age in years
my-problem-age = Age: 0 to 120 years, and the highest not below the lowest.
not-free-of-charge = Not free of charge
legal-form = Legal form
verified-on = Verified on { $date } · { $role }
not-verified = Not verified yet
updated-on = Last changed on { $date }
suggest-for-entry = Found a mistake? Suggest a change
cooperations = Cooperation
cooperations-all = Show all cooperation partners
members-all = Show all members in the search
since = since { $date }
confirmed-on = confirmed on { $date }
suggested-partners = Possible partners
suggested-partners-note = Suggested by the directory because much fits together. There is no link yet.
suggested-because = In common:
shared-partner = both cooperate with { $name }
link-from-member_of = has as a member
link-from-umbrella_of = belongs to the umbrella
link-from-supports = is supported by
link-from-funds = is funded by
link-from-provides_room_to = uses rooms of
link-from-hosts_offer_of = has an offer at
link-from-refers_to = receives people referred by
link-from-trains = is trained by
link-from-interprets_for = receives interpreting from
link-from-represented_in = has as a representative
offers = Offers
cost = Cost
registration-link = Register online
valid-from = From
valid-until = Until
availability = Free places
availability-places = { $count ->
    [one] { $count } place free
   *[other] { $count } places free
}
availability-until = valid until { $date }
schedule = Times
events = Events
projects = Projects
project-since = Start
project-until = End
funding = Funding
participants = Together with

# Offers, events, projects
listing-label = What is shown
listing-actors = Organisations
listing-offers = Offers
listing-events = Events
offers-lead = Courses, advice, meeting points, rooms and volunteering: what there is, when and in which language.
events-lead = What is coming up: when, where, in which language, and the way into your own calendar.
offers-count = { $count ->
    [0] No offer found
    [one] 1 offer
   *[other] { $count } offers
}
events-count = { $count ->
    [0] No event found
    [one] 1 event
   *[other] { $count } events
}
dates-count = { $count ->
    [0] Nothing is listed for this time.
    [one] 1 date
   *[other] { $count } dates
}
events-from = from { $date }
event-until = until { $date }
offer = Offer
event = Event
project = Project
hosts = Hosted by
offer-giver = Offered by
project-participants = Taking part
all-day = all day
event-ongoing = ongoing
event-running = On now
event-cancelled = Cancelled
event-cancelled-note = This event has been cancelled.
event-all-cancelled = All dates of this event have been cancelled.
event-rest-cancelled = All further dates of this event have been cancelled.
event-over = This event is over.
offer-over = This offer is no longer available.
event-dates = Next dates
event-excluded = Does not take place on:
calendar-add = Add to my calendar
calendar-note = New and changed dates come into your calendar by themselves if you subscribe to it.
calendar-subscribe = Subscribe to calendar
calendar-file = Load as a file (.ics)
calendar-of-host = All dates of this organisation
calendar-view = View
calendar-list = List
calendar-week = Week
calendar-month = Month
calendar-steps = Other days
week-before = Previous week
week-next = Next week
month-before = Previous month
month-next = Next month
filter-actor = Only this organisation

# Theme and district
theme-description = Organisations, institutions and networks that work on { $theme }
theme-children = More closely
theme-by-district = By district
district-description = Organisations, institutions and networks in { $district }
district-children = Quarters
district-by-theme = By theme
entries-title = Entries
refine = Narrow down in the search
nobody-here = Nobody is listed for this yet.

# Coverage
coverage-lead = How many work on which theme in which district, and where is somebody missing?
coverage-note = Counted is who is based or active there. A theme includes its sub-themes.
coverage-caption = Entries by theme and district
coverage-whole = To the whole table
coverage-gaps = Somebody is missing here
coverage-no-gaps = There is no gap here.
coverage-everywhere = everywhere

# Cooperation
cooperation-lead = Who works with whom? Shown are active links that both sides have confirmed.
cooperation-none = There is no confirmed cooperation here yet.
cooperation-communities = Groups that work closely together
cooperation-communities-note = Those who have many links with each other stand together. Each group is called by the member with the most links.
cooperation-linked = Linked with:
cooperation-alone = No confirmed cooperation yet
cooperation-of = Network: { $name }
cooperation-profile = To the profile
cooperation-whole = To the whole network
cooperation-picture-communities = Picture of the groups: the larger the circle, the more members; the wider the line, the more links. The list says the same.
cooperation-picture-actor = Picture of the network: arrows show from whom a link goes out. The list says the same.
cooperation-see = See the network
all-themes = All themes
all-districts = All districts

# Suggest a change
suggest-lead = Is something wrong, or somebody missing? Write to us. The editors look at every suggestion. You need no account.
suggest-about = Entry:
suggest-new = An organisation that is not listed yet. For a listed one, use the link on its profile.
suggest-name = Name
suggest-kind = Kind of organisation
suggest-phone = Phone
suggest-email = E-mail
suggest-website = Website
suggest-comment = What should we know?
suggest-comment-hint = For example: new opening hours, moved, no longer exists. Please nothing private about others.
suggest-contact = How can we reach you with questions? (optional)
suggest-contact-hint = Never published, and deleted as soon as the suggestion is dealt with.
suggest-lengths = There is room for { $line } characters in each line, and for { $text } in “What should we know?”
suggest-not-taken = Not taken yet
suggest-limit-client = As many suggestions as we take without an account came from your internet connection in the last hour. Please send this one again later.
suggest-limit-entry = Many suggestions about this entry are waiting for the editors already. Please send this one again later.
suggest-limit-queue = Very many suggestions are waiting for the editors already. Please send this one again later.
suggest-limit-storage = There is no room for new suggestions at the moment. Please send this one again later.
suggest-limit-busy = Nothing can be saved at the moment. What you wrote is still here: please send it again in a minute.
suggest-send = Send suggestion
suggest-wrong = Please check what you entered
suggest-thanks = Thank you for your suggestion
suggest-thanks-text = The editors will look at it. Until then the entry stays as it is.
back-to-search = Back to the search
please-choose = Please choose
problem-required = is missing
problem-nothing = Please change something or write what it is about.
problem-latin-name = Please write the name in Latin letters too.
problem-too-long = is too long: at most { $count } characters
problem-phone = is not a phone number. Example: 02323 123456
problem-email = is not an e-mail address. Example: name@example.org
problem-website = is not a web address. Example: https://example.org
problem-version = The entry has changed meanwhile. Please check what you entered and send it again.
problem-other = cannot be taken like this

# When there is no page
not-found-title = There is no such page
not-found-text = Perhaps the address has changed. Search for the name or the theme.
gone-title = This entry is no longer published
gone-text = It was archived, for example because the organisation no longer exists. Perhaps somebody else can help you.
forbidden-title = This does not work from here
forbidden-text = The form was not sent from this site. Open it here and send it again.
bad-request-title = This request cannot be read
bad-request-text = Please go back and try again.
too-large-title = That is too much text
too-large-text = Please go back and shorten it.
busy-title = Too much is going on right now
busy-text = Nothing was saved. Please try again in a minute.
fault-title = Something went wrong on our side
fault-text = Please try again in a few minutes.

# Imprint and privacy
imprint-missing = Whoever runs this directory has not entered anything here yet.
imprint-licences = The licences of the programs these pages are made of
privacy-missing = Whoever runs this directory has not entered anything here yet. What the program itself does is told below.
privacy-program-title = What the program does with data
privacy-cookies = The public pages set no cookies and store nothing on your device.
privacy-others = The pages load nothing from other providers. Nobody else learns that you are here.
privacy-map = The map loads its background from { $hosts }. Whoever opens it tells these providers their internet address and the part that is shown. Otherwise the pages load nothing from others.
privacy-logs = Logs contain neither your search nor your address.
privacy-demand = What is looked for and not found is counted by theme, district and language, for each month. Your words and your address are not stored, and nobody sees numbers below five.
privacy-place = Your location is used only when you choose to search near you. It then stands in the address of that one search and is not stored.
privacy-suggestions = A suggestion needs nothing about you. A contact you give is deleted as soon as the suggestion is dealt with. Where you are mailed the result, your address stays until that mail is sent, for two weeks at most.
privacy-persons = People to speak to appear only with their consent, field by field. Withdrawing it takes effect at once.
