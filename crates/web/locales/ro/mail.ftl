# E-mailuri pe care directorul le scrie singur și ce se află în spatele linkurilor lor
mail-link-subject = Colaborați cu „{ $partner }”?
mail-link-body =
    Bună ziua,

    în directorul „{ $title }” a fost propusă această colaborare:

    { $facts }

    Devine publică numai dacă ambele părți sunt de acord. Este corect? Puteți accepta sau refuza aici, fără cont:

    { $link }

    Linkul este valabil până la { $until }. Oricine îl are îl poate folosi, așa că vă rugăm să nu îl dați mai departe.

    Primiți acest e-mail o singură dată, pentru că „{ $asked }” apare în director cu această adresă și nimeni nu a acceptat încă din partea sa. Pentru a nu mai primi astfel de e-mailuri:

    { $stop }
reply-title = „{ $asked }” și „{ $partner }” colaborează?
reply-lead = Așa a fost propusă. Devine publică numai dacă ambele părți sunt de acord.
reply-note = Observație
reply-partner-confirmed = „{ $partner }” a acceptat pe { $date }.
reply-partner-waits = „{ $partner }” nu a acceptat încă.
reply-changed = Propunerea s-a schimbat între timp, iar răspunsul nu a fost preluat. Aceasta este starea nouă: vă rugăm să priviți încă o dată.
reply-confirm = Da, este corect
reply-decline = Nu, refuz
reply-reason = De ce nu? (opțional)
reply-reason-help = Citește doar redacția.
reply-thanks = Mulțumim!
reply-closed = La această întrebare s-a răspuns deja
reply-confirmed-on = „{ $asked }” a acceptat pe { $date }.
reply-declined-on = A fost refuzată pe { $date } din partea „{ $asked }”.
reply-state-waiting = Devine publică îndată ce acceptă și „{ $partner }”.
reply-state-active = Ambele părți au acceptat: colaborarea este publică.
reply-state-dormant = Colaborarea este în pauză.
reply-state-ended = Colaborarea s-a încheiat.
reply-state-rejected = Colaborarea a fost refuzată și nu este publică.
reply-mistake = A fost o greșeală? Redacția vă ajută; datele de contact sunt la „Date legale”.
reply-gone = Una dintre cele două înregistrări nu mai există
reply-gone-text = De aceea nu mai este nimic de confirmat aici.
reply-expired-text = Redacția poate confirma în continuare colaborarea; datele de contact sunt la „Date legale”.
stop-title = Fără astfel de e-mailuri?
stop-link-confirmation = „{ $name }” nu va mai primi întrebări dacă o colaborare este corectă. Atunci va întreba redacția.
stop-unnamed = o înregistrare
stop-button = Fără astfel de e-mailuri
stop-done = Nu vor mai veni astfel de e-mailuri
