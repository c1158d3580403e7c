# What a value or a file should be and is not.

# A value is not what it should be: each sentence names what was given and what is allowed.
value-allowed = izin verilen: { $allowed }
value-meant = { $problem }; yoksa { $meant } mi?
value-given = { $problem }, verilen: { $given }
value-web-address = { $given } bir web adresi değil: http:// veya https:// ile başlayan, kullanıcı adı ve parola içermeyen tam adresler olabilir
value-web-address-meant = { $given } bir web adresi değil: herhalde { $meant } kastediliyor
value-email-address = { $given } bir e-posta adresi değil: name@example.org biçiminde olabilir
value-email-address-meant = { $given } bir e-posta adresi değil: herhalde { $meant } kastediliyor
value-phone-number = { $given } bir telefon numarası değil: 5 ile 15 arası rakam veya 110, 112, 115, başta +, boşluk ve ( ) / - . olabilir
value-osm = { $given } bir OpenStreetMap nesnesi değil: numarayla node/…, way/… ve relation/… ya da adresi olabilir
value-wikidata = { $given } bir Wikidata ögesi değil: Q ve bir numara ya da adresi olabilir
value-language = { $given } bir dil etiketi değil: en fazla 16 karakterlik BCP 47 etiketleri olabilir, örneğin "de", "tr", "kmr" veya "de-simple"
value-language-twice = { $language } dili iki kez yazılmış
value-slug = { $given } bir kısa ad değil: 1 ile 100 arası küçük harf a-z ve rakam olabilir, sözcükler tek tire, düzeyler tek nokta ile bağlanır
value-word = { $given } { $vocabulary ->
    [an-organisation-kind] bir kuruluş türü değil
    [an-institution-kind] bir kurum türü değil
    [a-network-kind] bir ağ türü değil
    [a-legal-form] bir hukuki yapı değil
    [a-target-group] bir hedef kitle değil
    [a-field-of-action] bir eylem alanı değil
    [a-kind-of-wheelchair-access] tekerlekli sandalye erişimi bilgisi değil
    [an-aid-to-accessibility] bir erişilebilirlik desteği değil
    [a-time-of-day] günün bir bölümü değil
    [a-precision] bir kesinlik derecesi değil
    [a-link-kind] bir bağlantı türü değil
    [a-link-status] bir bağlantı durumu değil
    [a-basis-of-a-link] bir bağlantının dayanağı değil
    [a-visibility] bir görünürlük değil
    [an-offer-kind] bir teklif türü değil
    [an-availability] bir müsaitlik durumu değil
    [a-way-to-register] bir kayıt yolu değil
    [a-role] bir rol değil
    [a-way-of-giving-consent] bir rıza verme yolu değil
    [a-kind] bir tür değil
    [a-type] bir tip değil
    [a-feature] bir özellik değil
    [a-table-of-synonyms] bir eş anlamlılar tablosu değil
   *[other] burada izin verilen bir sözcük değil
}: { $allowed } olabilir
value-longitude = { $given } boylamı dünya üzerinde değil: -180 ile 180 derece arası olabilir
value-latitude = { $given } enlemi dünya üzerinde değil: -90 ile 90 derece arası olabilir
value-day = { $given } bir gün değil: YYYY-AA-GG olabilir
value-local-time = { $given } bir yerel saat değil: saat dilimi olmadan YYYY-AA-GGTss:dd veya YYYY-AA-GGTss:dd:ss olabilir
value-instant = { $given } bir an değil: saat dilimiyle YYYY-AA-GGTss:dd:ssZ olabilir
value-school-holiday = { $given } bir okul tatilinin İLK-GÜN/SON-GÜN'ü değil, örneğin "2026-10-17/2026-10-31"

# Opening hours, and why a text is none.
value-opening-hours = { $given } açılış saatleri yazımında değil, örneğin "Mo-Fr 09:00-17:00; PH off": { $reason }
hours-too-long = izin verilen { $allowed } bayttan uzun
hours-dash = aralık uzun çizgiyle değil, düz tireyle (-) yazılır
hours-uhr = saatler 09:00-18:00 biçiminde, "Uhr" olmadan yazılır
hours-half-days = saatler 00:00'dan 24:00'a kadardır, am ve pm olmadan
hours-bare = saatlerde dakika ve arada düz tire olur, 07:00-18:00 gibi
hours-unfinished = son { $sign } işaretinden sonra bir kural eksik
hours-quotation-mark = bir tırnak işareti eksik
hours-no-rule = { $part } bir kural değil; notlar tırnak içinde durur
hours-part-no-rule = bir parçası kural değil; notlar tırnak içinde durur
hours-unreadable = okunamıyor ({ $reason })

# Rules by which an event repeats, and why a text is none.
value-recurrence = { $given } RFC 5545'e göre bir yineleme kuralı değil, örneğin "FREQ=WEEKLY;BYDAY=TU": { $reason }
recurrence-too-long = izin verilen { $allowed } bayttan uzun
recurrence-no-part = { $part } NAME=VALUE biçiminde değil
recurrence-unknown-part = { $part } diye bir parça yok
recurrence-repeated-part = { $part } iki kez yazılmış
recurrence-no-frequency = FREQ eksik
recurrence-too-fine = FREQ={ $given } günde birden sık yineleniyor; DAILY, WEEKLY, MONTHLY ve YEARLY olabilir
recurrence-unknown-frequency = FREQ={ $given }: DAILY, WEEKLY, MONTHLY ve YEARLY olabilir
recurrence-value = { $part }={ $given }: { $allowed } olabilir
recurrence-two-ends = COUNT ile UNTIL birlikte yazılamaz
recurrence-combination = { $part } FREQ={ $frequency } olan bir kuralda yer alamaz
recurrence-positions-of-nothing = BYSETPOS başka bir BY… parçası gerektirir
recurrence-too-many-times = BYHOUR, BYMINUTE ve BYSECOND günde { $given } başlangıç veriyor; { $allowed } olabilir

