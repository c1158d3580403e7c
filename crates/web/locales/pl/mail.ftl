# Wiadomości, które katalog pisze sam, i to, co kryje się za ich linkami
mail-link-subject = Czy współpracują Państwo z „{ $partner }”?
mail-link-body =
    Dzień dobry,

    w katalogu „{ $title }” zaproponowano taką współpracę:

    { $facts }

    Będzie publiczna dopiero wtedy, gdy zgodzą się obie strony. Czy to się zgadza? Zgodzić się lub odmówić można tutaj, bez konta:

    { $link }

    Link działa do { $until }. Może go użyć każdy, kto go ma, dlatego prosimy nikomu go nie przekazywać.

    Otrzymują Państwo tę wiadomość jeden raz, bo „{ $asked }” jest w katalogu z tym adresem i nikt jeszcze nie zgodził się w imieniu tej strony. Aby nie otrzymywać takich wiadomości:

    { $stop }
reply-title = Czy „{ $asked }” i „{ $partner }” współpracują?
reply-lead = Tak to zaproponowano. Będzie publiczne dopiero wtedy, gdy zgodzą się obie strony.
reply-note = Uwaga
reply-partner-confirmed = „{ $partner }”: zgoda z { $date }.
reply-partner-waits = „{ $partner }”: jeszcze bez zgody.
reply-changed = Propozycja w międzyczasie się zmieniła, a odpowiedź nie została przyjęta. Oto nowy stan: prosimy spojrzeć jeszcze raz.
reply-confirm = Tak, zgadza się
reply-decline = Nie, odmawiam
reply-reason = Dlaczego nie? (nieobowiązkowo)
reply-reason-help = Czyta to tylko redakcja.
reply-thanks = Dziękujemy!
reply-closed = Na to pytanie już odpowiedziano
reply-confirmed-on = „{ $asked }”: zgoda z { $date }.
reply-declined-on = „{ $asked }”: odmowa z { $date }.
reply-state-waiting = Będzie publiczna, gdy zgodzi się także „{ $partner }”.
reply-state-active = Obie strony się zgodziły: współpraca jest publiczna.
reply-state-dormant = Współpraca jest zawieszona.
reply-state-ended = Współpraca się zakończyła.
reply-state-rejected = Współpracy odmówiono i nie jest publiczna.
reply-mistake = Czy to pomyłka? Redakcja pomoże; jak się z nią skontaktować, podano w nocie prawnej.
reply-gone = Jednego z dwóch wpisów już nie ma
reply-gone-text = Dlatego nie ma tu już czego potwierdzać.
reply-expired-text = Redakcja nadal może potwierdzić współpracę; jak się z nią skontaktować, podano w nocie prawnej.
stop-title = Bez takich wiadomości?
stop-link-confirmation = „{ $name }” nie dostanie już pytań, czy współpraca się zgadza. Redakcja zapyta wtedy sama.
stop-unnamed = wpis
stop-button = Bez takich wiadomości
stop-done = Takich wiadomości już nie będzie
mail-receipt-subject = Propozycja dotarła
mail-receipt-body =
    Dzień dobry,

    dziękujemy za propozycję do katalogu „{ $title }”. { $about }

    Redakcja się jej przyjrzy. Do tego czasu wszystko zostaje bez zmian; potem napiszemy, co z niej wynikło.

    { $why }

    { $stop }
mail-about-entry = Chodzi o „{ $name }”: { $link }
mail-about-named = Chodzi o „{ $name }”.
mail-about-other = Chodzi o coś, co nie jest jeszcze publiczne.
mail-decision-subject = Co wynikło z propozycji
mail-decision-body =
    Dzień dobry,

    redakcja katalogu „{ $title }” przyjrzała się propozycji. { $about }

    { $outcome }

    { $why }

    { $stop }
mail-message-subject = Państwa wiadomość została rozpatrzona
mail-message-body =
    Dzień dobry,

    redakcja katalogu „{ $title }” rozpatrzyła Państwa wiadomość. { $about }

    { $outcome }

    { $why }

    { $stop }
