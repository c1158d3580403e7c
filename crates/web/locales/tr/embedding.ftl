# Başka sitelerde
nav-embed = Kendi sitenize ekleyin
all-languages = Tüm diller
new-tab = yeni sekmede açılır
widget-label = Rehber
widget-close = Kapat
widget-daytime = Günün saati
widget-filters = Diğer filtreler
widget-loading = Yükleniyor …
widget-missing = Eksik olan mı var? Kayıt önerin
widget-no-entry = Bu kayıt burada yok ya da artık yok.
widget-more = Daha fazla göster
widget-panes = Liste veya harita
widget-weekday = Haftanın günü
map-title = Harita
map-show = Harita
map-picture = Kayıt sayılarıyla semtlerin haritası
map-failed = Harita burada gösterilemiyor.
map-in = Yakınlaştır
map-out = Uzaklaştır
map-keys = Ok tuşları haritayı kaydırır, artı ve eksi ölçeği değiştirir, Enter ortadaki kaydı açar. Aynı kayıtlar listede de vardır.
map-wheel = Fare tekerleğiyle yakınlaştırmak için { $key } tuşunu basılı tutun
map-fingers = Haritayı iki parmakla kaydırın
map-legend = İşaretler
map-legend-group = Birden çok kayıt; sayı kaç tane olduğunu gösterir. Seçince harita yaklaşır.
map-legend-selected = Seçilen kayıt
map-legend-border = Semtlerin sınırları
map-shade = Ne kadar koyuysa o kadar çok kayıt
map-approximate = Yaklaşık: { $district } içinde bir yer
map-here = Konumum
map-here-failed = Konumunuz belirlenemedi. Tarayıcıda izin vermeniz gerekebilir.
map-here-outside = Bu haritanın dışındasınız.
map-legend-approximate = Yaklaşık: yalnızca semt biliniyor
map-off = { $count ->
    [one] 1 kayıt haritada yok, çünkü yeri bilinmiyor veya herkese açık değil. Listede hepsi var.
   *[other] { $count } kayıt haritada yok, çünkü yerleri bilinmiyor veya herkese açık değil. Listede hepsi var.
}

# Hazırlama sayfası
builder-title = Rehber sitenizde
builder-lead = Neyin gösterileceğini seçin ve bir satırı sayfanıza kopyalayın. Ücretsizdir, çerez kullanmaz ve başka sağlayıcılardan hiçbir şey yüklemez.
builder-lead-map = Neyin gösterileceğini seçin ve bir satırı sayfanıza kopyalayın. Ücretsizdir ve çerez kullanmaz. Yalnızca harita arka planını başkalarından yükler: { $hosts }.
builder-what = Ne gösterilsin
builder-how = Nasıl görünsün
builder-view = Görünüm
builder-view-both = Liste ve harita
builder-view-list = Yalnızca liste
builder-view-map = Yalnızca harita
builder-lang = Arayüz dili
builder-lang-page = Çevresindeki sayfa gibi
builder-locked = Ziyaretçiler bu seçimi değiştiremesin
builder-locked-text = Arama alanını gösterme
builder-height = Piksel olarak yükseklik
builder-height-hint = Boş: bilgisayarda en fazla yaklaşık 740 piksel, telefonda gerektiği kadar. 200 ile 3000 arası kabul edilir.
builder-accent = Bağlantı ve düğmelerin rengi
builder-where = Kim gösterecek
builder-partner = Şunun sitesi
builder-partner-any = Tüm ortaklar
builder-partner-hint = Bir ortağın adını taşıyan çerçeveyi yalnızca o ortağın kendi siteleri gösterebilir. Çerçevesiz satır her yerde çalışır.
builder-update = Önizlemeyi yenile
builder-line = Sayfanız için satır
builder-line-hint = Rehberin duracağı yere yapıştırın. Çoğu içerik sisteminde buna “HTML” ya da “kod ekle” denir.
builder-frame = Sayfanız betiklere izin vermiyorsa
builder-frame-hint = Bu satır aynısını bir çerçevede (iframe) gösterir. WordPress’te çoğu zaman yalnızca adres yeterlidir:
builder-copy = Kopyala
builder-copied = Kopyalandı
builder-preview = Önizleme
builder-wrong = Bu şekilde olmuyor:
