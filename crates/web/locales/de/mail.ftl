# Mails, die das Verzeichnis von selbst schreibt, und was hinter ihren Links steht
mail-link-subject = Arbeiten Sie mit „{ $partner }“ zusammen?
mail-link-body =
    Guten Tag,

    im Verzeichnis „{ $title }“ ist diese Zusammenarbeit vorgeschlagen:

    { $facts }

    Öffentlich wird sie erst, wenn beide Seiten zustimmen. Stimmt das? Hier können Sie zustimmen oder ablehnen, ohne Konto:

    { $link }

    Der Link gilt bis { $until }. Wer ihn hat, kann ihn benutzen: Bitte geben Sie ihn nicht weiter.

    Sie bekommen diese Mail einmal, weil „{ $asked }“ mit dieser Adresse im Verzeichnis geführt wird und für diese Seite noch niemand zugestimmt hat. Solche Mails nicht mehr bekommen:

    { $stop }
reply-title = Arbeiten „{ $asked }“ und „{ $partner }“ zusammen?
reply-lead = So ist es vorgeschlagen. Öffentlich wird es erst, wenn beide Seiten zustimmen.
reply-note = Anmerkung
reply-partner-confirmed = „{ $partner }“ hat am { $date } zugestimmt.
reply-partner-waits = „{ $partner }“ hat noch nicht zugestimmt.
reply-changed = Der Vorschlag hat sich inzwischen geändert; Ihre Antwort wurde nicht übernommen. Das ist der neue Stand: Bitte sehen Sie noch einmal hin.
reply-confirm = Ja, das stimmt
reply-decline = Nein, ablehnen
reply-reason = Warum nicht? (freiwillig)
reply-reason-help = Das liest nur die Redaktion.
reply-thanks = Danke!
reply-closed = Diese Frage ist schon beantwortet
reply-confirmed-on = „{ $asked }“ hat am { $date } zugestimmt.
reply-declined-on = Sie wurde am { $date } für „{ $asked }“ abgelehnt.
reply-state-waiting = Öffentlich wird sie, sobald auch „{ $partner }“ zustimmt.
reply-state-active = Beide Seiten haben zugestimmt: Die Zusammenarbeit ist öffentlich.
reply-state-dormant = Die Zusammenarbeit ruht.
reply-state-ended = Die Zusammenarbeit ist beendet.
reply-state-rejected = Die Zusammenarbeit wurde abgelehnt und ist nicht öffentlich.
reply-mistake = War das ein Versehen? Die Redaktion hilft; wie Sie sie erreichen, steht im Impressum.
reply-gone = Einen der beiden Einträge gibt es nicht mehr
reply-gone-text = Darum ist hier nichts mehr zu bestätigen.
reply-expired-text = Die Redaktion kann die Zusammenarbeit weiterhin bestätigen; wie Sie sie erreichen, steht im Impressum.
stop-title = Keine solchen Mails mehr?
stop-link-confirmation = An „{ $name }“ gehen dann keine Fragen mehr, ob eine Zusammenarbeit stimmt. Die Redaktion fragt dann selbst nach.
stop-unnamed = ein Eintrag
stop-button = Keine solchen Mails mehr
stop-done = Solche Mails kommen nicht mehr
