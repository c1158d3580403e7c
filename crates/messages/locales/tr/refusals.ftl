# Why a command, a change or a table is refused.

# Why a command did nothing.
refusal-sign-in-first = Lütfen önce oturum açın: { $needed } rolü gerekli.
refusal-role-too-low = { $needed } rolü gerekli; oturum { $had } olarak açık.
refusal-second-factor-first = Lütfen önce ikinci faktörü kurun veya girin.
refusal-read-only-token = Bu erişim anahtarı yalnızca okuyabilir.
refusal-wrong-secret = Girilen bilgi doğru değil.
refusal-not-yours = Üyeler yalnızca kendi derneklerinin kayıtlarını değiştirir.
refusal-not-found = Böyle bir kayıt yok (artık).
refusal-conflict = Kayıt bu arada değişti: düzenleme { $expected } sürümünden başladı, kayıtlı olan { $found }.
refusal-conflict-by = Kayıt bu arada { $authors } tarafından değiştirildi: düzenleme { $expected } sürümünden başladı, kayıtlı olan { $found }.
refusal-author = { $name } ({ $role })
refusal-evidence-missing = Diğer tarafı da siz onayladınız: lütfen kanıtı belirtin, örneğin bir yazı veya tutanak, ya da o tarafın kendisinin onaylamasını sağlayın.
refusal-database-busy = Hiçbir şey yazılmadı: başka bir program şu anda veritabanına yazıyor veya onu kilitliyor. Lütfen birazdan yeniden deneyin.
refusal-erased = Bu kişi silindi: lütfen yeni bir iletişim kişisi oluşturun.
refusal-review-needed = Bu değişikliğe önce yayın ekibi bakar: lütfen öneri olarak gönderin.
refusal-account-exists = Bu e-posta adresiyle zaten bir hesap var.
refusal-clock = Hiçbir şey yazılmadı: sunucunun saati yanlış. Lütfen onu yönetenlere bildirin.

# Accounts and passwords.
password-too-short = Parola çok kısa: en az { $least } karakter gerekli.
password-too-long = Parola çok uzun: en fazla { $most } karakter olabilir.
password-common = Bu parola çok kişi tarafından kullanılıyor; rastgele birkaç sözcük daha iyidir.
password-like-email = Parola e-posta adresinden veya addan oluşuyor.
password-guessable = Parola çok kolay tahmin edilir, örneğin bilinen bir sözcük, bir ad veya birkaç karakter eklenmiş bir tarih; rastgele birkaç sözcük daha iyidir.
account-own = Kendi hesabınız böyle değiştirilemez: lütfen yönetim rolündeki başka birinden isteyin.
account-no-mail-server = E-posta gönderilmiyor: ayar dosyasında [mail] ve [http] origin eksik.
account-no-second-factor = İkinci faktör yok.
account-no-second-factor-offered = Onaylanacak ikinci faktör yok.
account-second-factor-required = Yönetim burada ikinci bir faktöre ihtiyaç duyar.
account-second-factor-exists = Zaten bir ikinci faktör var; önce kaldırılmalı.
account-disabled = Hesap kapatılmış.
account-no-role = Halkın hesaba ihtiyacı yok: partner, member, editor, admin olabilir.
account-only-for-members = Yalnızca üyeler (member) kuruluşlar adına konuşur ve güvenilir sayılabilir.
account-too-many-invitations = 24 saat içinde en fazla { $allowed } davet gönderilebilir, aynı adrese { $same }. Lütfen daha sonra yeniden deneyin veya kuruma sorun.
problem-token-days = { $given }: 1 ile { $most } arası olabilir
problem-person-name = web veya e-posta adresi olmadan, tek satırda bir kişinin adı olabilir

# Proposals of the public.
proposals-client = Oturum açmadan bir bağlantıdan saatte en fazla { $allowed } öneri alıyoruz; bir sonrakini { $minutes } dakika sonra.
proposals-entry = Bu kayıt için zaten { $allowed } öneri yayın ekibini bekliyor, daha fazlasını almıyoruz; lütfen daha sonra yeniden deneyin.
proposals-queue = Zaten { $allowed } öneri yayın ekibini bekliyor, daha fazlasını almıyoruz; lütfen daha sonra yeniden deneyin.
proposals-storage = Şu anda yeni önerilere yer yok; lütfen daha sonra yeniden deneyin.
proposals-closed = Bu öneri hakkında zaten karar verildi.
proposals-archive-answer = Hatırlatma e-postasına yanıt: Bu kayıt arşivlenmeli.

