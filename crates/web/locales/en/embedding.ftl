# On other sites
nav-embed = Put it on your site
all-languages = All languages
new-tab = opens in a new tab
widget-label = Directory
widget-close = Close
widget-daytime = Time of day
widget-filters = More filters
widget-loading = Loading …
widget-missing = Is somebody missing? Suggest an entry
widget-no-entry = This entry is not here, or not any more.
widget-more = Show more
widget-panes = List or map
widget-weekday = Day of the week
map-title = Map
map-show = Map
map-picture = Map of the districts with the number of entries
map-failed = The map cannot be shown here.
map-in = Zoom in
map-out = Zoom out
map-keys = Arrow keys move the map, plus and minus change the scale, Enter opens the entry in the middle. The same entries are in the list.
map-wheel = Hold { $key } to zoom with the mouse wheel
map-fingers = Move the map with two fingers
map-legend = Key
map-legend-group = Several entries; the number says how many. Choosing it zooms in.
map-legend-selected = The chosen entry
map-legend-border = Borders of the districts
map-shade = The darker, the more entries
map-approximate = Approximately: somewhere in { $district }
map-here = My position
map-here-failed = Your position could not be determined. You may have to allow it in the browser.
map-here-outside = You are outside this map.
map-legend-approximate = Approximate: only the district is known
map-off = { $count ->
    [one] 1 entry is not on the map because its place is missing or not public. The list has them all.
   *[other] { $count } entries are not on the map because their place is missing or not public. The list has them all.
}

# Builder
builder-title = The directory on your site
builder-lead = Choose what to show and copy one line into your page. It is free, sets no cookies and loads nothing from anybody else.
builder-lead-map = Choose what to show and copy one line into your page. It is free and sets no cookies. Only the map loads its background from others: { $hosts }.
builder-what = What is shown
builder-how = What it looks like
builder-view = View
builder-view-both = List and map
builder-view-list = List only
builder-view-map = Map only
builder-lang = Language of the controls
builder-lang-page = As the page around it
builder-locked = Visitors cannot change this choice
builder-locked-text = Leave the search field out
builder-height = Height in pixels
builder-height-hint = Empty: about 740 pixels at most on computers, as high as needed on phones. Allowed are 200 to 3000.
builder-accent = Colour of links and buttons
builder-where = Who shows it
builder-partner = Site of
builder-partner-any = All partners
builder-partner-hint = A frame with the name of a partner is shown by that partner’s own sites only. The line without a frame works everywhere.
builder-update = Refresh the preview
builder-line = The line for your page
builder-line-hint = Paste it where the directory should stand. Most content systems call this “HTML” or “embed code”.
builder-frame = If your page allows no scripts
builder-frame-hint = This line shows the same in a frame (iframe). In WordPress the address alone is often enough:
builder-copy = Copy
builder-copied = Copied
builder-preview = Preview
builder-wrong = This is not possible:
