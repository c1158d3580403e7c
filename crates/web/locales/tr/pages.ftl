# Her sayfanın çevresi
skip-to-content = İçeriğe geç
preview-title = Önizleme:
preview-text = Kamu, bu kaydı böyle görürdü. Gizli olanlar burada yer almaz. Bu sayfayı yalnızca yayın ekibi açabilir.
nav-label = Ana menü
nav-search = Arama
nav-coverage = Ne eksik?
nav-cooperation = İş birlikleri
nav-suggest = Değişiklik öner
nav-imprint = Künye
nav-privacy = Gizlilik
footer-label = Diğer sayfalar
funders-label = Destekleyenler
language-label = Dil seçin
read-in-this-language = Bu sayfayı Türkçe okuyun
data-licence = Veri lisansı: { $licence }
data-as-of = Güncelleme: { $date }
crumbs-label = Üst düzey

# Sayılar, günler, saatler
metres = { $number } m
kilometres = { $number } km
date = { $day } { $month } { $year }
date-with-weekday = { $date } { $weekday }
date-with-time = { $date }, saat { $time }
month-1 = Ocak
month-2 = Şubat
month-3 = Mart
month-4 = Nisan
month-5 = Mayıs
month-6 = Haziran
month-7 = Temmuz
month-8 = Ağustos
month-9 = Eylül
month-10 = Ekim
month-11 = Kasım
month-12 = Aralık
month-alone-1 = Ocak
month-alone-2 = Şubat
month-alone-3 = Mart
month-alone-4 = Nisan
month-alone-5 = Mayıs
month-alone-6 = Haziran
month-alone-7 = Temmuz
month-alone-8 = Ağustos
month-alone-9 = Eylül
month-alone-10 = Ekim
month-alone-11 = Kasım
month-alone-12 = Aralık
month-with-year = { $month } { $year }
weekday-short-1 = Pzt
weekday-short-2 = Sal
weekday-short-3 = Çar
weekday-short-4 = Per
weekday-short-5 = Cum
weekday-short-6 = Cmt
weekday-short-7 = Paz
time-range = saat { $time }
date-range = { $from } – { $until }
entries = { $count ->
    [one] 1 kayıt
   *[other] { $count } kayıt
}
results = { $count ->
    [0] Sonuç bulunamadı
    [one] 1 kayıt
   *[other] { $count } kayıt
}
results-others = Kuruluş bulunamadı, ama:
partners = { $count ->
    [one] 1 bağlantı
   *[other] { $count } bağlantı
}
more = { $count } tane daha

# Sözcükler
theme = Konu
themes = Konular
languages = Konuşulan diller
target-groups = Hedef gruplar
only-in-german = yalnızca Almanca
in-plain-language = Kolay dilde
only-in = yalnızca şu dilde: { $language }
hours-today = Bugün:
hours-otherwise = diğer zamanlarda:
closed = kapalı
closed-now = Şu an kapalı
closed-today = Bugün kapalı
hours-from-time = { $time } itibarıyla
hours-from-date = { $date } tarihinden itibaren
ask-first = Önce sorun
opens-at = { $time } saatinde açılıyor
opens-on = { $day } { $time } saatinde açılıyor
hours-nth = ayın { $n }. { $weekday } günü
hours-last = ayın son { $weekday } günü
hours-nth-last = ayın sondan { $n }. { $weekday } günü
hours-nth-several = ayın { $ordinals } { $weekday } günleri
hours-ordinal = { $n }.
hours-ordinal-last = son
hours-and = { $first } ve { $second }
hours-always = günün 24 saati
hours-daily = her gün
hours-as-written = Yazıldığı gibi:
hours-sun = { $event ->
    [dawn] şafak
    [dusk] alacakaranlık
    [sunrise] gün doğumu
   *[sunset] gün batımı
}
hours-sun-before = { $event ->
    [dawn] şafaktan
    [dusk] alacakaranlıktan
    [sunrise] gün doğumundan
   *[sunset] gün batımından
} { $n } dk. önce
hours-sun-after = { $event ->
    [dawn] şafaktan
    [dusk] alacakaranlıktan
    [sunrise] gün doğumundan
   *[sunset] gün batımından
} { $n } dk. sonra
hours-public-holidays = Resmî tatillerde
hours-school-holidays = Okul tatillerinde
hours-every-weeks = { $n } haftada bir
hours-next-inline = bir sonraki:
hours-single-days = Tek tek günler, sıradaki:
hours-next = Bir sonraki:
opening-hours = Açılış saatleri
active-in = Çalışma bölgesi
based-in = Merkezi
call = Ara
write = Yaz
website = Web sitesi
where = Yer
contact = İletişim
show = Göster
print = Yazdır

# Arama
search-label = Ne arıyorsunuz?
search-placeholder = ör. Almanca kursu, veli kafesi, spor
search-placeholder-events = ör. şenlik, konser, spor
search-button = Ara
suggestions = Öneriler
suggestions-count = { $count ->
    [0] Öneri yok
    [one] 1 öneri
   *[other] { $count } öneri
}
suggestions-question = Sorular
suggestions-theme = Konular
suggestions-district = Yerler
suggestions-language = Konuşulan diller
suggestions-offer = Hizmetler
suggestions-event = Etkinlikler
suggestions-actor = Kuruluşlar
search-title = Arama
search-title-for = “{ $text }” için arama
start-title = Kim, hangi semtte, hangi dilde, hangi konuda yardımcı oluyor?
browse-themes = Konuya göre
browse-districts = Semte göre
order-label = Sıralama
order-relevance = En uygun
order-name = Ad
order-distance = Uzaklık
order-updated = Son değişiklik
order-verified = Son doğrulama
pager-label = Sonuç sayfaları
page-first = İlk sayfaya
page-previous = Geri
page-next = Daha fazla sonuç
chips-label = Seçilen filtreler
chip-remove = Filtreyi kaldır:
chip-not = hariç:
chips-clear = Tümünü kaldır
match-name = Diğer adı
match-address = Adres
match-offer = Sunulan
match-event = Etkinlik
question-aside = Şu kelimeler olmadan arandı:
question-offers = Bunu da mı demek istediniz?
question-exact = Yalnızca tam bu kelimeleri ara
question-read = Kelimeleri aramak yerine soruyu anla
near-within = { $distance } çevresinde
partner-of = { $name } ile iş birliği yapanlar
filters = Filtreler
filters-apply = Sonuçları göster
filter-text = Arama metni
filter-type = Tür
filter-themes = Konu
filter-districts = Semt
filter-kinds = Alt tür
filter-languages = Konuşulan dil
filter-groups = Hedef grup
filter-fields = Eylem alanı
filter-open = Açılış saati
filter-near = Yakında
filter-features = Ücret, erişim ve yaş
filter-appointment = Randevu
filter-wheelchair = Tekerlekli sandalye
filter-week = Gün ve saat
filter-age = Yaş
age-years = { $count } yaş
filter-not = Hariç tutulanlar
filter-partner = İş birliği ortağı
filter-polygon = Alan
polygon-within = Seçilen alanda
filter-cooperation = İş birliği
filter-member-of = Üyelik
filter-network = Ağ
network-none = Hiçbir ağda değil
network-any = Bir ağda
member-of = { $name } üyesi
cooperation-cooperates_with = İş birliği
cooperation-runs_project_with = Ortak proje
cooperation-member_of = Üyelik
cooperation-umbrella_of = Çatı kuruluş
cooperation-supports = Destek
cooperation-funds = Finansman
cooperation-provides_room_to = Mekân
cooperation-hosts_offer_of = Hizmete ev sahipliği
cooperation-refers_to = Yönlendirme
cooperation-trains = Eğitim
cooperation-interprets_for = Dil aracılığı
cooperation-represented_in = Temsil
all-themes-only = Yalnızca seçilen tüm konuları sunanlar
all-themes-chip = tüm konular birlikte
type-any = Tümü
relation-label = Semtle ilişkisi
relation-either = Merkezi veya çalışması orada
relation-based = Merkezi orada
relation-active = Orada çalışıyor
open-now-only = Yalnızca şu an açık olanlar
near-failed = Konumunuz alınamadı. Bunun yerine bir semt seçin.
radius = Çevre
empty-loosen = Bütün filtrelere birden uyan bir şey yok. Şunlar işe yarar:
empty-nothing-helps = Bununla ilgili bir şey yok. Başka bir sözcük veya daha az filtre deneyin.
help-numbers = Hemen yardım:
empty-nearby = Bu soruya yakın olanlar:
empty-missing = Burada bir şey mi eksik? Bize bildirin
empty-missing-comment = Bulunamadı: { $text }
loosen = “{ $filter }” olmadan
show-all = Bütün kayıtları göster
show-all-count = { $count } kaydın tümünü göster
files-label = Sonuçları yanınıza alın
files-table = Tablo olarak (CSV)
files-calendar = Etkinlikleri takvim olarak (.ics)
actions-label = Yanına al ve paylaş
share = Paylaş
share-copied = Bağlantı kopyalandı
contact-card = Kişiyi kaydet
sheet = Verilecek sayfa
sheet-back = Sayfaya dön
sheet-language = Hangi dilde?
sheet-code = Bu sayfanın adresini içeren QR kodu
sheet-scan = Telefonla açın
shortlist = Listem
shortlist-add = Listeye ekle
shortlist-show = Listemi göster
shortlist-more = Başkalarını ara
shortlist-remove = Listeden çıkar
shortlist-note = Liste yalnızca bu sayfanın adresinde durur. Saklamak için yer imi ekleyin, paylaşın veya yazdırın.
shortlist-empty = Henüz bir şey eklenmedi. Sonuçlarda “Listeye ekle” kutusunu işaretleyin.
shortlist-missing = { $count ->
    [one] 1 kayıt artık yayında değil.
   *[other] { $count } kayıt artık yayında değil.
}
quick-exit = Sayfadan hemen çık
mistake-title = Bu adres bu haliyle yanıtlanamıyor
mistake-theme = “{ $given }” diye bir konu yok.
mistake-district = “{ $given }” diye bir semt yok.
mistake-partner = “{ $given }” diye bir kayıt yok.
mistake-parameter = “{ $given }” diye bir filtre yok.
mistake-word = “{ $name }” filtresi “{ $given }” değerini tanımıyor.
mistake-allowed = Şunlar olabilir:
mistake-day = “{ $given }”, { $first } ile { $last } yılları arasında bir gün değil. Şöyle yazın: 2026-05-31.
mistake-number = “{ $name }”, { $least } ile { $most } arasında bir sayı olmalı, “{ $given }” değil.
mistake-polygon = Bu alan çizilemiyor. 3 ile 200 arasında köşe olabilir; her köşe derece cinsinden boylam ve enlemdir, çizgiler birbirini kesemez.
mistake-place = Bir yer için boylam (lon) ve enlem (lat) gerekir.
mistake-too-much = Bu bir seferde çok fazla: en çok { $count } olabilir.
mistake-cursor = Bu sonuç sayfası artık yok.
mistake-meant = Şunu mu demek istediniz:

# Profil
profile-facts = Bir bakışta
about = Hakkımızda
social-links = Sosyal ağlar
contact-persons = İlgili kişiler
good-to-know = Bilmekte yarar var
openness = Kültürlerarası açılım
openness-on = { $date } itibarıyla
counter-languages = Gişede konuşulan diller
interpreters = Tercüman var
association-contact = Dernekler için başvuru yeri
staff-training = Son kültürlerarası eğitim
declaration = Öz beyan
register-number = Sicil numarası
accessibility = Erişilebilirlik olanakları
admission = Katılım
ages = Yaş
ages-between = { $least }–{ $most }
ages-from = { $least } ve üzeri
ages-to = en fazla { $most }
exclusions = Şunlar için değil
documents = Lütfen getirin
registration-methods = Kayıt yolları
my-minimum-age = En küçük yaş
my-maximum-age = En büyük yaş
my-problem-age = Yaş 0 ile 120 arasında olmalı, en büyük yaş en küçüğün altında olamaz.
not-free-of-charge = Ücretli
legal-form = Hukuki yapı
verified-on = Doğrulama: { $date } · { $role }
not-verified = Henüz doğrulanmadı
updated-on = Son değişiklik: { $date }
suggest-for-entry = Hata mı buldunuz? Değişiklik önerin
cooperations = İş birlikleri
cooperations-all = Bütün iş birliği ortaklarını göster
members-all = Tüm üyeleri aramada göster
since = { $date } tarihinden beri
confirmed-on = onay: { $date }
suggested-partners = Olası ortaklar
suggested-partners-note = Birçok ortak nokta olduğu için dizin tarafından önerilmiştir. Henüz bir bağlantı yok.
suggested-because = Ortak:
shared-partner = ikisi de { $name } ile iş birliği yapıyor
link-from-member_of = üyesi:
link-from-umbrella_of = bağlı olduğu çatı kuruluş:
link-from-supports = destekleyen:
link-from-funds = finanse eden:
link-from-provides_room_to = mekân sağlayan:
link-from-hosts_offer_of = hizmetine ev sahipliği yapan:
link-from-refers_to = kendisine yönlendiren:
link-from-trains = eğitim veren:
link-from-interprets_for = dil aracılığı sağlayan:
link-from-represented_in = temsilcisi:
offers = Hizmetler
cost = Ücret
registration-link = İnternetten kayıt
valid-from = Başlangıç
valid-until = Bitiş
availability = Boş yerler
availability-places = { $count } boş yer
availability-until = { $date } tarihine kadar geçerli
schedule = Saatler
events = Etkinlikler
projects = Projeler
project-since = Başlangıç
project-until = Bitiş
funding = Finansman
participants = Birlikte

# Hizmetler, etkinlikler, projeler
listing-label = Gösterilenler
listing-actors = Kuruluşlar
listing-offers = Hizmetler
listing-events = Etkinlikler
offers-lead = Kurslar, danışmanlık, buluşma yerleri, odalar ve gönüllülük: ne var, ne zaman ve hangi dilde.
events-lead = Yakında neler oluyor: ne zaman, nerede, hangi dilde; kendi takviminize ekleyebilirsiniz.
offers-count = { $count ->
    [0] Hizmet bulunamadı
    [one] 1 hizmet
   *[other] { $count } hizmet
}
events-count = { $count ->
    [0] Etkinlik bulunamadı
    [one] 1 etkinlik
   *[other] { $count } etkinlik
}
dates-count = { $count ->
    [0] Bu süre için kayıtlı bir şey yok.
    [one] 1 tarih
   *[other] { $count } tarih
}
events-from = { $date } tarihinden itibaren
event-until = { $date } tarihine kadar
offer = Hizmet
event = Etkinlik
project = Proje
hosts = Düzenleyen
offer-giver = Hizmeti sunan
project-participants = Katılanlar
all-day = bütün gün
event-ongoing = sürüyor
event-running = Şu anda sürüyor
event-cancelled = İptal edildi
event-cancelled-note = Bu etkinlik iptal edildi.
event-all-cancelled = Bu etkinliğin tüm tarihleri iptal edildi.
event-rest-cancelled = Bu etkinliğin kalan tüm tarihleri iptal edildi.
event-over = Bu etkinlik sona erdi.
offer-over = Bu hizmet artık sunulmuyor.
event-dates = Sonraki tarihler
event-excluded = Yapılmayacağı günler:
calendar-add = Takvimime ekle
calendar-note = Takvime abone olursanız yeni ve değişen tarihler kendiliğinden takviminize gelir.
calendar-subscribe = Takvime abone ol
calendar-file = Dosya olarak indir (.ics)
calendar-of-host = Bu kuruluşun bütün tarihleri
calendar-view = Görünüm
calendar-list = Liste
calendar-week = Hafta
calendar-month = Ay
calendar-steps = Diğer günler
week-before = Önceki hafta
week-next = Sonraki hafta
month-before = Önceki ay
month-next = Sonraki ay
filter-actor = Yalnız bu kuruluş

# Konu ve semt
theme-description = { $theme } konusunda çalışan kuruluşlar, kurumlar ve ağlar
theme-children = Daha ayrıntılı
theme-by-district = Semte göre
district-description = { $district } bölgesindeki kuruluşlar, kurumlar ve ağlar
district-children = Mahalleler
district-by-theme = Konuya göre
entries-title = Kayıtlar
refine = Aramada daralt
nobody-here = Bununla ilgili henüz kimse kayıtlı değil.

# Kapsam
coverage-lead = Hangi semtte hangi konuda kaç kişi çalışıyor ve nerede eksik var?
coverage-note = Merkezi orada olan veya orada çalışanlar sayılır. Bir konu alt konularını da içerir.
coverage-caption = Konuya ve semte göre kayıtlar
coverage-whole = Tablonun tamamı
coverage-gaps = Burada eksik var
coverage-no-gaps = Burada boşluk yok.
coverage-everywhere = her yerde

# İş birlikleri
cooperation-lead = Kim kiminle çalışıyor? İki tarafın da onayladığı etkin bağlantılar gösterilir.
cooperation-none = Burada henüz onaylanmış bir iş birliği yok.
cooperation-communities = Birlikte yakın çalışan gruplar
cooperation-communities-note = Aralarında çok bağlantısı olanlar bir arada durur. Her grup, en çok bağlantısı olan üyenin adını taşır.
cooperation-linked = Bağlantılı olduğu gruplar:
cooperation-alone = Henüz onaylanmış iş birliği olmayanlar
cooperation-of = Ağ: { $name }
cooperation-profile = Profile git
cooperation-whole = Tüm ağa git
cooperation-picture-communities = Grupların resmi: daire büyüdükçe üye sayısı, çizgi kalınlaştıkça bağlantı sayısı artar. Aynısı listede yazar.
cooperation-picture-actor = Ağın resmi: oklar bağlantının kimden çıktığını gösterir. Aynısı listede yazar.
cooperation-see = Ağı göster
all-themes = Bütün konular
all-districts = Bütün semtler

# Değişiklik önerme
suggest-lead = Bir şey yanlış mı, biri eksik mi? Bize yazın. Her öneri incelenir. Hesap gerekmez.
suggest-about = Kayıt:
suggest-new = Henüz kayıtlı olmayan bir kuruluş. Kayıtlı olanlar için profilindeki bağlantıyı kullanın.
suggest-name = Ad
suggest-kind = Kuruluşun türü
suggest-phone = Telefon
suggest-email = E-posta
suggest-website = Web sitesi
suggest-comment = Neyi bilmeliyiz?
suggest-comment-hint = Örneğin: yeni açılış saatleri, taşındı, artık yok. Lütfen başkaları hakkında özel bilgi yazmayın.
suggest-contact = Sorumuz olursa size nasıl ulaşalım? (isteğe bağlı)
suggest-contact-hint = Hiçbir zaman yayımlanmaz ve öneri sonuçlanınca silinir.
suggest-lengths = Her satırda { $line }, “Neyi bilmeliyiz?” alanında { $text } karakterlik yer var.
suggest-not-taken = Henüz alınmadı
suggest-limit-client = Son bir saatte internet bağlantınızdan, hesapsız kabul ettiğimiz kadar öneri geldi. Lütfen bunu daha sonra yeniden gönderin.
suggest-limit-entry = Bu kayıtla ilgili incelenmeyi bekleyen çok sayıda öneri var. Lütfen bunu daha sonra yeniden gönderin.
suggest-limit-queue = İncelenmeyi bekleyen çok fazla öneri var. Lütfen bunu daha sonra yeniden gönderin.
suggest-limit-storage = Şu anda yeni öneriler için yer yok. Lütfen bunu daha sonra yeniden gönderin.
suggest-limit-busy = Şu anda hiçbir şey kaydedilemiyor. Yazdıklarınız hâlâ burada: lütfen bir dakika sonra yeniden gönderin.
suggest-send = Öneriyi gönder
suggest-wrong = Lütfen bilgilerinizi kontrol edin
suggest-thanks = Öneriniz için teşekkürler
suggest-thanks-text = Önerinizi inceleyeceğiz. O zamana kadar kayıt olduğu gibi kalır.
back-to-search = Aramaya dön
please-choose = Lütfen seçin
problem-required = eksik
problem-nothing = Lütfen bir şey değiştirin veya konuyu yazın.
problem-latin-name = Lütfen adı Latin harfleriyle de yazın.
problem-too-long = çok uzun: en çok { $count } karakter
problem-phone = bir telefon numarası değil. Örnek: 02323 123456
problem-email = bir e-posta adresi değil. Örnek: name@example.org
problem-website = bir web adresi değil. Örnek: https://example.org
problem-version = Kayıt bu arada değişti. Lütfen bilgilerinizi kontrol edip yeniden gönderin.
problem-other = bu haliyle kabul edilemiyor

