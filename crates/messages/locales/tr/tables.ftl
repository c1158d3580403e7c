# Lists of offices, as tables: what is wrong with them, what there is to know of them.

# Why a table as a whole cannot be read.
table-io = tablo okunamadı
table-too-large = tablo çok büyük: 64 MiB olabilir; lütfen bölün
table-no-text = { $line }. satır: bu bir metin değil; hesap tablosu programlarının kaydettiği gibi CSV olabilir
table-broken-encoding = { $line }. satır: metnin baştan sona tek bir kodlaması yok; lütfen "CSV UTF-8" olarak kaydedin veya kodlamayı belirtin
table-open-quote = { $line }. satır: burada bir tırnak işareti bir hücre açıyor ve hiç kapanmıyor
table-text-behind-quote = { $line }. satır: { $opened }. satırda başlayan bir hücrenin kapanış tırnağından sonra metin var; orada bir tırnak mı eksik? Tırnak içindeki tırnak iki kez yazılır
table-empty = tablo boş: ilk satır sütunları adlandırmalı, biri adların sütunu olmalı
table-unknown-headings = { $line }. satır: eşleme, tabloda olmayan { $count ->
    [one] şu sütunu
   *[other] şu sütunları
} sayıyor: { $given }; olanlar yalnızca: { $headings }
table-no-name-column = { $line }. satır: hiçbir sütunda ad yok: olanlar yalnızca { $headings }; lütfen eşleyin, belki { $example } ile
table-no-address-columns = { $line }. satır: sokak (str), kapı numarası (hnr) ve iki koordinat (ost ve nord ya da lon ve lat) gerekli: olanlar yalnızca { $headings }
table-no-workbook = bu bir çalışma kitabı değil; lütfen "Excel Çalışma Kitabı (.xlsx)" veya "OpenDocument hesap tablosu (.ods)" olarak kaydedin
table-old-or-locked = çalışma kitabının parolası var ya da eski Excel biçiminde; lütfen parolasız .xlsx olarak kaydedin
table-unpacked = çalışma kitabı açıldığında çok büyük: 256 MiB olabilir
table-too-many-cells = tabloda çok fazla hücre var: ilk 1.000 sütunda 4.000.000 olabilir
table-too-many-rows = tabloda çok fazla satır var: 250.000 olabilir; lütfen bölün
table-rows-out-of-order = { $line }. satır sonrakilerin altında; lütfen çalışma kitabını yeniden kaydedin
table-no-sheet = { $given } sayfası yok: olanlar yalnızca { $sheets }
table-missing-part = çalışma kitabının bir parçası ({ $part }) eksik; lütfen bir hesap tablosu programında açıp yeniden kaydedin
table-broken-part = çalışma kitabının bir parçası ({ $part }) okunamıyor; lütfen bir hesap tablosu programında açıp yeniden kaydedin
table-no-visible-sheet = bütün sayfalar gizli: lütfen birini sayfa olarak belirtin: olanlar yalnızca { $sheets }

# What somebody says of how a table is read, and why that is nothing.
table-encoding-name = { $given } bir kodlama değil: { $allowed } olabilir
table-decision-form = { $given } bir karar değil: DEĞER=ANLAM, DEĞER=note, BAŞLIK:DEĞER=ANLAM, row 12=KISA-AD (ya da new, skip), duplicates=new (ya da entry, skip), conflicts=table (ya da directory) ve unclear=note (ya da suggestion; BAŞLIK:unclear=note) olabilir
table-mapping-form = { $given } hiçbir sütunu eşlemiyor: BAŞLIK=ALAN, BAŞLIK=ALAN+ALAN ve geçilecek bir sütun için BAŞLIK= olabilir
table-mapping-fields = { $given } bir alan değil ya da bu alanlar tek sütunda duramaz: { $allowed } olabilir

