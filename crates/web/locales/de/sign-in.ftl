# Anmeldung über einen anderen Dienst
sign-in-failed = Nicht angemeldet
sign-in-again = Noch einmal versuchen
sign-in-provider-down = Der Anmeldedienst antwortet gerade nicht. Bitte versuchen Sie es später noch einmal.
sign-in-not-begun = Diese Anmeldung wurde nicht in diesem Browser begonnen oder ist zu lange her.
sign-in-declined = Der Anmeldedienst hat die Anmeldung nicht bestätigt.
sign-in-no-proof = Die Antwort des Anmeldedienstes war nicht gültig.
sign-in-no-account = Für diese Anmeldung gibt es hier kein Konto. Konten vergibt, wer das Verzeichnis betreibt.
sign-in-second-factor = Dieses Konto hat einen zweiten Faktor, nach dem der Anmeldedienst nicht gefragt hat. Bitte melden Sie sich mit Passwort und Code an.