# States in which something cannot be done.
state-already-archived = Kayıt zaten arşivlenmiş.
state-theme-retired = Konu zaten kaldırılmış.
state-district-retired = Bölge zaten kaldırılmış.
state-not-retired = Bu kaldırılmış değil.
state-not-restorable = İletişim kişilerinin önceki sürümleri geri getirilmez.
state-nothing-to-restore = Bu sürüm bugünkünden farklı bir şey söylemiyor; kaydın yeri geri getirilmez.
state-nothing-to-purge = Hiçbir önceki sürüm bu alanda bugünkünden farklı bir şey söylemiyor.
state-still-said = Bugünkü sürümün "{ $field }" alanı bunu hâlâ söylüyor. Lütfen önce orada değiştirin.
state-already-published = Kayıt zaten yayımlanmış.
state-archived = Kayıt arşivlenmiş: lütfen önce geri yükleyin.
state-no-step = Bu kaydın son değişikliği böyle geri alınabilecek türden değildi. Önceki sürümler geçmişte.
state-merge-archived = Arşivlenmiş kayıtlar birleştirilmez.
state-not-archived = Kayıt arşivlenmiş değil.
state-merged = Kayıt bir başkasıyla birleştirildi. Bu, yinelenenler listesinde geri alınabilir.
state-merge-undone = Bu birleştirme zaten geri alınmış.
state-merged-since = Kaydın kendisi bu arada birleştirildi: lütfen önce onu geri alın.
state-synonyms-changed = Sözcükler bu arada başka biri tarafından değiştirildi.
state-site-texts-changed = Metinler bu arada başka biri tarafından değiştirildi.
state-measure-changed = Faaliyet bu arada değiştirildi: lütfen yeniden yükleyip bir daha deneyin.
state-no-consent = Burada hâlâ geçerli bir rıza yok.
state-link-status = Bağlantı "{ $status }" durumundayken bu yapılamaz.
state-already-confirmed = Bu taraf bağlantıyı zaten onayladı.

# What is wrong with a change.
problem-theme-levels = konuların iki düzeyi vardır: üstte yalnızca birinci düzeyden bir konu durabilir, altta hiçbiri
problem-district-levels = şehir, ilçe, semt: üstte her zaman daha yüksek bir düzey durur
problem-replacement-theme-level = ikinci düzeyde duruyor ve bunun altındaki konuları alamaz
problem-replacement-district-level = altındaki bölgelerden daha yüksek bir düzeyde durmuyor
problem-not-changeable = burada değiştirilebilecek bir alan değil
problem-silent-words = yalnızca bir soruda hiçbir şey söylemeyen sözcüklerden oluşuyor
problem-measure-future = gelecekte: yapılmış olan not edilir
problem-measure-before = { $year } yılından önce: o kadar geriye not edilmez
problem-too-much = çok fazla: en fazla { $most } olabilir
problem-funder-website = bir web adresi değil: https://www.land.example.org gibi adresler olabilir
problem-logo-bytes = çok büyük: en fazla { $most } KB olabilir
problem-logo-pixels = çok büyük: eni ve boyu en fazla { $most } piksel olabilir
problem-logo-format = gösterilebilecek bir resim değil: PNG ve JPEG olabilir
problem-field-of-other-kind = kayda uymuyor: yalnızca kendi türünün alanı olabilir
problem-base64 = Base64 değil (RFC 4648)
problem-beside-text = text ile birlikte duruyor: ikisinden biri olabilir
problem-not-importable = burada içe aktarılamaz
problem-file-name = bilinen bir uzantısı yok: .json (rehber), .csv, .xlsx ve .ods (kuruluşlar), .geojson (semtler) olabilir
problem-day-until-today = en geç bugünkü bir gün
problem-unreadable-here = burada okunamıyor

# What a field asks of its value; each goes on behind "allowed:".
form-line = bir metin
form-texts = her dil için bir metin, örneğin { $example }
form-slug = 1 ile 100 arası küçük harf a-z ve rakam, sözcükler tek tireyle bağlı
form-id = bir kimlik veya kısa ad
form-web-address = http:// veya https:// ile tam bir adres, ad ve parola olmadan
form-email-address = name@example.org biçimi
form-phone-number = 5 ile 15 arası rakam, başta +, boşluk ve ( ) / -
form-opening-hours = OpenStreetMap yazımı, örneğin Mo-Fr 09:00-17:00; PH off
form-language = bir BCP 47 dil etiketi, örneğin tr veya kmr
form-free-places = 1 ile { $most } arası yer
form-day = 2026-05-31 gibi bir gün
form-time = 2026-05-31T18:00:00 gibi gün ve saat
form-recurrence = RFC 5545'e göre bir kural, örneğin FREQ=WEEKLY;BYDAY=TU
form-place = longitude -180 ile 180, latitude -90 ile 90 arası ve precision: exact, street, quarter veya hidden
form-position = longitude -180 ile 180 ve latitude -90 ile 90 arası
form-boundary = derece cinsinden kapalı halkalar (WGS 84)
form-address = street, postcode, city, extra, her biri bir metin
form-osm = numarayla node/…, way/… veya relation/… ya da OpenStreetMap adresi
form-wikidata = Q ve bir numara ya da Wikidata adresi
form-age = 0 ile { $most } yıl arası
form-yes-no = evet veya hayır (true, false)
form-number = 0'dan başlayan bir tam sayı
form-district-level = city, borough veya quarter
form-person = value ve visibility
form-kept = burada değişiklik yok
form-consent-language = tr gibi bir BCP 47 etiketi

# Tables of words for the search.
words-unknown-table = { $name } bir sözcük tablosu değil: { $allowed } olabilir
words-too-large = { $name } çok büyük: { $allowed } bayt olabilir
words-unknown-column = { $name }, 1. satır: { $column } burada bir sütun değil: kayıtların olduğu bir ilk sütun, { $allowed } olabilir
words-line = { $name }, { $line }. satır: { $reason }
words-too-many-cells = { $given } hücresi var: { $allowed } olabilir
words-not-a-number = { $column } bir sayı değil: { $given }
words-unknown-key = { $key } bu tablonun kayıtlarından değil
import-too-many-problems = { $count } hatası var, satır satır gösterilemeyecek kadar çok; ilkleri şöyle