# What is wrong with a cell or a row; each goes on behind the name of the field and a colon.
table-cells = { $count } hücresi var: başlık satırındaki gibi { $allowed } olabilir
table-cells-quoted = { $problem }; tırnak içindeki bir hücre metnin { $first }. satırından { $last }. satırına uzanıyor: orada bir tırnak mı eksik?
table-no-heading = başlığı olmayan bir sütunda değer var: orada hiçbir şey olamaz
table-no-heading-mapped = başlığı olmayan bir sütunda değer var: "{ $column }=ALAN" ile, bir anlamı yoksa "{ $column }=" ile eşlenir
table-merged-rows = { $first }. satırdan { $last }. satıra birleştirilmiş: her satır için bir hücre olabilir
table-formula-error = bir formülün { $error } hatasını içeriyor: bir değer olabilir ya da boş kalabilir
table-formula-without-result = sonucu olmayan bir formül içeriyor: lütfen bir hesap tablosu programında açıp yeniden kaydedin
table-unreadable-sign = okunamayan bir işaret içeriyor: lütfen kaynağından yazın
table-control-character = { $sign } denetim karakterini içeriyor: harfler, işaretler ve satır sonları olabilir
table-flag = { $given } ne evet ne hayır: ja, nein, x, true, false, yes, no olabilir
table-degrees = { $given } bir koordinat değil: 7,1553 biçiminde derece ve 371675,78 biçiminde metre (ETRS89/UTM) olabilir
table-postcode-digits = { $given } { $count } rakamlı: 5 rakam olabilir
table-postcode-letter = { $given } rakam olması gereken yerde bir harf içeriyor: 5 rakam olabilir
table-name-lost = { $given } kaydedilirken bütün harflerini yitirmiş: lütfen adı kaynağından yazın
table-name-without-letters = { $given } hiç harf içermiyor: adlar olabilir
table-value-unknown = { $given } bilinmiyor: { $decision } ile karar verilir
table-value-unclear = { $given } belirsiz, belki { $candidates }: { $decision } ile karar verilir
table-far-place = { $given } bütün semtlerin çok dışında: kastedilen buysa "{ $value }=yes" ile, değilse "{ $value }=note" ile karar verilir
table-other-kind = { $given }, { $kind } tablosunda duruyor: yalnızca { $kind } olabilir
table-version = bir sürüm değil: dışa aktarımdaki sayı olabilir ya da boş kalabilir
table-letters-lost = { $given } kaydedilirken harf yitirmiş: lütfen "CSV UTF-8" veya çalışma kitabı olarak kaydedin
table-conflict = iki tarafta da değiştirilmiş: tablo { $mine } diyor, { $theirs }; { $decision } ile karar verilir
table-conflict-entered = { $name } { $day } tarihinde { $value } yazdı
table-conflict-now = şimdi orada { $value } yazıyor

# What there is to know of a field of a row; each goes on behind its name and a colon.
table-lost-letter = { $given } kaydedilirken belki bir harf yitirmiş
table-in-note = { $given } notta duruyor
table-not-taken = alınmadı, notta duruyor: { $given }
table-comment = hücrenin yorumu, notta duruyor: { $given }
table-state = tablo { $given } diyor: { $effect }
table-effect-draft = taslak olarak kalır
table-effect-archived = arşivlenir
table-effect-published = yayımlanır
table-effect-public = kayıt herkese açık ve konsolda arşivlenene ya da geri çekilene kadar öyle kalır
table-effect-withdrawn = taslak olur ve artık herkese açık değildir
table-effect-past = kayıt arşivlenmiş ve öyle kalır
table-place-withheld = { $reason ->
    [forbidden] tabloya göre herkese açık olmamalı
    [home] tabloya göre özel bir konut
   *[doubt] anlaşılamayan ve özel bir konutu anlatıyor olabilecek bir şey söylüyor
}: { $shown ->
    [quarter] yalnızca semt gösterilir
    [hidden] yer gizli
   *[note] adres yalnızca notta duruyor
}
table-contact-withheld = tabloya göre herkese açık olmamalı: { $value } yalnızca notta duruyor
table-draft-forbidden = tabloya göre yayımlanamaz: { $effect }
table-draft-contact = { $contacts } bir kişiye ait olabilir: { $effect }; bu sütundaki her şey derneklerinse sütunu eşleyin (Telefon=phone, E-Mail=email)
table-draft-doubtful = tablo kişiler, konutlar veya gizli şeyler hakkında okunması gereken bir şey söylüyor: { $effect }
table-draft-no-consent = tablo yayımlanıp yayımlanamayacağını söylemiyor: { $effect }
table-draft-bare = bir addan başka bir şeyi yok, belki bir bölümün başlığı: { $effect }
table-draft-over = tablo bunun artık olmadığını ya da durduğunu söylüyor: { $effect }, lütfen kontrol edin
table-several-boroughs = { $city } birden çok ilçe sayıyor: semt alınmadı
table-problem-not-taken = { $problem }; alınmadı, notta duruyor
table-problem-in-note = { $problem }; notta duruyor
table-repaired = { $given }, { $meant } olarak anlaşıldı
table-persons = ilgili kişi olarak anlaşıldı, yalnızca iç kullanım: { $given }; biri girmedikçe hiçbiri herkese açılmaz
table-lost-prefix = { $given } herhalde başındaki sıfırı veya artıyı yitirmiş: { $meant }
table-further-values = diğerleri notta duruyor: { $values }
table-beside-person = { $value } bir kişinin yanında duruyor ve onun sayılıyor: yalnızca iç kullanım
table-day-taken = { $given } gün belirtmiyor: { $day } olarak anlaşıldı
table-day-in-future = { $given } ({ $day }) gelecekte ve notta duruyor
table-no-day = { $given } gün olarak anlaşılamıyor ve notta duruyor
table-no-hours = { $given } saat olarak anlaşılamıyor ve notta duruyor
table-vague = { $given } girilebilecek bir şey söylemiyor
table-name-link = ad oraya götürüyor: { $address }
table-address-district = adresteki { $name } semt olarak anlaşıldı: { $slug }
table-address-other-district = adreste { $name } yazıyor, { $slug } alınıyor
table-postcode-elsewhere = { $given } bu bölgenin ({ $area }…) bir posta kodu değil: lütfen kontrol edin
table-heading-doubtful = yukarıdaki { $line }. satırda { $heading } yazıyor, altındaki posta kodları buna uymuyor: alınmadı, lütfen kontrol edin
table-heading-elsewhere = üstteki başlık bir semt söylüyor, adres { $city }: alınmadı
table-far = bütün semtlerin çok dışında
table-far-decided = bütün semtlerin çok dışında, karar verildiği gibi
table-far-check = bütün semtlerin çok dışında: lütfen kontrol edin
table-other-quarter = tablonun dediği gibi { $named } yerine daha çok { $nearest } içinde: lütfen kontrol edin
table-conflict-noted = { $given } notta duruyor: iki tarafta da değiştirilmiş

