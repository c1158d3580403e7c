# Pe alte site-uri
nav-embed = Pe site-ul dumneavoastră
all-languages = Toate limbile
new-tab = se deschide într-o filă nouă
widget-label = Director
widget-close = Închide
widget-daytime = Momentul zilei
widget-filters = Alte filtre
widget-loading = Se încarcă …
widget-missing = Lipsește cineva? Propuneți o înregistrare
widget-no-entry = Această înregistrare nu există aici sau nu mai există.
widget-more = Arată mai multe
widget-panes = Listă sau hartă
widget-weekday = Ziua săptămânii
map-title = Hartă
map-show = Hartă
map-picture = Harta cartierelor cu numărul de înregistrări
map-failed = Harta nu poate fi afișată aici.
map-in = Mărește
map-out = Micșorează
map-keys = Tastele săgeți mută harta, plus și minus schimbă scara, Enter deschide înregistrarea din mijloc. Aceleași înregistrări sunt în listă.
map-wheel = Țineți apăsat { $key } pentru a mări cu rotița mouse-ului
map-fingers = Mutați harta cu două degete
map-legend = Legendă
map-legend-group = Mai multe înregistrări; numărul arată câte. La alegere, harta se apropie.
map-legend-selected = Înregistrarea aleasă
map-legend-border = Limitele cartierelor
map-shade = Cu cât e mai închis, cu atât mai multe înregistrări
map-approximate = Aproximativ: undeva în { $district }
map-here = Poziția mea
map-here-failed = Poziția dumneavoastră nu a putut fi stabilită. Poate trebuie să permiteți acest lucru în browser.
map-here-outside = Sunteți în afara acestei hărți.
map-legend-approximate = Aproximativ: se știe doar cartierul
map-off = { $count ->
    [one] O înregistrare nu apare pe hartă, pentru că locul ei lipsește sau nu este public. În listă apar toate.
    [few] { $count } înregistrări nu apar pe hartă, pentru că locul lor lipsește sau nu este public. În listă apar toate.
   *[other] { $count } de înregistrări nu apar pe hartă, pentru că locul lor lipsește sau nu este public. În listă apar toate.
}

# Constructor
builder-title = Directorul pe site-ul dumneavoastră
builder-lead = Alegeți ce se arată și copiați un rând în pagina dumneavoastră. Este gratuit, nu folosește cookie-uri și nu încarcă nimic de la alții.
builder-lead-map = Alegeți ce se arată și copiați un rând în pagina dumneavoastră. Este gratuit și nu folosește cookie-uri. Doar harta își încarcă fundalul de la alții: { $hosts }.
builder-what = Ce se arată
builder-how = Cum arată
builder-view = Vizualizare
builder-view-both = Listă și hartă
builder-view-list = Numai lista
builder-view-map = Numai harta
builder-lang = Limba interfeței
builder-lang-page = Ca pagina din jur
builder-locked = Vizitatorii nu pot schimba această alegere
builder-locked-text = Fără câmpul de căutare
builder-height = Înălțimea în pixeli
builder-height-hint = Gol: pe calculator cel mult circa 740 de pixeli, pe telefon cât este nevoie. Sunt permise valori între 200 și 3000.
builder-accent = Culoarea linkurilor și a butoanelor
builder-where = Cine îl afișează
builder-partner = Site-ul partenerului
builder-partner-any = Toți partenerii
builder-partner-hint = Un cadru cu numele unui partener apare doar pe site-urile acestuia. Rândul fără cadru funcționează oriunde.
builder-update = Actualizează previzualizarea
builder-line = Rândul pentru pagina dumneavoastră
builder-line-hint = Lipiți-l acolo unde trebuie să stea directorul. În cele mai multe sisteme se numește „HTML” sau „inserare cod”.
builder-frame = Dacă pagina dumneavoastră nu permite scripturi
builder-frame-hint = Acest rând arată același lucru într-un cadru (iframe). În WordPress ajunge adesea doar adresa:
builder-copy = Copiază
builder-copied = Copiat
builder-preview = Previzualizare
builder-wrong = Așa nu se poate:
