# What breaks a rule.

# A field of an entry breaks a rule. Each sentence goes on behind the name of the field and a colon.
problem-required = is required
problem-german-required = needs a German text (de)
problem-too-long = is too long: at most { $allowed } are allowed
problem-duplicate = contains { $value } twice
problem-line-break = has more than one line; one is allowed
problem-control-character = contains a control character; only line breaks and tabs are allowed
problem-ends-before-start = lies before the start
problem-day-past = lies in the past: allowed are { $first } to { $last }
problem-day-too-far = lies too far ahead: allowed are { $first } to { $last }
problem-in-the-future = lies in the future: allowed is a day up to { $last }
problem-far-away = lies far outside all districts: please check, or confirm it (farAway: true)
problem-self-link = links an actor to itself
problem-not-confirmed = needs the confirmation of both sides for this status
problem-consent-required = may only be seen by others with a consent
problem-no-date-of-event = names days on which the event does not take place anyway: { $days }
problem-unknown = names { $value }, which does not exist
problem-retired = names { $name }, which was retired; { $replacement } stands in its place and is taken with replaceRetired: true
problem-archived = names { $name }, which was archived; left out with replaceRetired: true
problem-taken = { $value } is taken already
problem-recurrence-no-start = does not fit the first start: the rule ends before it (UNTIL), or names days that never come; give a later end or other days
problem-recurrence-times-of-day = does not fit an event of whole days: leave out BYHOUR, BYMINUTE and BYSECOND
problem-recurrence-first-start = does not fit the first start: { $first } is none of its dates
problem-recurrence-nearest-start = does not fit the first start: { $first } is none of its dates; the nearest that fit: { $nearest }
problem-web-address-meant = is not a web address: probably meant is { $meant }
problem-openness-of-institutions = is for institutions only
problem-boundary-off-the-earth = has a point off the earth: allowed are longitude -180 to 180, latitude -90 to 90
problem-age = is no age: allowed are 0 to { $most } years
problem-age-below-least = lies below the least age
problem-free-places = allowed are 1 to { $most } places
problem-no-free-places = is said only where places are free
problem-year = lies in the year { $year }: allowed are { $first } to { $last }
problem-zero-coordinates = 0/0 lies in the Atlantic: leave it empty where the place is not known
problem-exchanged-coordinates = lies far outside all districts; longitude and latitude seem to be swapped: probably meant are longitude { $longitude } and latitude { $latitude }
problem-synonym-language = { $given } is not a language tag: allowed are BCP-47 tags, such as de, tr, kmr
problem-too-many = are too many: at most { $most } are allowed
problem-phrase-reserved = contains a sign that has no place here: parentheses stand around the whole phrase only, and ; = " nowhere
problem-phrase-without-word = contains no word: one or more words are allowed
problem-phrase-star = has a * in the wrong place: it stands at the end of a word behind at least { $fewest } characters

# How alike two entries are.
likeness-same-name = the same name
likeness-similar-name = a similar name ({ $percent }%)
likeness-same-abbreviation = the same abbreviation
likeness-same-website = the same website
likeness-same-phone = the same telephone number
likeness-same-email = the same e-mail address
likeness-same-place = the same place ({ $metres } m apart)
