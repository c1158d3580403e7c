# Logowanie przez inną usługę
sign-in-failed = Nie zalogowano
sign-in-again = Spróbuj ponownie
sign-in-provider-down = Usługa logowania teraz nie odpowiada. Prosimy spróbować później.
sign-in-not-begun = Tego logowania nie rozpoczęto w tej przeglądarce albo minęło zbyt wiele czasu.
sign-in-declined = Usługa logowania nie potwierdziła logowania.
sign-in-no-proof = Odpowiedź usługi logowania była nieprawidłowa.
sign-in-no-account = Dla tego logowania nie ma tu konta. Konta przydziela ten, kto prowadzi katalog.
sign-in-second-factor = To konto ma drugi składnik, o który usługa logowania nie zapytała. Prosimy zalogować się hasłem i kodem.
