# Rehberin kendiliğinden yazdığı e-postalar ve bağlantılarının arkasındakiler
mail-link-subject = “{ $partner }” ile birlikte çalışıyor musunuz?
mail-link-body =
    Merhaba,

    “{ $title }” rehberinde şu iş birliği önerildi:

    { $facts }

    Ancak iki taraf da onaylarsa herkese açık olur. Doğru mu? Hesap gerekmeden buradan onaylayabilir ya da reddedebilirsiniz:

    { $link }

    Bağlantının geçerli olduğu son gün: { $until }. Bağlantıyı bilen herkes kullanabilir, lütfen kimseye vermeyin.

    Bu e-postayı bir kez alıyorsunuz, çünkü “{ $asked }” rehberde bu adresle yer alıyor ve bu taraf adına henüz kimse onay vermedi. Böyle e-postalar almak istemiyorsanız:

    { $stop }
reply-title = “{ $asked }” ve “{ $partner }” birlikte çalışıyor mu?
reply-lead = Öneri bu şekilde. Ancak iki taraf da onaylarsa herkese açık olur.
reply-note = Not
reply-partner-confirmed = “{ $partner }” onayladı: { $date }.
reply-partner-waits = “{ $partner }” henüz onaylamadı.
reply-changed = Öneri bu arada değişti, yanıtınız alınmadı. Yeni durum budur: lütfen bir kez daha bakın.
reply-confirm = Evet, doğru
reply-decline = Hayır, reddet
reply-reason = Neden değil? (isteğe bağlı)
reply-reason-help = Bunu yalnızca editörler okur.
reply-thanks = Teşekkürler!
reply-closed = Bu soru daha önce yanıtlandı
reply-confirmed-on = “{ $asked }” onayladı: { $date }.
reply-declined-on = “{ $asked }” adına reddedildi: { $date }.
reply-state-waiting = “{ $partner }” de onayladığında herkese açık olur.
reply-state-active = İki taraf da onayladı: iş birliği herkese açık.
reply-state-dormant = İş birliğine ara verildi.
reply-state-ended = İş birliği sona erdi.
reply-state-rejected = İş birliği reddedildi ve herkese açık değil.
reply-mistake = Yanlışlıkla mı oldu? Editörler yardımcı olur; nasıl ulaşacağınız künyede yazıyor.
reply-gone = İki kayıttan biri artık yok
reply-gone-text = Bu yüzden burada onaylanacak bir şey kalmadı.
reply-expired-text = Editörler iş birliğini yine de onaylayabilir; nasıl ulaşacağınız künyede yazıyor.
stop-title = Böyle e-postalar artık gelmesin mi?
stop-link-confirmation = “{ $name }” artık bir iş birliğinin doğru olup olmadığı sorusunu almaz. Editörler o zaman kendileri sorar.
stop-unnamed = bir kayıt
stop-button = Böyle e-postalar gelmesin
stop-done = Böyle e-postalar artık gelmeyecek
mail-receipt-subject = Öneriniz ulaştı
mail-receipt-body =
    Merhaba,

    “{ $title }” rehberi için öneriniz için teşekkürler. { $about }

    Editörler öneriye bakacak. O zamana kadar her şey olduğu gibi kalır; sonra ne olduğunu öğreneceksiniz.

    { $why }

    { $stop }
mail-about-entry = Konu “{ $name }”: { $link }
mail-about-named = Konu: “{ $name }”.
mail-about-other = Konu henüz herkese açık olmayan bir şey.
mail-decision-subject = Önerinizin sonucu
mail-decision-body =
    Merhaba,

    “{ $title }” rehberinin editörleri önerinize baktı. { $about }

    { $outcome }

    { $why }

    { $stop }
mail-message-subject = Mesajınızla ilgilenildi
mail-message-body =
    Merhaba,

    “{ $title }” rehberinin editörleri mesajınızla ilgilendi. { $about }

    { $outcome }

    { $why }

    { $stop }
