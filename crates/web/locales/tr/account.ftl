# Oturum açma, kendi hesabı, davetler
account-login = Oturum aç
account-login-lead = Burada hesabı olan herkes için: yayın ekibi, dernekler, ortaklar.
account-email = E-posta adresi
account-password = Parola
account-password-current = Şimdiki parolanız
account-password-new = Yeni parola
account-password-hint = En az 12 karakter. En iyisi, birbiriyle ilgisi olmayan birkaç sözcük.
account-login-provider = { $name } ile oturum aç
account-login-refused = E-posta adresi ile parola birbirine uymuyor.
account-forgotten = Parolamı unuttum
account-forgotten-text = Size yeni bir parola belirleyebileceğiniz bir bağlantı göndeririz.
account-forgotten-send = Bağlantıyı gönder
account-forgotten-sent = Bu adrese ait bir hesap varsa bağlantı yolda. Bir saat geçerlidir.
account-forgotten-no-mail = Parolanızı mı unuttunuz? Buradan e-posta gönderilmiyor: rehberi işleten sizin için yenisini belirler.
account-code-title = Kodu girin
account-code-lead = Lütfen doğrulama uygulamanızdaki kodu ya da kurtarma kodlarınızdan birini girin.
account-code = Kod
account-continue = Devam
account-code-wrong = Kod doğru değil ya da daha önce kullanıldı.
account-pending-ended = Bu çok uzun sürdü. Lütfen parolayı yeniden girin.
account-throttled =
    { $count ->
       *[other] Çok fazla deneme. Lütfen { $count } dakika bekleyin.
    }
account-not-done = Yapılmadı
account-signed-out = Oturumunuz kapatıldı.
account-login-again = Oturumunuz sona ermişti. Giriş yaptıktan sonra kaldığınız yerden devam edersiniz.
account-password-set = Yeni parola geçerli. Lütfen onunla oturum açın.
account-created = Hesabınız hazır. Lütfen oturum açın.
account-title = Hesabım
account-back = Hesaba dön
account-sign-out = Oturumu kapat
account-sign-out-everywhere = Her yerde oturumu kapat
account-role = Rol
account-role-partner = Ortak
account-role-member = Üye
account-role-editor = Yayın ekibi
account-role-admin = Yönetim
account-actors = Adına konuşur
account-name = Ad
account-name-hint = Yayın ekibi size böyle seslenir. İsteğe bağlı.
account-save = Kaydet
account-saved = Kaydedildi.
account-digest-title = Bana gelen e-postalar
account-digest-want = Bekleyenler; günde en fazla bir kez ve yalnızca bekleyen bir iş varsa
account-digest-language = Bu e-postaların dili
account-digest-off = Bu rehber şu anda böyle e-postalar göndermiyor. Göndermeye başlarsa seçiminiz geçerli olur.
account-password-title = Parolayı değiştir
account-password-text = Ardından yalnızca burada oturumunuz açık kalır: diğer tüm oturumlar kapanır.
account-password-changed = Parola değiştirildi, diğer tüm oturumlar kapatıldı.
account-password-wrong = Parola doğru değil.
account-password-too-short =
    { $count ->
       *[other] Parola çok kısa: en az { $count } karakter gerekli.
    }
account-password-guessable = Bu parola kolay tahmin edilir. Lütfen başka bir tane seçin.
account-password-like-email = Parola adınızdan ya da e-posta adresinizden oluşuyor. Lütfen başka bir tane seçin.
account-factor-title = İkinci doğrulama
account-factor-off = Parolanın yanında telefonunuzdaki bir uygulamanın kodu da sorulur. Yalnızca parolayı bilen giremez.
account-factor-on = İkinci doğrulama açık. Yeni kodlar ve kapatma için parola ve kod gerekir.
account-codes-left =
    { $count ->
       *[other] Kalan kurtarma kodları: { $count }
    }
