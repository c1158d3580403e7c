# Başka bir hizmetle oturum açma
sign-in-failed = Oturum açılmadı
sign-in-again = Yeniden dene
sign-in-provider-down = Oturum açma hizmeti şu anda yanıt vermiyor. Lütfen daha sonra yeniden deneyin.
sign-in-not-begun = Bu oturum açma bu tarayıcıda başlatılmadı ya da üzerinden çok zaman geçti.
sign-in-declined = Oturum açma hizmeti oturumu onaylamadı.
sign-in-no-proof = Oturum açma hizmetinin yanıtı geçerli değildi.
sign-in-no-account = Bu oturum için burada bir hesap yok. Hesapları rehberi işleten verir.
sign-in-second-factor = Bu hesabın, oturum açma hizmetinin sormadığı ikinci bir doğrulaması var. Lütfen parola ve kodla oturum açın.
