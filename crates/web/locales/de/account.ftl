# Anmelden, das eigene Konto, Einladungen
account-login = Anmelden
account-login-lead = Für alle, die hier ein Konto haben: Redaktion, Vereine, Partner.
account-email = E-Mail-Adresse
account-password = Passwort
account-password-current = Ihr jetziges Passwort
account-password-new = Neues Passwort
account-password-hint = Mindestens 12 Zeichen. Am besten mehrere Wörter, die nicht zusammengehören.
account-login-provider = Anmelden mit { $name }
account-login-refused = E-Mail-Adresse und Passwort passen nicht zusammen.
account-forgotten = Passwort vergessen
account-forgotten-text = Wir schicken Ihnen einen Link, mit dem Sie ein neues Passwort setzen.
account-forgotten-send = Link schicken
account-forgotten-sent = Wenn es zu dieser Adresse ein Konto gibt, ist der Link unterwegs. Er gilt eine Stunde.
account-forgotten-no-mail = Passwort vergessen? Von hier gehen keine Mails aus: Wer das Verzeichnis betreibt, setzt es Ihnen neu.
account-code-title = Code eingeben
account-code-lead = Bitte geben Sie den Code aus Ihrer Authenticator-App ein oder einen Ihrer Wiederherstellungscodes.
account-code = Code
account-continue = Weiter
account-code-wrong = Der Code stimmt nicht oder wurde schon benutzt.
account-pending-ended = Das hat zu lange gedauert. Bitte geben Sie das Passwort noch einmal ein.
account-throttled =
    { $count ->
        [one] Zu viele Versuche. Bitte warten Sie eine Minute.
       *[other] Zu viele Versuche. Bitte warten Sie { $count } Minuten.
    }
account-not-done = Nicht übernommen
account-signed-out = Sie sind abgemeldet.
account-login-again = Ihre Sitzung war zu Ende. Nach dem Anmelden geht es dort weiter, wo Sie waren.
account-password-set = Das neue Passwort gilt. Bitte melden Sie sich damit an.
account-created = Ihr Konto ist eingerichtet. Bitte melden Sie sich an.
account-title = Mein Konto
account-back = Zurück zum Konto
account-sign-out = Abmelden
account-sign-out-everywhere = Überall abmelden
account-role = Rolle
account-role-partner = Partner
account-role-member = Mitglied
account-role-editor = Redaktion
account-role-admin = Verwaltung
account-actors = Spricht für
account-name = Name
account-name-hint = So nennt Sie die Redaktion. Freiwillig.
account-save = Speichern
account-saved = Gespeichert.
account-digest-title = Mails an mich
account-digest-want = Was ansteht, höchstens einmal am Tag und nur, wenn etwas wartet
account-digest-language = Sprache dieser Mails
account-digest-off = Dieses Verzeichnis verschickt solche Mails derzeit nicht. Ihre Wahl gilt, sobald es das tut.
account-password-title = Passwort ändern
account-password-text = Danach sind Sie nur noch hier angemeldet: alle anderen Sitzungen enden.
account-password-changed = Das Passwort ist geändert, alle anderen Sitzungen sind beendet.
account-password-wrong = Das Passwort stimmt nicht.
account-password-too-short =
    { $count ->
       *[other] Das Passwort ist zu kurz: nötig sind { $count } Zeichen.
    }
account-password-guessable = Dieses Passwort ist leicht zu erraten. Bitte nehmen Sie ein anderes.
account-password-like-email = Das Passwort besteht aus Ihrem Namen oder Ihrer E-Mail-Adresse. Bitte nehmen Sie ein anderes.
account-factor-title = Zweiter Faktor
account-factor-off = Zum Passwort kommt dann ein Code aus einer App auf Ihrem Telefon. Wer nur das Passwort kennt, kommt nicht hinein.
account-factor-on = Der zweite Faktor ist an. Neue Codes und das Ausschalten brauchen Passwort und Code.
account-codes-left =
    { $count ->
       *[other] Übrige Wiederherstellungscodes: { $count }
    }