mail-why-receipt = Bu e-postayı, öneriyle birlikte bu adres verildiği için alıyorsunuz. Bunu başkası yaptıysa ya da böyle e-postalar istemiyorsanız:
mail-why-decision = Bu e-postayı, öneriyle birlikte bu adres verildiği için alıyorsunuz; adres bunun için artık saklanmaz. Böyle e-postalar istemiyorsanız:
mail-why-account = Bu e-postayı, öneriyi yaptığınız hesabın adresinde alıyorsunuz. Böyle e-postalar istemiyorsanız:
mail-outcome-approved = Öneri kabul edildi. Teşekkürler!
mail-outcome-partly = Öneri kısmen kabul edildi. Teşekkürler!
mail-outcome-rejected = Öneri kabul edilmedi.
mail-outcome-message-approved = Bildirdiğiniz için teşekkürler!
mail-outcome-message-rejected = Bunun üzerine bir şey değiştirilmedi.
mail-outcome-reason = Editörlerin notu: { $reason }
mail-welcome-subject = “{ $name }” artık rehberde
mail-welcome-body =
    Merhaba,

    “{ $name }” bugünden beri “{ $title }” rehberinde; böylece insanlar çevrelerinde kimin ne üzerine çalıştığını bulur. Herkese açık olanlar:

    { $facts }

    Görünen her şey:
    { $page }

    Bilgilerin kaynağı: { $source }

    Bu bizim derneğimiz; bilgilere kendimiz bakmak ya da bir şeyi değiştirmek istiyoruz:
    { $claim }

    Haklarınız: ne saklandığını sorabilir, düzeltilmesini veya silinmesini isteyebilir, rehberde yer almaya itiraz edebilir ve veri koruma makamına şikâyette bulunabilirsiniz (GDPR 14-21. ve 77. maddeler). Amaç, hukuki dayanak ve süre gizlilik bildiriminde, sorumlu ise künyede yazar:
    { $privacy }
    { $imprint }

    Bu e-postayı, kayıt bu adresle yayımlandığı için bir kez alıyorsunuz. Böyle e-postalar istemiyorsanız:

    { $stop }
mail-source-proposed = birinin editörlere gönderdiği bir öneri.
mail-source-found = editörler, herkese açık kaynaklardan veya sizinle görüşmelerden derledi.
mail-claim = Bu bizim derneğimiz: lütfen bizimle iletişime geçin.
stop-proposal = Bu adrese artık bir önerinin ulaştığına ve sonucuna dair e-posta gitmez.
stop-welcome = “{ $name }” artık kaydın yayımlandığına dair e-posta almaz.
mail-digest-subject = Bugün bekleyenler: { $title }
mail-digest-body =
    Merhaba,

    “{ $title }” rehberinde bekleyen işler var:

    { $work }

    Hepsi bir arada:
    { $console }

    Bu e-postayı, hesabınız yayın ekibine ait olduğu için, günde en fazla bir kez ve yalnızca bekleyen bir iş varsa alıyorsunuz. Dil ve e-posta ayarları:
    { $account }

    Böyle e-postalar istemiyorum:

    { $stop }
mail-due-proposals = Karar bekleyen öneriler
mail-due-consents = Yenilenecek onaylar
mail-due-links = Doğrulama bekleyen iş birlikleri
mail-due-verifications = Kontrol edilecek kayıtlar
mail-due-unreachable = E-postanın ulaşmadığı kayıtlar
mail-due-websites = Sorunlu web siteleri
mail-due-duplicates = Muhtemelen iki kez bulunan kayıtlar
mail-due-unplaced = Haritada yeri olmayan kayıtlar
mail-due-drafts = Henüz yayımlanmamış taslaklar
mail-due-demand = Sonuçsuz kalan aramalar
stop-digest = Hesabınıza artık bekleyen işlerle ilgili e-posta gitmez. “Hesabım” sayfasında yeniden açabilirsiniz.
mail-reminder-subject = “{ $name }” kaydı hâlâ doğru mu?
mail-reminder-confirmed = en son { $day } tarihinde onaylandı
mail-reminder-unconfirmed = henüz onaylanmadı
mail-reminder-body =
    Merhaba,

    “{ $name }” kaydı “{ $title }” rehberinde { $state }. Lütfen her şeyin hâlâ doğru olup olmadığına kısaca bakın:

    { $entry }

    Her şey hâlâ doğru:
    { $right }

    Bir şey farklı, değişiklik öneriyoruz:
    { $change }

    Kayıt artık görünmesin:
    { $archive }

    Bunun için hesap gerekmez. Bağlantıların geçerli olduğu son gün: { $until }. Bağlantıları bilen herkes kullanabilir, lütfen kimseye vermeyin.

    { $title }
    { $origin }
