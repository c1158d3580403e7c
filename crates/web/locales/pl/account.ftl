# Logowanie, własne konto, zaproszenia
account-login = Zaloguj się
account-login-lead = Dla wszystkich, którzy mają tu konto: redakcji, stowarzyszeń, partnerów.
account-email = Adres e-mail
account-password = Hasło
account-password-current = Obecne hasło
account-password-new = Nowe hasło
account-password-hint = Co najmniej 12 znaków. Najlepiej kilka słów, które do siebie nie pasują.
account-login-provider = Zaloguj się przez { $name }
account-login-refused = Adres e-mail i hasło do siebie nie pasują.
account-forgotten = Nie pamiętam hasła
account-forgotten-text = Wyślemy link do ustawienia nowego hasła.
account-forgotten-send = Wyślij link
account-forgotten-sent = Jeśli ten adres ma konto, link jest już w drodze. Jest ważny przez godzinę.
account-forgotten-no-mail = Nie pamiętają Państwo hasła? Stąd nie wysyłamy poczty: nowe ustawi ten, kto prowadzi katalog.
account-code-title = Podaj kod
account-code-lead = Prosimy podać kod z aplikacji uwierzytelniającej lub jeden z kodów odzyskiwania.
account-code = Kod
account-continue = Dalej
account-code-wrong = Kod jest błędny albo został już użyty.
account-pending-ended = To trwało zbyt długo. Prosimy podać hasło jeszcze raz.
account-throttled =
    { $count ->
        [one] Za dużo prób. Prosimy poczekać minutę.
        [few] Za dużo prób. Prosimy poczekać { $count } minuty.
       *[other] Za dużo prób. Prosimy poczekać { $count } minut.
    }
account-not-done = Nie wykonano
account-signed-out = Wylogowano.
account-login-again = Sesja wygasła. Po zalogowaniu praca toczy się dalej od tego samego miejsca.
account-password-set = Nowe hasło jest ustawione. Prosimy się nim zalogować.
account-created = Konto jest gotowe. Prosimy się zalogować.
account-title = Moje konto
account-back = Wróć do konta
account-sign-out = Wyloguj się
account-sign-out-everywhere = Wyloguj się wszędzie
account-role = Rola
account-role-partner = Partner
account-role-member = Członek
account-role-editor = Redakcja
account-role-admin = Administracja
account-actors = Występuje w imieniu
account-name = Imię i nazwisko
account-name-hint = Tak zwraca się do Państwa redakcja. Nieobowiązkowe.
account-save = Zapisz
account-saved = Zapisano.
account-digest-title = Wiadomości do mnie
account-digest-want = Co czeka: najwyżej raz dziennie i tylko gdy coś jest
account-digest-language = Język tych wiadomości
account-digest-off = Ten katalog obecnie nie wysyła takich wiadomości. Wybór zadziała, gdy zacznie.
account-password-title = Zmiana hasła
account-password-text = Potem pozostaną Państwo zalogowani tylko tutaj: wszystkie inne sesje się skończą.
account-password-changed = Hasło zmieniono, wszystkie inne sesje zakończono.
account-password-wrong = Hasło jest błędne.
account-password-too-short =
    { $count ->
       *[other] Hasło jest za krótkie: najmniejsza liczba znaków to { $count }.
    }
account-password-guessable = To hasło łatwo odgadnąć. Prosimy wybrać inne.
account-password-like-email = Hasło składa się z nazwiska lub adresu e-mail. Prosimy wybrać inne.
account-factor-title = Drugi składnik
account-factor-off = Oprócz hasła potrzebny jest kod z aplikacji w telefonie. Kto zna tylko hasło, nie wejdzie.
account-factor-on = Drugi składnik jest włączony. Nowe kody i wyłączenie wymagają hasła i kodu.
account-codes-left =
    { $count ->
       *[other] Pozostałe kody odzyskiwania: { $count }
    }