account-factor-begin = Einrichten
account-factor-remove = Ausschalten
account-factor-removed = Der zweite Faktor ist aus.
account-factor-required = Die Verwaltung braucht hier einen zweiten Faktor.
account-factor-scan = Öffnen Sie eine Authenticator-App und lesen Sie damit dieses Bild ein.
account-factor-qr = QR-Code des zweiten Faktors
account-factor-secret = Oder geben Sie ihr diesen Schlüssel ein und danach hier den Code, den sie zeigt:
account-codes-title = Wiederherstellungscodes
account-codes-text = Der zweite Faktor ist an. Bitte bewahren Sie diese Codes gut auf, auf Papier zum Beispiel: Jeder ersetzt einmal das Telefon. Sie werden nur jetzt gezeigt.
account-codes-done = Ich habe sie aufbewahrt
account-codes-renew = Neue Wiederherstellungscodes
account-sessions-title = Angemeldete Geräte
account-session-this = dieses Gerät
account-session-unknown = Unbekanntes Gerät
account-session-seen = zuletzt benutzt: { $date }
account-session-end = Abmelden
account-sessions-end-others = Alle anderen abmelden
account-session-ended = Die Sitzung ist beendet.
account-tokens-title = Zugriffstoken für Programme
account-tokens-text = Mit einem Token fragt ein Programm in Ihrem Namen. Sie brauchen keins, um hier zu arbeiten.
account-token-name = Wofür
account-token-days = Gültig, Tage (1–366)
account-days-out-of-range = Erlaubt sind 1 bis 366 Tage.
account-token-may-write = darf auch ändern
account-token-writes = liest und ändert
account-token-reads = liest nur
account-token-make = Token anlegen
account-token-until = gültig bis { $date }
account-token-revoke = Zurückziehen
account-token-revoked = Das Token ist zurückgezogen.
account-token-title = Neues Token
account-token-shown-once = Bitte kopieren Sie das Token jetzt: Es wird nicht noch einmal gezeigt.
account-set-title = Neues Passwort setzen
account-set-text = Danach enden alle Sitzungen Ihres Kontos, und dieser Link gilt nicht mehr.
account-link-ended = Der Link gilt nicht mehr
account-link-ended-text = Er ist abgelaufen, wurde schon benutzt oder zurückgezogen. Bitte lassen Sie sich einen neuen schicken.
account-invitation-title = Willkommen
account-invitation-text = Sie sind eingeladen, an diesem Verzeichnis mitzuarbeiten. Mit Name und Passwort richten Sie Ihr Konto ein.
account-invitation-button = Konto einrichten
account-first-admin-title = Das erste Konto
account-first-admin-text = Noch darf niemand dieses Verzeichnis verwalten. Mit diesem Konto dürfen Sie alles, auch andere einladen. Der Link wirkt einmal.
account-address-taken = Zu dieser E-Mail-Adresse gibt es schon ein Konto. Bitte melden Sie sich damit an.
account-mail-password-subject = Neues Passwort für { $title }
account-mail-invitation-subject = Einladung: { $title }
account-mail-password-body =
    Guten Tag,

    für Ihr Konto bei „{ $title }“ wurde ein neues Passwort angefordert. Setzen Sie es hier:

    { $link }

    Der Link gilt einmal und bis { $until }. Bitte geben Sie ihn nicht weiter.

    Sie bekommen diese Mail, weil jemand auf der Anmeldeseite Ihre Adresse eingegeben hat. Waren Sie das nicht, brauchen Sie nichts zu tun: Ihr Passwort bleibt, wie es ist.
account-mail-invitation-body =
    Guten Tag,

    { $by } lädt Sie ein, am Verzeichnis „{ $title }“ mitzuarbeiten ({ $role }). Richten Sie hier Ihr Konto ein:

    { $link }

    Der Link gilt einmal und bis { $until }. Bitte geben Sie ihn nicht weiter.

    Sie bekommen diese Mail einmal, weil diese Einladung an Ihre Adresse ging. Möchten Sie kein Konto, brauchen Sie nichts zu tun: Die Einladung endet von selbst, und Ihre Adresse wird danach nicht aufbewahrt.
account-mail-test-subject = Probemail: { $title }
account-mail-test-body =
    Guten Tag,

    diese Mail kam an. „{ $title }“ kann also Mails verschicken.

    Sie bekommen sie einmal, weil Sie in den Einstellungen eine Probemail angefordert haben.