account-factor-begin = Kur
account-factor-remove = Kapat
account-factor-removed = İkinci doğrulama kapalı.
account-factor-required = Burada yönetim ikinci doğrulama kullanmak zorunda.
account-factor-scan = Bir doğrulama uygulaması açın ve bu resmi taratın.
account-factor-qr = İkinci doğrulamanın QR kodu
account-factor-secret = Ya da bu anahtarı uygulamaya, sonra gösterdiği kodu aşağıya yazın:
account-codes-title = Kurtarma kodları
account-codes-text = İkinci doğrulama açık. Lütfen bu kodları güvenli bir yerde, örneğin kâğıtta saklayın: her biri bir kez telefonun yerine geçer. Yalnızca şimdi gösterilir.
account-codes-done = Sakladım
account-codes-renew = Yeni kurtarma kodları
account-sessions-title = Oturum açık cihazlar
account-session-this = bu cihaz
account-session-unknown = Bilinmeyen cihaz
account-session-seen = son kullanım: { $date }
account-session-end = Oturumu kapat
account-sessions-end-others = Diğerlerinin hepsini kapat
account-session-ended = Oturum kapatıldı.
account-tokens-title = Programlar için erişim anahtarları
account-tokens-text = Bir program bu anahtarla sizin adınıza soru sorar. Burada çalışmak için gerekmez.
account-token-name = Ne için
account-token-days = Geçerlilik, gün (1–366)
account-days-out-of-range = 1 ile 366 gün arası olabilir.
account-token-may-write = değişiklik de yapabilir
account-token-writes = okur ve değiştirir
account-token-reads = yalnızca okur
account-token-make = Anahtar oluştur
account-token-until = geçerlilik sonu: { $date }
account-token-revoke = Geri al
account-token-revoked = Anahtar geri alındı.
account-token-title = Yeni anahtar
account-token-shown-once = Lütfen anahtarı şimdi kopyalayın: bir daha gösterilmez.
account-set-title = Yeni parola belirle
account-set-text = Ardından hesabınızın tüm oturumları kapanır ve bu bağlantı geçersiz olur.
account-link-ended = Bağlantı artık geçerli değil
account-link-ended-text = Süresi doldu, daha önce kullanıldı ya da geri alındı. Lütfen yenisini isteyin.
account-invitation-title = Hoş geldiniz
account-invitation-text = Bu rehbere katkıda bulunmaya davetlisiniz. Ad ve parola ile hesabınızı kurun.
account-invitation-button = Hesabı kur
account-first-admin-title = İlk hesap
account-first-admin-text = Bu rehberi henüz kimse yönetemiyor. Bu hesapla başkalarını davet etmek dahil her şeyi yapabilirsiniz. Bağlantı bir kez çalışır.
account-address-taken = Bu e-posta adresinin zaten bir hesabı var. Lütfen onunla oturum açın.
account-mail-password-subject = { $title } için yeni parola
account-mail-invitation-subject = Davet: { $title }
account-mail-password-body =
    Merhaba,

    “{ $title }” hesabınız için yeni bir parola istendi. Buradan belirleyin:

    { $link }

    Bağlantı bir kez ve şu ana kadar geçerlidir: { $until }. Lütfen kimseye vermeyin.

    Bu e-postayı, biri oturum açma sayfasında adresinizi yazdığı için alıyorsunuz. Siz değilseniz bir şey yapmanız gerekmez: parolanız olduğu gibi kalır.
account-mail-invitation-body =
    Merhaba,

    { $by } sizi “{ $title }” rehberine katkıda bulunmaya davet ediyor ({ $role }). Hesabınızı buradan kurun:

    { $link }

    Bağlantı bir kez ve şu ana kadar geçerlidir: { $until }. Lütfen kimseye vermeyin.

    Bu e-postayı, davet adresinize gönderildiği için bir kez alıyorsunuz. Hesap istemiyorsanız bir şey yapmanız gerekmez: davet kendiliğinden sona erer, adresiniz sonra saklanmaz.
account-mail-test-subject = Deneme e-postası: { $title }
account-mail-test-body =
    Merhaba,

    bu e-posta ulaştı. Demek ki “{ $title }” e-posta gönderebiliyor.

    Bunu, ayarlarda deneme e-postası istediğiniz için bir kez alıyorsunuz.
