# What a value or a file should be and is not.

# A value is not what it should be: each sentence names what was given and what is allowed.
value-allowed = allowed: { $allowed }
value-meant = { $problem }; did you mean { $meant }?
value-given = { $problem }, given { $given }
value-web-address = { $given } is not a web address: allowed are full http:// or https:// addresses without user name or password
value-web-address-meant = { $given } is not a web address: probably meant is { $meant }
value-email-address = { $given } is not an e-mail address: allowed is the form name@example.org
value-email-address-meant = { $given } is not an e-mail address: probably meant is { $meant }
value-phone-number = { $given } is not a telephone number: allowed are 5 to 15 digits or 110, 112, 115, a leading +, spaces and ( ) / - .
value-osm = { $given } is no object of OpenStreetMap: allowed are node/…, way/… and relation/… with a number, or its address
value-wikidata = { $given } is no item of Wikidata: allowed is Q with a number, or its address
value-language = { $given } is not a language tag: allowed are BCP-47 tags of at most 16 characters, such as "de", "tr", "kmr" or "de-simple"
value-language-twice = the language { $language } stands twice
value-slug = { $given } is not a slug: allowed are 1 to 100 lower-case letters a-z and digits, words joined by single hyphens, levels by single dots
value-word = { $given } is not { $vocabulary ->
    [an-organisation-kind] an organisation kind
    [an-institution-kind] an institution kind
    [a-network-kind] a network kind
    [a-legal-form] a legal form
    [a-target-group] a target group
    [a-field-of-action] a field of action
    [a-kind-of-wheelchair-access] a kind of wheelchair access
    [an-aid-to-accessibility] an aid to accessibility
    [a-time-of-day] a time of day
    [a-precision] a precision
    [a-link-kind] a link kind
    [a-link-status] a link status
    [a-basis-of-a-link] a basis of a link
    [a-visibility] a visibility
    [an-offer-kind] an offer kind
    [an-availability] an availability
    [a-way-to-register] a way to register
    [a-role] a role
    [a-way-of-giving-consent] a way of giving consent
    [a-kind] a kind
    [a-type] a type
    [a-feature] a feature
    [a-table-of-synonyms] a table of synonyms
   *[other] a word allowed here
}: allowed are { $allowed }
value-longitude = longitude { $given } is not on the earth: allowed are -180 to 180 degrees
value-latitude = latitude { $given } is not on the earth: allowed are -90 to 90 degrees
value-day = { $given } is not a day: allowed is YYYY-MM-DD
value-local-time = { $given } is not a local time: allowed is YYYY-MM-DDTHH:MM or YYYY-MM-DDTHH:MM:SS, without a zone
value-instant = { $given } is not an instant: allowed is YYYY-MM-DDTHH:MM:SSZ, with its zone
value-school-holiday = { $given } is not FIRST-DAY/LAST-DAY of one school holiday, such as "2026-10-17/2026-10-31"

# Opening hours, and why a text is none.
value-opening-hours = { $given } is not in opening-hours notation, such as "Mo-Fr 09:00-17:00; PH off": { $reason }
hours-too-long = longer than the { $allowed } bytes allowed
hours-dash = a range is written with a plain hyphen (-), not with a dash
hours-uhr = times are written as 09:00-18:00, without "Uhr"
hours-half-days = times go from 00:00 to 24:00, without am and pm
hours-bare = times have minutes and a plain hyphen between them, as in 07:00-18:00
hours-unfinished = a rule is missing after the last { $sign }
hours-quotation-mark = a quotation mark is missing
hours-no-rule = { $part } is no rule; notes stand in quotation marks
hours-part-no-rule = a part of it is no rule; notes stand in quotation marks
hours-unreadable = cannot be read ({ $reason })

# Rules by which an event repeats, and why a text is none.
value-recurrence = { $given } is not a recurrence rule by RFC 5545, such as "FREQ=WEEKLY;BYDAY=TU": { $reason }
recurrence-too-long = longer than the { $allowed } bytes allowed
recurrence-no-part = { $part } has not the form NAME=VALUE
recurrence-unknown-part = there is no part { $part }
recurrence-repeated-part = { $part } stands twice
recurrence-no-frequency = FREQ is missing
recurrence-too-fine = FREQ={ $given } repeats more often than daily; allowed are DAILY, WEEKLY, MONTHLY and YEARLY
recurrence-unknown-frequency = FREQ={ $given }: allowed are DAILY, WEEKLY, MONTHLY and YEARLY
recurrence-value = { $part }={ $given }: allowed are { $allowed }
recurrence-two-ends = COUNT and UNTIL cannot stand together
recurrence-combination = { $part } cannot stand in a rule with FREQ={ $frequency }
recurrence-positions-of-nothing = BYSETPOS needs another BY… part
recurrence-too-many-times = BYHOUR, BYMINUTE and BYSECOND make { $given } starts a day; allowed are { $allowed }

