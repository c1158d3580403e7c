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
mail-receipt-subject = Propunerea dumneavoastră a ajuns
mail-receipt-body =
    Bună ziua,

    vă mulțumim pentru propunerea pentru directorul „{ $title }”. { $about }

    Redacția o va examina. Până atunci totul rămâne cum este; apoi veți afla ce s-a decis.

    { $why }

    { $stop }
mail-about-entry = Este vorba despre „{ $name }”: { $link }
mail-about-named = Este vorba despre „{ $name }”.
mail-about-other = Este vorba despre ceva ce nu este încă public.
mail-decision-subject = Ce s-a decis despre propunerea dumneavoastră
mail-decision-body =
    Bună ziua,

    redacția directorului „{ $title }” a examinat propunerea dumneavoastră. { $about }

    { $outcome }

    { $why }

    { $stop }
mail-message-subject = Mesajul dumneavoastră a fost prelucrat
mail-message-body =
    Bună ziua,

    redacția directorului „{ $title }” a prelucrat mesajul dumneavoastră. { $about }

    { $outcome }

    { $why }

    { $stop }
mail-why-receipt = Primiți acest e-mail pentru că această adresă a fost indicată la propunere. Dacă a fost altcineva sau nu doriți astfel de e-mailuri:
mail-why-decision = Primiți acest e-mail pentru că această adresă a fost indicată la propunere; în acest scop nu se mai păstrează. Pentru a nu mai primi astfel de e-mailuri:
mail-why-account = Primiți acest e-mail la adresa contului cu care a fost făcută propunerea. Dacă nu doriți astfel de e-mailuri:
mail-outcome-approved = A fost preluată. Mulțumim!
mail-outcome-partly = A fost preluată în parte. Mulțumim!
mail-outcome-rejected = Nu a fost preluată.
mail-outcome-message-approved = Vă mulțumim că ne-ați anunțat!
mail-outcome-message-rejected = În urma lui nu s-a schimbat nimic.
mail-outcome-reason = Redacția scrie: { $reason }
mail-welcome-subject = „{ $name }” este acum în director
mail-welcome-body =
    Bună ziua,

    de astăzi „{ $name }” este în directorul „{ $title }”, pentru ca oamenii să afle cine la ce lucrează în cartierul lor. Publice sunt:

    { $facts }

    Tot ce se vede:
    { $page }

    De unde provin datele: { $source }

    Aceasta este asociația noastră și dorim să îngrijim singuri datele sau să schimbăm ceva:
    { $claim }

    Drepturile dumneavoastră: puteți cere să aflați ce se păstrează, să fie corectat sau șters, vă puteți opune includerii și puteți depune o plângere la autoritatea pentru protecția datelor (articolele 14-21 și 77 GDPR). Scopul, temeiul juridic și durata sunt în nota de confidențialitate, iar cine răspunde la „Date legale”:
    { $privacy }
    { $imprint }

    Primiți acest e-mail o singură dată, pentru că înregistrarea a fost publicată cu această adresă. Pentru a nu mai primi astfel de e-mailuri:

    { $stop }
mail-source-proposed = dintr-o propunere trimisă redacției de cineva.
mail-source-found = adunate de redacție din surse accesibile publicului sau din discuții cu dumneavoastră.
mail-claim = Aceasta este asociația noastră: vă rugăm să ne contactați.
stop-proposal = La această adresă nu vor mai veni e-mailuri că o propunere a ajuns și ce s-a decis.
stop-welcome = „{ $name }” nu va mai primi un e-mail că înregistrarea este publicată.
mail-digest-subject = Ce așteaptă astăzi: { $title }
mail-digest-body =
    Bună ziua,

    în directorul „{ $title }” așteaptă ceva:

    { $work }

    Totul dintr-o privire:
    { $console }

    Primiți acest e-mail cel mult o dată pe zi și doar când așteaptă ceva, pentru că contul dumneavoastră ține de redacție. Limba și e-mailurile se aleg aici:
    { $account }

    Fără astfel de e-mailuri:

    { $stop }
mail-due-proposals = Propuneri de hotărât
mail-due-consents = Consimțăminte de reînnoit
mail-due-links = Colaborări care așteaptă confirmarea
mail-due-verifications = Înregistrări de verificat
mail-due-unreachable = Înregistrări la care nu ajunge niciun e-mail
mail-due-websites = Site-uri cu probleme
mail-due-duplicates = Înregistrări care apar probabil de două ori
mail-due-unplaced = Înregistrări fără loc pe hartă
mail-due-drafts = Ciorne încă nepublicate
mail-due-demand = Căutări fără rezultat
stop-digest = Contul dumneavoastră nu va mai primi e-mailuri despre ce așteaptă. Le puteți porni din nou la „Contul meu”.
mail-reminder-subject = Înregistrarea „{ $name }” mai este corectă?
mail-reminder-confirmed = a fost confirmată ultima dată la { $day }
mail-reminder-unconfirmed = nu a fost confirmată încă
mail-reminder-body =
    Bună ziua,

    înregistrarea „{ $name }” din directorul „{ $title }” { $state }. Vă rugăm să vă uitați puțin dacă totul mai este corect:

    { $entry }

    Totul mai este corect:
    { $right }

    Ceva este diferit, propunem o schimbare:
    { $change }

    Înregistrarea nu mai trebuie să apară:
    { $archive }

    Pentru aceasta nu este nevoie de cont. Linkurile sunt valabile până la { $until }. Oricine le are le poate folosi, așa că vă rugăm să nu le dați mai departe.

    { $title }
    { $origin }