mail-why-receipt = Otrzymują Państwo tę wiadomość, bo przy propozycji podano ten adres. Jeśli zrobił to ktoś inny albo nie chcą Państwo takich wiadomości:
mail-why-decision = Otrzymują Państwo tę wiadomość, bo przy propozycji podano ten adres; w tym celu nie jest on dłużej przechowywany. Aby nie otrzymywać takich wiadomości:
mail-why-account = Otrzymują Państwo tę wiadomość na adres konta, z którego złożono propozycję. Jeśli nie chcą Państwo takich wiadomości:
mail-outcome-approved = Została przyjęta. Dziękujemy!
mail-outcome-partly = Została przyjęta częściowo. Dziękujemy!
mail-outcome-rejected = Nie została przyjęta.
mail-outcome-message-approved = Dziękujemy za informację!
mail-outcome-message-rejected = Nic w związku z nią nie zmieniono.
mail-outcome-reason = Redakcja pisze: { $reason }
mail-welcome-subject = „{ $name }” jest teraz w katalogu
mail-welcome-body =
    Dzień dobry,

    od dziś „{ $name }” jest w katalogu „{ $title }”, aby ludzie wiedzieli, kto nad czym pracuje w ich okolicy. Publiczne są:

    { $facts }

    Wszystko, co widać:
    { $page }

    Skąd są te dane: { $source }

    To nasze stowarzyszenie i chcemy sami dbać o dane albo coś zmienić:
    { $claim }

    Państwa prawa: można zapytać, co jest przechowywane, poprosić o poprawienie lub usunięcie, sprzeciwić się umieszczeniu w katalogu i złożyć skargę do organu ochrony danych (art. 14–21 i 77 RODO). Cel, podstawa prawna i czas są w informacji o prywatności, a kto odpowiada, w nocie prawnej:
    { $privacy }
    { $imprint }

    Otrzymują Państwo tę wiadomość jeden raz, bo wpis opublikowano z tym adresem. Aby nie otrzymywać takich wiadomości:

    { $stop }
mail-source-proposed = z propozycji, którą ktoś przysłał redakcji.
mail-source-found = zebrała je redakcja, ze źródeł publicznie dostępnych albo z rozmów z Państwem.
mail-claim = To nasze stowarzyszenie: prosimy o kontakt.
stop-proposal = Na ten adres nie będą już przychodzić wiadomości o tym, że propozycja dotarła i co z niej wynikło.
stop-welcome = „{ $name }” nie dostanie już wiadomości o tym, że wpis jest opublikowany.
mail-digest-subject = Co czeka dzisiaj: { $title }
mail-digest-body =
    Dzień dobry,

    w katalogu „{ $title }” coś czeka:

    { $work }

    Wszystko w jednym miejscu:
    { $console }

    Ta wiadomość przychodzi najwyżej raz dziennie i tylko wtedy, gdy coś czeka, bo Państwa konto należy do redakcji. Język i wiadomości można ustawić tutaj:
    { $account }

    Proszę nie wysyłać takich wiadomości:

    { $stop }
mail-due-proposals = Propozycje do rozpatrzenia
mail-due-consents = Zgody do odnowienia
mail-due-links = Współpraca czekająca na potwierdzenie
mail-due-verifications = Wpisy do sprawdzenia
mail-due-unreachable = Wpisy, do których nie docierają wiadomości
mail-due-websites = Strony internetowe, z którymi coś jest nie tak
mail-due-duplicates = Wpisy, które prawdopodobnie się powtarzają
mail-due-unplaced = Wpisy bez miejsca na mapie
mail-due-drafts = Szkice, które nie są jeszcze opublikowane
mail-due-demand = Wyszukiwania bez wyników
stop-digest = Na Państwa konto nie będą już przychodzić wiadomości o tym, co czeka. Można je znowu włączyć na stronie „Moje konto”.
mail-reminder-subject = Czy wpis „{ $name }” jest nadal aktualny?
mail-reminder-confirmed = został ostatnio potwierdzony { $day }
mail-reminder-unconfirmed = nie został jeszcze potwierdzony
mail-reminder-body =
    Dzień dobry,

    wpis „{ $name }” w katalogu „{ $title }” { $state }. Prosimy krótko sprawdzić, czy wszystko się jeszcze zgadza:

    { $entry }

    Wszystko się nadal zgadza:
    { $right }

    Coś się zmieniło, proponujemy zmianę:
    { $change }

    Wpis nie powinien się już pojawiać:
    { $archive }

    Nie potrzeba do tego konta. Linki działają do { $until }. Może ich użyć każdy, kto je ma, dlatego prosimy nikomu ich nie przekazywać.

    { $title }
    { $origin }