# What there is to know of a table as a whole.
table-weekdays = Hafta günlerinin sütunları açılış saatleridir: { $headings }.
table-broken-signs = { $count ->
    [one] { $count } işaret okunamıyor, { $line }. satırda: hücresi aşağıda sayılıyor.
   *[other] { $count } işaret okunamıyor, ilki { $line }. satırda: hücreleri aşağıda sayılıyor.
}
table-encoding = { $encoding } olarak okundu.
table-encoding-unsure = { $encoding } olarak okundu, kesin değil: lütfen özel harfli adları kontrol edin.
table-several-tables = Sayfada birden çok tablo var: { $lines }. satırdaki başlıklar altlarındaki satırlar için geçerlidir.
table-rows-not-read = Ara başlıklar, toplamlar ve dipnotlar okunmaz: satır { $lines }.
table-joined-names = Adın altında aynı hücrede iletişim bilgisi var, öyle okunur: satır { $lines }.
table-month-first = { $heading } sütununda ay günden önce yazılı.
table-quarters-and-boroughs = { $heading } sütunu semtleri de sayıyor: ikisi birden olan adlar orada { $level ->
    [quarters] semt
   *[boroughs] ilçe
} sayılır; başka türlüsü { $mapping } ile.
table-sheet-passed = { $passed } sayfasında tablo yok: { $sheet } sayfası okunuyor.
table-further-sheets = Diğer sayfalar: { $sheets }.
table-hidden-sheets = Gizli sayfalar okunmaz: { $sheets }.
table-sheet-read = { $sheet } sayfası okunuyor; ayrıca var: { $sheets }.
table-answers = Evet veya hayır diye yanıtlanmış ama anlaşılamıyor: { $headings }. Belki neyin herkese açık olabileceğini söylüyordur: Biri sütuna ne tuttuğunu ("note" veya hiçbir şey de olur) eşleyene kadar yeni kayıtlar taslak kalır.
table-sections = Bölüm başlıkları, altlarındaki satırlar için bir sonraki boş satıra kadar geçerlidir: satır { $lines }.
table-sections-unused = Hiçbir satır için geçerli olmayan bölüm başlıkları: satır { $lines }.
table-metres = Metre cinsinden koordinatlar (ETRS89/UTM) dereceye çevrilir ({ $count }).
table-exchanged-degrees = Boylam ve enlem bütün satırlarda birbirinin sütununda duruyor ve yer değiştirilerek okunuyor.
table-merged-cells = Birleştirilmiş hücreler her satırı için geçerlidir ({ $count } kez).
table-hidden-columns = Gizli sütunlar da okunur ({ $count }): { $columns }.
table-hidden-rows = Gizli satırlar da okunur ({ $count }): { $lines }.
table-ditto = "dito" ve "wie oben" üstteki hücreyi gösterir: satır { $lines }.
table-comments = Hücrelerdeki yorumlar satırlarının notlarında durur, yalnızca iç kullanım: satır { $lines }.
table-comments-left = Şu yorumlar hiçbir kayda ait değil ve alınmıyor: satır { $comments }.
table-unknown-columns = Bilinmeyen sütunlar okunmaz: { $headings }.
table-unused-decisions = Şu kararlar tabloda hiçbir şeyle ilgili değil: { $decisions }.
table-unknown-meanings = Şu anlamlar yok ya da tek anlamlı değil: { $meanings }.
table-older-rows = { $count } satır daha eski bir sürümü gösteriyor: içinde değiştirilmeyen, şimdi olduğu gibi kalır.
table-no-versions = "version" sütunu olmadan dışa aktarımdan beri başkalarının neyi değiştirdiği anlaşılamaz: üzerine yazılır.
table-heading-line = Başlıklar { $line }. satırda; üstünde duran okunmaz.
table-no-names = Hiçbir sütunda ad yok: Lütfen hangisi olduğunu eşleyin.
table-venue = { $given }, { $street } adresindeki bina ya da giriş olarak anlaşıldı