# Sayfa yoksa
not-found-title = Böyle bir sayfa yok
not-found-text = Adres değişmiş olabilir. Adı veya konuyu arayın.
gone-title = Bu kayıt artık yayımlanmıyor
gone-text = Arşivlendi, örneğin kuruluş artık var olmadığı için. Belki başka biri size yardımcı olabilir.
forbidden-title = Buradan yapılamıyor
forbidden-text = Form bu siteden gönderilmedi. Burada açın ve yeniden gönderin.
bad-request-title = Bu istek okunamıyor
bad-request-text = Lütfen geri dönüp yeniden deneyin.
too-large-title = Metin çok uzun
too-large-text = Lütfen geri dönüp kısaltın.
busy-title = Şu anda çok yoğunuz
busy-text = Hiçbir şey kaydedilmedi. Lütfen bir dakika sonra yeniden deneyin.
fault-title = Bizde bir sorun oluştu
fault-text = Lütfen birkaç dakika sonra yeniden deneyin.

# Künye ve gizlilik
imprint-missing = Bu dizini işleten henüz bir şey yazmamış.
imprint-licences = Bu sayfaların yapıldığı programların lisansları
privacy-missing = Bu dizini işleten henüz bir şey yazmamış. Programın kendisinin ne yaptığı aşağıda.
privacy-program-title = Program verilerle ne yapar
privacy-cookies = Herkese açık sayfalar çerez kullanmaz ve cihazınızda bir şey saklamaz.
privacy-others = Sayfalar başka sağlayıcılardan bir şey yüklemez. Burada olduğunuzu başkası öğrenmez.
privacy-map = Harita arka planını { $hosts } adresinden yükler. Haritayı açanların internet adresi ve gösterilen bölge bu sağlayıcılara iletilir. Sayfalar bunun dışında başkalarından hiçbir şey yüklemez.
privacy-logs = Günlük kayıtları ne aramanızı ne de adresinizi içerir.
privacy-demand = Aranıp bulunamayanları konu, semt ve dile göre, ay ay sayıyoruz. Sözcükleriniz ve adresiniz saklanmaz; beşten küçük sayıları kimse görmez.
privacy-place = Konumunuz yalnızca yakınınızda aramayı seçerseniz kullanılır. O tek aramanın adresinde yer alır ve saklanmaz.
privacy-suggestions = Bir öneri için sizinle ilgili bilgi gerekmez. Verdiğiniz iletişim bilgisi öneri sonuçlanınca silinir. Sonuç size e-postayla bildirilecekse adresiniz, bu e-posta gönderilene kadar, en çok iki hafta kalır.
privacy-persons = İlgili kişiler yalnızca kendi onaylarıyla, alan alan görünür. Onayı geri almak hemen geçerli olur.