# Boundaries of districts.
boundary-type = { $given } türünde bir geometrinin içi yoktur: Polygon ve MultiPolygon olabilir
boundary-empty = geometri boş: en az bir dış halkalı çokgen olmalı
boundary-too-short = coordinates{ $ring }: halkada { $positions } nokta var: en az 4 olmalı, sonuncusu ilkine eşit
boundary-open = coordinates{ $ring }: halka kapalı değil: son noktası ilkine eşit olmalı
boundary-crossing = coordinates{ $ring }: halka { $longitude } boylamı, { $latitude } enlemi yakınında { $other } ile kesişiyor: halkalar en fazla tek tek noktalarda buluşabilir
boundary-crossing-itself = kendisi
boundary-crossing-ring = coordinates{ $ring }
boundary-hole-outside = coordinates{ $ring }: delik, deliği olması gereken halkanın dışında
boundary-too-large = coordinates: { $positions } noktadan ve { $rings } halkadan fazla: lütfen sınırı sadeleştirin
boundary-too-intricate = coordinates{ $at }: çok fazla uzun kenar yan yana: lütfen sınırı sadeleştirin
boundary-not-a-list = coordinates{ $at }: liste değil: önce boylam olmak üzere noktalardan oluşan kapalı halkalar olabilir
boundary-too-deep = coordinates: iç içe çok fazla liste
boundary-incomplete = coordinates{ $at }: bir nokta boylam ve enlem gerektirir
boundary-off-the-earth = coordinates{ $at }: { $reason } (sınır WGS84 derecesiyle, önce boylam yazılır)

# What stands in a JSON file in place of a value.
json-unknown-word = bilinmeyen sözcük `{ $given }`, { $allowed } olabilir
json-unknown-field = bilinmeyen alan `{ $field }`, { $allowed } olabilir
json-duplicate-field = yinelenen alan `{ $field }`
json-wrong-type = yanlış türde değer: { $found }, olması gereken: { $expected }
json-wrong-value = yanlış değer: { $found }, olması gereken: { $expected }
json-wrong-length = yanlış uzunluk { $found }, olması gereken: { $expected }
json-unreadable = okunamıyor: { $reason }
json-null = null
json-boolean = mantıksal değer `{ $given }`
json-integer = tam sayı `{ $given }`
json-decimal = ondalık sayı `{ $given }`
json-string = metin { $given }
json-list = liste
json-object = nesne
json-expected-text = bir metin
json-expected-boolean = true veya false
json-expected-number = bir sayı
json-expected-whole-number = 0 ile { $most } arası bir tam sayı
json-expected-list = bir liste
json-expected-positions = nokta listeleri
json-expected-object = bir nesne
json-expected-geometry = Polygon veya MultiPolygon türünde bir GeoJSON geometrisi
json-expected-feature = bir GeoJSON Feature nesnesi
json-expected-properties = en azından slug içeren bir nesne
json-expected-word = bir sözcük
json-expected-texts = dil etiketinden metne bir nesne, örneğin { $example }

# What is wrong between the entries of a file.
file-above-itself = { $slug } kendisinin üstünde duruyor: döngüsüz bir ağaç olmalı
file-coordinate-system = { $given } başka bir koordinat sistemi: önce boylam olmak üzere WGS84 olabilir (RFC 7946)
file-precision-without-place = boylam, enlem ve bilinen bir semt olmadan korunamaz: bunlar da yazılabilir ya da hiçbir şey yazılmaz

# Why a file as a whole cannot be read.
file-unread = dosya okunamadı
file-not-utf8 = { $line }. satır, { $byte }. bayt: dosya UTF-8 değil; lütfen UTF-8 olarak kaydedin
file-not-json = { $line }. satır, { $column }. sütun: JSON değil: { $reason }
file-cut-off = { $line }. satır, { $column }. sütun: dosya ortada bitiyor; herhalde kesilmiş
file-entry-too-large = { $line }. satır: bir kayıt izin verilen { $allowed } bayttan büyük
file-too-many-lists = { $line }. satır: bir kayıtta izin verilen { $allowed } liste ve noktadan fazlası var
file-format = format { $given }: { $allowed } olabilir
file-scope = scope { $given }: { $allowed } olabilir ya da boş kalabilir
file-version = version { $given }: { $allowed } olabilir
file-no-format = format eksik: { $allowed } olabilir
file-no-version = version eksik: { $allowed } olabilir
file-unknown-section = { $line }. satır: { $given } bölümü yok: { $allowed } olabilir
file-repeated = { $line }. satır: { $given } iki kez geçiyor
file-wrong-shape = { $line }. satır, { $column }. sütun: { $reason }
file-no-collection = type { $given }: bir feature listesiyle "FeatureCollection" olabilir
file-points = feature'ları, kuruluşların dışa aktarımlarında olduğu gibi nokta ({ $kind }): semt sınırları, Polygon veya MultiPolygon olabilir
