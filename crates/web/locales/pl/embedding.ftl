# Na innych stronach
nav-embed = Na Twojej stronie
all-languages = Wszystkie języki
new-tab = otwiera się w nowej karcie
widget-label = Katalog
widget-close = Zamknij
widget-daytime = Pora dnia
widget-filters = Więcej filtrów
widget-loading = Wczytywanie …
widget-missing = Kogoś brakuje? Zaproponuj wpis
widget-no-entry = Tego wpisu tu nie ma lub już go nie ma.
widget-more = Pokaż więcej
widget-panes = Lista lub mapa
widget-weekday = Dzień tygodnia
map-title = Mapa
map-show = Mapa
map-picture = Mapa dzielnic z liczbą wpisów
map-failed = Nie można tu pokazać mapy.
map-in = Przybliż
map-out = Oddal
map-keys = Strzałki przesuwają mapę, plus i minus zmieniają skalę, Enter otwiera wpis na środku. Te same wpisy są na liście.
map-wheel = Przytrzymaj { $key }, aby powiększać kółkiem myszy
map-fingers = Przesuwaj mapę dwoma palcami
map-legend = Legenda
map-legend-group = Kilka wpisów; liczba mówi, ile. Wybranie przybliża mapę.
map-legend-selected = Wybrany wpis
map-legend-border = Granice dzielnic
map-shade = Im ciemniej, tym więcej wpisów
map-approximate = W przybliżeniu: gdzieś w { $district }
map-here = Moje położenie
map-here-failed = Nie udało się ustalić położenia. Być może trzeba na to zezwolić w przeglądarce.
map-here-outside = Jesteś poza tą mapą.
map-legend-approximate = W przybliżeniu: znana jest tylko dzielnica
map-off = { $count ->
    [one] 1 wpisu nie ma na mapie, bo jego miejsce jest nieznane lub niepubliczne. Na liście są wszystkie.
    [few] { $count } wpisów nie ma na mapie, bo ich miejsce jest nieznane lub niepubliczne. Na liście są wszystkie.
    [many] { $count } wpisów nie ma na mapie, bo ich miejsce jest nieznane lub niepubliczne. Na liście są wszystkie.
   *[other] { $count } wpisu nie ma na mapie, bo ich miejsce jest nieznane lub niepubliczne. Na liście są wszystkie.
}

# Kreator
builder-title = Katalog na Twojej stronie
builder-lead = Wybierz, co ma być pokazane, i skopiuj jedną linijkę na swoją stronę. To nic nie kosztuje, nie używa plików cookie i nie wczytuje niczego od innych.
builder-lead-map = Wybierz, co ma być pokazane, i skopiuj jedną linijkę na swoją stronę. To nic nie kosztuje i nie używa plików cookie. Tylko mapa wczytuje tło od innych: { $hosts }.
builder-what = Co jest pokazane
builder-how = Jak to wygląda
builder-view = Widok
builder-view-both = Lista i mapa
builder-view-list = Tylko lista
builder-view-map = Tylko mapa
builder-lang = Język obsługi
builder-lang-page = Jak strona wokół
builder-locked = Odwiedzający nie mogą zmienić tego wyboru
builder-locked-text = Bez pola wyszukiwania
builder-height = Wysokość w pikselach
builder-height-hint = Puste: na komputerze najwyżej około 740 pikseli, na telefonie tyle, ile trzeba. Dozwolone od 200 do 3000.
builder-accent = Kolor linków i przycisków
builder-where = Kto to pokazuje
builder-partner = Strona partnera
builder-partner-any = Wszyscy partnerzy
builder-partner-hint = Ramkę z nazwą partnera pokazują tylko jego własne strony. Linijka bez ramki działa wszędzie.
builder-update = Odśwież podgląd
builder-line = Linijka dla Twojej strony
builder-line-hint = Wklej ją tam, gdzie ma być katalog. W większości systemów nazywa się to „HTML” albo „wstaw kod”.
builder-frame = Jeśli Twoja strona nie pozwala na skrypty
builder-frame-hint = Ta linijka pokazuje to samo w ramce (iframe). W WordPressie często wystarczy sam adres:
builder-copy = Kopiuj
builder-copied = Skopiowano
builder-preview = Podgląd
builder-wrong = Tak się nie da:
