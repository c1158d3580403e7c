# Imports: what is wrong with rows, what there is to know of them, and the report at a terminal.

# What is wrong with a row, or keeps it from being taken.
import-erased-person = silinmiş bir kişi: yalnızca çıkarılabilir
import-consent-withdrawn = { $day } tarihinde geri çekildi: ondan sonra verilmiş bir rıza olabilir
import-retires-theme = bir konuyu kaldırıyor: buna yalnızca yönetim izinli
import-absent = alınmayan bir satırdaki { $slug } adını anıyor: yalnızca onunla birlikte olabilir
import-digest = bu dosyaların hiçbir denemesine ait değil: lütfen denemeyi yineleyin
import-no-row = { $row }. satır yok: { $first } ile { $last } arası olabilir
import-row-wrong = { $row }. satır yanlış ve alınamaz
import-row-conflict = { $row }. satırın kaydı denemeden beri değişti
import-row-left-out = { $row }. satır, karar verildiği gibi dışarıda: o karar olmadan alınır
import-no-rows = hiçbir satır saymıyor

# Whom a row looks like.
import-alike = herhalde şununla aynı: { $others }
import-alike-decide = { $problem }: "row { $row }=new", "row { $row }={ $slug }" veya "row { $row }=skip" ile karar verilir
import-alike-series = { $first }; { $last }
import-alike-entry = { $slug } kaydı { $name } ({ $signs })
import-alike-archived = arşivlenmiş { $slug } kaydı { $name } ({ $signs })
import-alike-row = { $row }. satır { $name } ({ $signs })
import-alike-taken-row = alınan bir satır, { $name } ({ $signs })

# What there is to know of a row.
import-no-theme = konusuz: ikisi birlikte ne üzerinde çalışıyor?
import-placed = adres dosyasına göre adresin evine yerleştirildi
import-place-lowered = yer daha kesin bilinmiyor: semtin ortası gösterilir
import-placed-in-district = yalnızca ilçe biliniyor: haritada ortasının çevresinde bir yerde, kesin değil diye işaretli
import-no-place-active = hiçbir haritada yok: çalışılan semtler sayılmış, bilinen bir ev yok
import-no-place = hiçbir haritada yok: tablo ne bir semt ne de bilinen bir ev söylüyor
import-same-phone = { $name } da aynı telefon numarasını kullanıyor
import-archived-alike = satırın benzediği { $name } arşivlenmiş
import-undoubted = bu satırda karar verilecek bir şey yoktu: lütfen kastedilen satır mı, kontrol edin

# The report at a terminal.
report-row = satır
report-outcome = sonuç
report-what = ne
report-outcome-word = { $outcome ->
    [new] yeni
    [likely-duplicate] belki aynı
    [changed] değişti
    [same] aynı
    [wrong] yanlış
    [conflict] çatışma
   *[left-out] dışarıda
}
report-line = orada { $line }. satır
report-same = { $rows } numaralı satırlar zaten aynı şeyi söylüyor.
report-total = { $count } { $outcome }
report-totals = Kayıtlar: { $totals }.
report-no-totals = Kayıtlar: yok.
report-taken = Alındı: { $count } kayıt yazıldı.
report-nothing-written = Hiçbir şey yazılmadı.
report-nothing-to-take = Hiçbir şey yazılmadı ve bir kez daha bakmadan alınacak bir şey yok.
report-next = Hiçbir şey yazılmadı. Satırları almak için: { $command } DOSYA…
report-look = Lütfen şu satırlara bakın:
report-more-rows = … ve { $count } tane daha; --format json hepsini sayar.
report-more = … ve { $count } tane daha
report-other-sheet = Başka bir sayfa: --sheet AD
report-other-encoding = Başka bir kodlama: --encoding AD
report-not-read = okunmuyor
report-unknown = bilinmiyor: lütfen --map "{ $heading }=…" / --ignore "{ $heading }"
report-filled = { $count } dolu
report-empty-words = { $count } tanesi bir şey söylemiyor
report-questions = Karar verilecekler, her biri bütün tablo için bir kez:
report-question = { $heading }, { $count } satır
report-question-perhaps = { $question }; belki { $candidates }
report-decide-column = ya da bu sütunun hepsi: --decide "{ $heading }:unclear=note" / "{ $heading }:unclear=suggestion"
report-decide-rest = Ya da kalanların hepsi birden, satırlarının notlarına: --decide "unclear=note"
report-like-entry = { $slug } kaydına benziyor { $name }: { $signs }
report-like-row = { $row }. satıra benziyor { $name }: { $signs }
report-nothing = hiçbir şey
report-problem-line = { $line }. satır, { $problem }
report-rejects = { $file } içinde dışarıda bırakılan { $count } satır var.
report-no-database = { $file } veritabanı dosyası henüz yok: içe aktarma onu oluşturur, bu deneme oluşturmadı.
report-refused = hiçbir şey içe aktarılmadı:
report-refused-count = hiçbir şey içe aktarılmadı: { $count } hata
report-strangers = ipucu: { $count } kaydın kısa adı başka kimlikli kayıtlarca kullanılıyor, yani bu dosyalar herhalde başka bir kurulumdan geliyor. Boş bir veritabanına aktarın; ya da her kayıttan "id" alanını çıkarın, o zaman burada bu kısa adı taşıyan kayıtların yeni sürümleri olurlar.
report-wrong-rows = { $count } satırdan { $wrong } tanesi alınamaz; neyin yanlış olduğu yukarıda yazıyor

# What an import did.
summary-actors = { $count } kuruluş
summary-offers = { $count } teklif
summary-events = { $count } etkinlik
summary-projects = { $count } proje
summary-links = { $count } bağlantı
summary-districts = { $count } semt
summary-themes = { $count } konu
summary-persons = { $count } ilgili kişi
summary-no-entries = Hiçbir şey yazılmadı: içinde kayıt yok.
summary-all-same = Hiçbir şey yazılmadı: { $count ->
    [one] tek kayıt
   *[other] { $count } kaydın hepsi
} zaten aynı şeyi söylüyor.
summary-written = Yazıldı: { $written }; { $count } kayıt zaten aynı şeyi söylüyordu.
summary-far = { $count } kuruluş bütün semtlerin çok dışında: lütfen kontrol edin. Yanlış bir yer dosyada düzeltilip dosya yeniden içe aktarılır ya da kayıtta düzeltilir.
summary-far-actor = { $file }, { $line }. satır: { $name }

stored-not-taken = alınmadı, kayıt { $kept } değerini korur; listede { $given } yazıyor
stored-draft = dizinde taslaktır ve öyle kalır; konsolda yayımlanır
stored-public = dizinde başka bir değer var ve herkese açık kalır: { $value }; konsolda değiştirilir
stored-persons = yanında kayıtlı kalır: { $names }; artık sorumlu olmayan kişi konsolda kaldırılır
stored-empty-cells = { $heading }: { $count ->
    [one] bir hücre boş, kaydında ise orada bir şey var
   *[other] { $count } hücre boş, kayıtlarında ise orada bir şey var
}; bu kalır. Konsolda kaldırılır.
stored-moved-to-house = adres dosyasına göre yeni adresin binasına yerleştirildi
stored-moved-to-quarter = haritadaki nokta da yeni semtin ortasına taşınır
stored-place-gone = haritadaki nokta kaldırılır: yalnızca ilçe biliniyor
stored-place-kept = haritadaki nokta olduğu yerde kalır: lütfen konsolda kontrol edin
