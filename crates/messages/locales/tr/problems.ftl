# What breaks a rule.

# A field of an entry breaks a rule. Each sentence goes on behind the name of the field and a colon.
problem-required = eksik
problem-german-required = Almanca bir metin gerektirir (de)
problem-too-long = çok uzun: en fazla { $allowed } olabilir
problem-duplicate = { $value } iki kez geçiyor
problem-line-break = birden fazla satır var; bir satıra izin verilir
problem-control-character = bir denetim karakteri içeriyor; yalnızca satır sonu ve sekme kullanılabilir
problem-ends-before-start = başlangıçtan önce
problem-day-past = geçmişte: { $first } ile { $last } arası olabilir
problem-day-too-far = çok ileride: { $first } ile { $last } arası olabilir
problem-in-the-future = gelecekte: en geç { $last } tarihli bir gün olabilir
problem-far-away = bütün semtlerin çok dışında: lütfen kontrol edin veya onaylayın (farAway: true)
problem-self-link = bir kuruluşu kendisine bağlıyor
problem-not-confirmed = bu durum için iki tarafın onayını gerektirir
problem-consent-required = yalnızca rıza varsa başkalarına gösterilebilir
problem-no-date-of-event = zaten etkinlik olmayan günleri sayıyor: { $days }
problem-unknown = { $value } diyor, böyle bir şey yok
problem-retired = kaldırılmış olan { $name } diyor; replaceRetired: true ile yerine { $replacement } geçer
problem-archived = arşivlenmiş olan { $name } diyor; replaceRetired: true ile çıkarılır
problem-taken = { $value } zaten alınmış
problem-recurrence-no-start = ilk başlangıca uymuyor: kural ondan önce bitiyor (UNTIL) veya hiç gelmeyen günleri sayıyor; lütfen daha geç bir son veya başka günler verin
problem-recurrence-times-of-day = tam günlük bir etkinliğe uymuyor: lütfen BYHOUR, BYMINUTE ve BYSECOND yazmayın
problem-recurrence-first-start = ilk başlangıca uymuyor: { $first } onun tarihlerinden biri değil
problem-recurrence-nearest-start = ilk başlangıca uymuyor: { $first } onun tarihlerinden biri değil; en yakın olanlar: { $nearest }
problem-web-address-meant = bir web adresi değil: herhalde { $meant } kastediliyor
problem-openness-of-institutions = yalnızca kurumlar için vardır
problem-boundary-off-the-earth = dünya üzerinde olmayan bir noktası var: boylam -180 ile 180, enlem -90 ile 90 arası olabilir
problem-age = bir yaş değil: 0 ile { $most } yıl arası olabilir
problem-age-below-least = en küçük yaşın altında
problem-free-places = 1 ile { $most } yer arası olabilir
problem-no-free-places = yalnızca boş yer varsa yazılır
problem-year = { $year } yılında: { $first } ile { $last } arası olabilir
problem-zero-coordinates = 0/0 Atlantik'tedir: yer bilinmiyorsa boş bırakın
problem-exchanged-coordinates = bütün semtlerin çok dışında; boylam ile enlem yer değiştirmiş görünüyor: herhalde boylam { $longitude }, enlem { $latitude } kastediliyor
problem-synonym-language = { $given } bir dil etiketi değil: BCP 47 etiketleri olabilir, örneğin de, tr, kmr
problem-too-many = çok fazla: en fazla { $most } olabilir
problem-phrase-reserved = burada yeri olmayan bir işaret içeriyor: ayraçlar yalnızca ifadenin tamamını çevreler, ; = " ise hiç kullanılmaz
problem-phrase-without-word = hiç kelime içermiyor: bir veya daha fazla kelime olabilir
problem-phrase-star = * yanlış yerde: bir kelimenin sonunda, en az { $fewest } karakterden sonra durur

# How alike two entries are.
likeness-same-name = aynı ad
likeness-similar-name = benzer ad (%{ $percent })
likeness-same-abbreviation = aynı kısaltma
likeness-same-website = aynı web sitesi
likeness-same-phone = aynı telefon numarası
likeness-same-email = aynı e-posta adresi
likeness-same-place = aynı yer ({ $metres } m uzaklıkta)
