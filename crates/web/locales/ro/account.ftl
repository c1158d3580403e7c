# Autentificare, contul propriu, invitații
account-login = Autentificare
account-login-lead = Pentru toți cei care au un cont aici: redacție, asociații, parteneri.
account-email = Adresă de e-mail
account-password = Parolă
account-password-current = Parola dumneavoastră actuală
account-password-new = Parolă nouă
account-password-hint = Cel puțin 12 caractere. Cel mai bine mai multe cuvinte fără legătură între ele.
account-login-provider = Autentificare cu { $name }
account-login-refused = Adresa de e-mail și parola nu se potrivesc.
account-forgotten = Parolă uitată
account-forgotten-text = Vă trimitem un link cu care setați o parolă nouă.
account-forgotten-send = Trimite linkul
account-forgotten-sent = Dacă există un cont pentru această adresă, linkul este pe drum. Este valabil o oră.
account-forgotten-no-mail = Ați uitat parola? De aici nu se trimit e-mailuri: cine administrează directorul vă setează alta.
account-code-title = Introduceți codul
account-code-lead = Introduceți codul din aplicația de autentificare sau unul dintre codurile de recuperare.
account-code = Cod
account-continue = Continuare
account-code-wrong = Codul nu este corect sau a fost deja folosit.
account-pending-ended = A durat prea mult. Introduceți parola din nou.
account-throttled =
    { $count ->
        [one] Prea multe încercări. Așteptați un minut.
        [few] Prea multe încercări. Așteptați { $count } minute.
       *[other] Prea multe încercări. Așteptați { $count } de minute.
    }
account-not-done = Nu s-a efectuat
account-signed-out = V-ați deconectat.
account-login-again = Sesiunea dumneavoastră se încheiase. După autentificare continuați de unde ați rămas.
account-password-set = Noua parolă este setată. Autentificați-vă cu ea.
account-created = Contul dumneavoastră este gata. Autentificați-vă.
account-title = Contul meu
account-back = Înapoi la cont
account-sign-out = Deconectare
account-sign-out-everywhere = Deconectare peste tot
account-role = Rol
account-role-partner = Partener
account-role-member = Membru
account-role-editor = Redacție
account-role-admin = Administrare
account-actors = Vorbește pentru
account-name = Nume
account-name-hint = Așa vă spune redacția. Opțional.
account-save = Salvare
account-saved = Salvat.
account-digest-title = E-mailuri către mine
account-digest-want = Ce așteaptă: cel mult o dată pe zi și doar când este ceva
account-digest-language = Limba acestor e-mailuri
account-digest-off = Acest director nu trimite momentan astfel de e-mailuri. Alegerea dumneavoastră va conta când va începe.
account-password-title = Schimbarea parolei
account-password-text = După aceea rămâneți autentificat doar aici: toate celelalte sesiuni se încheie.
account-password-changed = Parola a fost schimbată, toate celelalte sesiuni s-au încheiat.
account-password-wrong = Parola nu este corectă.
account-password-too-short =
    { $count ->
       *[other] Parola este prea scurtă: numărul minim de caractere este { $count }.
    }
account-password-guessable = Această parolă este ușor de ghicit. Alegeți alta.
account-password-like-email = Parola este formată din numele sau adresa dumneavoastră. Alegeți alta.
account-factor-title = Al doilea factor
account-factor-off = Pe lângă parolă se cere un cod dintr-o aplicație de pe telefon. Cine știe doar parola nu intră.
account-factor-on = Al doilea factor este activ. Codurile noi și dezactivarea cer parola și codul.
account-codes-left =
    { $count ->
       *[other] Coduri de recuperare rămase: { $count }
    }
account-factor-begin = Configurare
account-factor-remove = Dezactivare
account-factor-removed = Al doilea factor este dezactivat.
account-factor-required = Administrarea are nevoie aici de un al doilea factor.
account-factor-scan = Deschideți o aplicație de autentificare și scanați această imagine.
account-factor-qr = Codul QR al celui de-al doilea factor
account-factor-secret = Sau introduceți în ea această cheie, apoi mai jos codul afișat:
account-codes-title = Coduri de recuperare
account-codes-text = Al doilea factor este activ. Păstrați bine aceste coduri, de exemplu pe hârtie: fiecare înlocuiește o dată telefonul. Sunt afișate doar acum.
account-codes-done = Le-am păstrat
account-codes-renew = Coduri de recuperare noi
account-sessions-title = Dispozitive autentificate
account-session-this = acest dispozitiv
account-session-unknown = Dispozitiv necunoscut
account-session-seen = folosit ultima dată: { $date }
account-session-end = Deconectare
account-sessions-end-others = Deconectează toate celelalte
account-session-ended = Sesiunea s-a încheiat.
account-tokens-title = Tokenuri pentru programe
account-tokens-text = Cu un token, un program întreabă în numele dumneavoastră. Pentru lucrul aici nu este necesar.
account-token-name = Pentru ce
account-token-days = Valabil, zile (1–366)
account-days-out-of-range = Sunt permise între 1 și 366 de zile.
account-token-may-write = poate și modifica
account-token-writes = citește și modifică
account-token-reads = doar citește
account-token-make = Creează un token
account-token-until = valabil până la { $date }
account-token-revoke = Retrage
account-token-revoked = Tokenul a fost retras.
account-token-title = Token nou
account-token-shown-once = Copiați tokenul acum: nu mai este afișat.
account-set-title = Setarea unei parole noi
account-set-text = După aceea toate sesiunile contului se încheie, iar acest link nu mai este valabil.
account-link-ended = Linkul nu mai este valabil
account-link-ended-text = A expirat, a fost deja folosit sau a fost retras. Cereți unul nou.
account-invitation-title = Bun venit
account-invitation-text = Sunteți invitat să lucrați la acest director. Cu un nume și o parolă vă creați contul.
account-invitation-button = Creează contul
account-first-admin-title = Primul cont
account-first-admin-text = Încă nimeni nu poate administra acest director. Cu acest cont puteți face orice, inclusiv să invitați alte persoane. Linkul funcționează o singură dată.
account-address-taken = Pentru această adresă există deja un cont. Autentificați-vă cu el.
account-mail-password-subject = Parolă nouă pentru { $title }
account-mail-invitation-subject = Invitație: { $title }
account-mail-password-body =
    Bună ziua,

    pentru contul dumneavoastră la „{ $title }” s-a cerut o parolă nouă. Setați-o aici:

    { $link }

    Linkul este valabil o singură dată, până la { $until }. Vă rugăm să nu îl dați mai departe.

    Primiți acest e-mail pentru că cineva a introdus adresa dumneavoastră pe pagina de autentificare. Dacă nu ați fost dumneavoastră, nu trebuie să faceți nimic: parola rămâne aceeași.
account-mail-invitation-body =
    Bună ziua,

    { $by } vă invită să lucrați la directorul „{ $title }” ({ $role }). Creați-vă contul aici:

    { $link }

    Linkul este valabil o singură dată, până la { $until }. Vă rugăm să nu îl dați mai departe.

    Primiți acest e-mail o singură dată, pentru că invitația a fost trimisă la adresa dumneavoastră. Dacă nu doriți un cont, nu trebuie să faceți nimic: invitația expiră singură, iar adresa nu se păstrează după aceea.
account-mail-test-subject = E-mail de probă: { $title }
account-mail-test-body =
    Bună ziua,

    acest e-mail a ajuns, deci „{ $title }” poate trimite e-mailuri.

    Îl primiți o singură dată, pentru că ați cerut un e-mail de probă în setări.