account-factor-begin = Skonfiguruj
account-factor-remove = Wyłącz
account-factor-removed = Drugi składnik jest wyłączony.
account-factor-required = Administracja potrzebuje tu drugiego składnika.
account-factor-scan = Otwórz aplikację uwierzytelniającą i zeskanuj ten obraz.
account-factor-qr = Kod QR drugiego składnika
account-factor-secret = Albo wpisz do niej ten klucz, a potem poniżej kod, który pokaże:
account-codes-title = Kody odzyskiwania
account-codes-text = Drugi składnik jest włączony. Prosimy dobrze przechować te kody, na przykład na papierze: każdy raz zastępuje telefon. Pokazujemy je tylko teraz.
account-codes-done = Mam je zapisane
account-codes-renew = Nowe kody odzyskiwania
account-sessions-title = Zalogowane urządzenia
account-session-this = to urządzenie
account-session-unknown = Nieznane urządzenie
account-session-seen = ostatnio używane: { $date }
account-session-end = Wyloguj
account-sessions-end-others = Wyloguj wszystkie inne
account-session-ended = Sesję zakończono.
account-tokens-title = Tokeny dla programów
account-tokens-text = Z tokenem program pyta w Państwa imieniu. Do pracy tutaj nie jest potrzebny.
account-token-name = Do czego
account-token-days = Ważny, dni (1–366)
account-days-out-of-range = Dozwolone jest od 1 do 366 dni.
account-token-may-write = może też zmieniać
account-token-writes = czyta i zmienia
account-token-reads = tylko czyta
account-token-make = Utwórz token
account-token-until = ważny do { $date }
account-token-revoke = Wycofaj
account-token-revoked = Token wycofano.
account-token-title = Nowy token
account-token-shown-once = Prosimy skopiować token teraz: nie pokażemy go ponownie.
account-set-title = Ustawienie nowego hasła
account-set-text = Potem wszystkie sesje konta się skończą, a ten link przestanie działać.
account-link-ended = Link już nie działa
account-link-ended-text = Wygasł, został już użyty albo wycofany. Prosimy poprosić o nowy.
account-invitation-title = Witamy
account-invitation-text = Zapraszamy do współpracy przy tym katalogu. Imię i hasło utworzą Państwa konto.
account-invitation-button = Utwórz konto
account-first-admin-title = Pierwsze konto
account-first-admin-text = Nikt jeszcze nie może zarządzać tym katalogiem. Z tym kontem mogą Państwo wszystko, także zapraszać inne osoby. Link działa jeden raz.
account-address-taken = Ten adres ma już konto. Prosimy się nim zalogować.
account-mail-password-subject = Nowe hasło do { $title }
account-mail-invitation-subject = Zaproszenie: { $title }
account-mail-password-body =
    Dzień dobry,

    dla Państwa konta w „{ $title }” poproszono o nowe hasło. Można je ustawić tutaj:

    { $link }

    Link działa jeden raz i do { $until }. Prosimy nikomu go nie przekazywać.

    Otrzymują Państwo tę wiadomość, bo ktoś wpisał ten adres na stronie logowania. Jeśli to nie Państwo, nie trzeba nic robić: hasło pozostaje bez zmian.
account-mail-invitation-body =
    Dzień dobry,

    { $by } zaprasza Państwa do współpracy przy katalogu „{ $title }” ({ $role }). Konto można utworzyć tutaj:

    { $link }

    Link działa jeden raz i do { $until }. Prosimy nikomu go nie przekazywać.

    Otrzymują Państwo tę wiadomość jeden raz, bo zaproszenie wysłano na ten adres. Jeśli nie chcą Państwo konta, nie trzeba nic robić: zaproszenie samo wygaśnie, a adres nie będzie potem przechowywany.
account-mail-test-subject = Wiadomość próbna: { $title }
account-mail-test-body =
    Dzień dobry,

    ta wiadomość dotarła, więc „{ $title }” może wysyłać wiadomości.

    Przychodzi raz, bo w ustawieniach poproszono o wiadomość próbną.