# Boundaries of districts.
boundary-type = a geometry of type { $given } has no inside: allowed are Polygon and MultiPolygon
boundary-empty = the geometry is empty: allowed is at least one polygon with an outer ring
boundary-too-short = coordinates{ $ring }: the ring has { $positions ->
    [one] { $positions } position
   *[other] { $positions } positions
}: allowed are at least 4, the last equal to the first
boundary-open = coordinates{ $ring }: the ring is not closed: its last position must equal its first
boundary-crossing = coordinates{ $ring }: the ring crosses { $other } near longitude { $longitude }, latitude { $latitude }: allowed are rings that meet in single points at most
boundary-crossing-itself = itself
boundary-crossing-ring = coordinates{ $ring }
boundary-hole-outside = coordinates{ $ring }: the hole lies outside the ring it should be a hole of
boundary-too-large = coordinates: more than { $positions } positions and { $rings } rings: simplify the boundary
boundary-too-intricate = coordinates{ $at }: too many long edges lie beside each other: simplify the boundary
boundary-not-a-list = coordinates{ $at }: not a list: allowed are closed rings of positions, longitude first
boundary-too-deep = coordinates: too many lists inside each other
boundary-incomplete = coordinates{ $at }: a position needs longitude and latitude
boundary-off-the-earth = coordinates{ $at }: { $reason } (a boundary is in WGS84 degrees, longitude first)

# What stands in a JSON file in place of a value.
json-unknown-word = unknown variant `{ $given }`, expected one of { $allowed }
json-unknown-field = unknown field `{ $field }`, expected one of { $allowed }
json-duplicate-field = duplicate field `{ $field }`
json-wrong-type = invalid type: { $found }, expected { $expected }
json-wrong-value = invalid value: { $found }, expected { $expected }
json-wrong-length = invalid length { $found }, expected { $expected }
json-unreadable = cannot be read: { $reason }
json-null = null
json-boolean = boolean `{ $given }`
json-integer = integer `{ $given }`
json-decimal = floating point `{ $given }`
json-string = string { $given }
json-list = sequence
json-object = map
json-expected-text = a string
json-expected-boolean = a boolean
json-expected-number = a number
json-expected-whole-number = a whole number from 0 to { $most }
json-expected-list = a sequence
json-expected-positions = lists of positions
json-expected-object = an object
json-expected-geometry = a GeoJSON geometry of type Polygon or MultiPolygon
json-expected-feature = a GeoJSON Feature
json-expected-properties = an object with at least a slug
json-expected-word = a word
json-expected-texts = an object from language tag to text, such as { $example }

# What is wrong between the entries of a file.
file-above-itself = { $slug } stands above itself: allowed is a tree, without circles
file-coordinate-system = { $given } is another coordinate system: allowed is WGS84, longitude first (RFC 7946)
file-precision-without-place = cannot be kept without longitude and latitude and without a known quarter: allowed are these beside it, or nothing

# Why a file as a whole cannot be read.
file-unread = reading the file failed
file-not-utf8 = line { $line }, byte { $byte }: the file is not UTF-8; save it as UTF-8
file-not-json = line { $line }, column { $column }: not JSON: { $reason }
file-cut-off = line { $line }, column { $column }: the file ends in the middle; it was probably cut off
file-entry-too-large = line { $line }: an entry is larger than the { $allowed } bytes allowed
file-too-many-lists = line { $line }: an entry has more than the { $allowed } lists and positions allowed
file-format = format is { $given }: allowed is { $allowed }
file-scope = scope is { $given }: allowed is { $allowed }, or nothing
file-version = version is { $given }: allowed is { $allowed }
file-no-format = format is missing: allowed is { $allowed }
file-no-version = version is missing: allowed is { $allowed }
file-unknown-section = line { $line }: unknown section { $given }: allowed are { $allowed }
file-repeated = line { $line }: { $given } stands twice
file-wrong-shape = line { $line }, column { $column }: { $reason }
file-no-collection = type is { $given }: allowed is "FeatureCollection" with a list of features
file-points = its features are points ({ $kind }), as in exports of actors: allowed are boundaries of districts, Polygon or MultiPolygon
