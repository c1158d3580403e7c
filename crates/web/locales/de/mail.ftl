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
mail-receipt-subject = Ihr Vorschlag ist angekommen
mail-receipt-body =
    Guten Tag,

    danke für Ihren Vorschlag zum Verzeichnis „{ $title }“. { $about }

    Die Redaktion sieht ihn sich an. Bis dahin bleibt alles, wie es ist; danach hören Sie, was daraus wurde.

    { $why }

    { $stop }
mail-about-entry = Es geht um „{ $name }“: { $link }
mail-about-named = Es geht um „{ $name }“.
mail-about-other = Es geht um etwas, das noch nicht öffentlich ist.
mail-decision-subject = Was aus Ihrem Vorschlag wurde
mail-decision-body =
    Guten Tag,

    die Redaktion des Verzeichnisses „{ $title }“ hat sich Ihren Vorschlag angesehen. { $about }

    { $outcome }

    { $why }

    { $stop }
mail-message-subject = Ihre Nachricht wurde bearbeitet
mail-message-body =
    Guten Tag,

    die Redaktion des Verzeichnisses „{ $title }“ hat Ihre Nachricht bearbeitet. { $about }

    { $outcome }

    { $why }

    { $stop }
mail-why-receipt = Sie bekommen diese Mail, weil diese Adresse zu dem Vorschlag angegeben wurde. War das jemand anderes, oder möchten Sie keine solchen Mails:
mail-why-decision = Sie bekommen diese Mail, weil diese Adresse zu dem Vorschlag angegeben wurde; aufbewahrt wird sie dafür nicht länger. Keine solchen Mails mehr:
mail-why-account = Sie bekommen diese Mail an die Adresse Ihres Kontos, mit dem der Vorschlag gemacht wurde. Möchten Sie keine solchen Mails:
mail-outcome-approved = Er wurde übernommen. Danke!
mail-outcome-partly = Er wurde zum Teil übernommen. Danke!
mail-outcome-rejected = Er wurde nicht übernommen.
mail-outcome-message-approved = Danke für den Hinweis!
mail-outcome-message-rejected = Geändert wurde darauf nichts.
mail-outcome-reason = Die Redaktion schreibt dazu: { $reason }
mail-welcome-subject = „{ $name }“ steht jetzt im Verzeichnis
mail-welcome-body =
    Guten Tag,

    „{ $name }“ steht seit heute im Verzeichnis „{ $title }“, damit Menschen finden, wer in der Nachbarschaft woran arbeitet. Öffentlich ist:

    { $facts }

    Alles, was zu sehen ist:
    { $page }

    Woher die Angaben stammen: { $source }

    Das ist unser Verein, wir möchten die Angaben selbst pflegen oder etwas ändern:
    { $claim }

    Ihre Rechte: Sie können Auskunft verlangen, Angaben berichtigen oder löschen lassen, der Aufnahme widersprechen und sich bei der Datenschutzaufsicht beschweren (Artikel 14 bis 21 und 77 DSGVO). Zweck, Rechtsgrundlage und Dauer stehen in der Datenschutzerklärung, und wer verantwortlich ist, steht im Impressum:
    { $privacy }
    { $imprint }

    Sie bekommen diese Mail einmal, weil der Eintrag mit dieser Adresse veröffentlicht wurde. Keine solchen Mails mehr:

    { $stop }
mail-source-proposed = aus einem Vorschlag, den jemand der Redaktion geschickt hat.
mail-source-found = von der Redaktion zusammengetragen, aus öffentlich zugänglichen Quellen oder aus Gesprächen mit Ihnen.
mail-claim = Das ist unser Verein: Bitte nehmen Sie Kontakt mit uns auf.
stop-proposal = An diese Adresse gehen dann keine Mails mehr darüber, dass ein Vorschlag ankam und was daraus wurde.
stop-welcome = An „{ $name }“ geht dann keine Mail mehr darüber, dass der Eintrag veröffentlicht ist.
mail-digest-subject = Was heute ansteht: { $title }
mail-digest-body =
    Guten Tag,

    im Verzeichnis „{ $title }“ wartet etwas:

    { $work }

    Alles auf einen Blick:
    { $console }

    Sie bekommen diese Mail höchstens einmal am Tag und nur, wenn etwas ansteht, weil Ihr Konto zur Redaktion gehört. Sprache und Mails stellen Sie hier ein:
    { $account }

    Keine solchen Mails mehr:

    { $stop }
mail-due-proposals = Vorschläge zu entscheiden
mail-due-consents = Einwilligungen zu erneuern
mail-due-links = Zusammenarbeit wartet auf Bestätigung
mail-due-verifications = Einträge zu prüfen
mail-due-unreachable = Einträge, die keine Mail erreicht
mail-due-websites = Websites, mit denen etwas nicht stimmt
mail-due-duplicates = Einträge, die wahrscheinlich doppelt sind
mail-due-unplaced = Einträge ohne Ort auf der Karte
mail-due-drafts = Entwürfe, die noch nicht veröffentlicht sind
mail-due-demand = Suchen ohne Treffer
stop-digest = An Ihr Konto gehen dann keine Mails mehr darüber, was ansteht. Unter „Mein Konto“ lassen sie sich wieder einschalten.
mail-reminder-subject = Stimmt der Eintrag „{ $name }“ noch?
mail-reminder-confirmed = wurde zuletzt am { $day } bestätigt
mail-reminder-unconfirmed = wurde noch nicht bestätigt
mail-reminder-body =
    Guten Tag,

    der Eintrag „{ $name }“ im Verzeichnis „{ $title }“ { $state }. Bitte sehen Sie kurz nach, ob alles noch stimmt:

    { $entry }

    Alles stimmt noch:
    { $right }

    Etwas ist anders, wir schlagen eine Änderung vor:
    { $change }

    Der Eintrag soll nicht mehr erscheinen:
    { $archive }

    Dafür ist kein Konto nötig. Die Links gelten bis zum { $until }; wer sie hat, kann sie benutzen: bitte nicht weitergeben.

    { $title }
    { $origin }
