# Autentificare prin alt serviciu
sign-in-failed = Nu sunteți autentificat
sign-in-again = Încercați din nou
sign-in-provider-down = Serviciul de autentificare nu răspunde acum. Vă rugăm să încercați mai târziu.
sign-in-not-begun = Această autentificare nu a fost începută în acest browser sau este prea veche.
sign-in-declined = Serviciul de autentificare nu a confirmat autentificarea.
sign-in-no-proof = Răspunsul serviciului de autentificare nu a fost valabil.
sign-in-no-account = Pentru această autentificare nu există aici un cont. Conturile le dă cine administrează directorul.
sign-in-second-factor = Acest cont are un al doilea factor, pe care serviciul de autentificare nu l-a cerut. Vă rugăm să vă autentificați cu parolă și cod.
