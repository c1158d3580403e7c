# Mail that the directory writes by itself, and what is behind its links
mail-link-subject = Do you work together with “{ $partner }”?
mail-link-body =
    Hello,

    in the directory “{ $title }” this cooperation has been proposed:

    { $facts }

    It becomes public only when both sides agree. Is it right? You can agree or decline here, without an account:

    { $link }

    The link works until { $until }. Whoever has it can use it, so please do not pass it on.

    You get this mail once, because “{ $asked }” is listed with this address in the directory and nobody has agreed for this side yet. To get no more mails like this:

    { $stop }
reply-title = Do “{ $asked }” and “{ $partner }” work together?
reply-lead = This is how it was proposed. It becomes public only when both sides agree.
reply-note = Note
reply-partner-confirmed = “{ $partner }” agreed on { $date }.
reply-partner-waits = “{ $partner }” has not agreed yet.
reply-changed = The proposal has changed meanwhile, and your answer was not taken. This is how it stands now: please look again.
reply-confirm = Yes, that is right
reply-decline = No, decline
reply-reason = Why not? (optional)
reply-reason-help = Only the editors read this.
reply-thanks = Thank you!
reply-closed = This question has been answered already
reply-confirmed-on = “{ $asked }” agreed on { $date }.
reply-declined-on = It was declined for “{ $asked }” on { $date }.
reply-state-waiting = It becomes public as soon as “{ $partner }” agrees as well.
reply-state-active = Both sides have agreed: the cooperation is public.
reply-state-dormant = The cooperation is dormant.
reply-state-ended = The cooperation has ended.
reply-state-rejected = The cooperation was declined and is not public.
reply-mistake = Was this a mistake? The editors can help; the imprint says how to reach them.
reply-gone = One of the two entries is no longer there
reply-gone-text = So there is nothing left to confirm here.
reply-expired-text = The editors can still confirm the cooperation; the imprint says how to reach them.
stop-title = No more mails like this?
stop-link-confirmation = “{ $name }” will get no more questions whether a cooperation is right. The editors will ask in person instead.
stop-unnamed = an entry
stop-button = No more mails like this
stop-done = There will be no more mails like this
mail-receipt-subject = Your suggestion has arrived
mail-receipt-body =
    Hello,

    thank you for your suggestion for the directory “{ $title }”. { $about }

    The editors will look at it. Until then everything stays as it is; afterwards you will hear what became of it.

    { $why }

    { $stop }
mail-about-entry = It is about “{ $name }”: { $link }
mail-about-named = It is about “{ $name }”.
mail-about-other = It is about something that is not public yet.
mail-decision-subject = What became of your suggestion
mail-decision-body =
    Hello,

    the editors of the directory “{ $title }” have looked at your suggestion. { $about }

    { $outcome }

    { $why }

    { $stop }
mail-message-subject = Your message has been dealt with
mail-message-body =
    Hello,

    the editors of the directory “{ $title }” have dealt with your message. { $about }

    { $outcome }

    { $why }

    { $stop }
mail-why-receipt = You get this mail because this address was given with the suggestion. If that was somebody else, or you want no mails like this:
mail-why-decision = You get this mail because this address was given with the suggestion; it is not kept for that any longer. To get no more mails like this:
mail-why-account = You get this mail at the address of your account, with which the suggestion was made. If you want no mails like this:
mail-outcome-approved = It was taken over. Thank you!
mail-outcome-partly = It was taken over in part. Thank you!
mail-outcome-rejected = It was not taken over.
mail-outcome-message-approved = Thank you for telling us!
mail-outcome-message-rejected = Nothing was changed because of it.
mail-outcome-reason = The editors write: { $reason }
mail-welcome-subject = “{ $name }” is now in the directory
mail-welcome-body =
    Hello,

    since today “{ $name }” is in the directory “{ $title }”, so that people find who works on what in their neighbourhood. Public is:

    { $facts }

    Everything there is to see:
    { $page }

    Where it came from: { $source }

    This is our association, and we would like to look after the entry ourselves or change something:
    { $claim }

    Your rights: you can ask what is stored, have it corrected or erased, object to being listed, and complain to the data protection authority (Articles 14 to 21 and 77 GDPR). The purpose, the legal basis and the duration are in the privacy notice, and who is responsible is in the imprint:
    { $privacy }
    { $imprint }

    You get this mail once, because the entry was published with this address. To get no more mails like this:

    { $stop }
mail-source-proposed = from a suggestion that somebody sent to the editors.
mail-source-found = gathered by the editors, from publicly accessible sources or from talking with you.
mail-claim = This is our association: please get in touch with us.
stop-proposal = This address will get no more mails saying that a suggestion arrived and what became of it.
stop-welcome = “{ $name }” will get no more mail saying that the entry is published.
mail-digest-subject = What is due today: { $title }
mail-digest-body =
    Hello,

    something is waiting in the directory “{ $title }”:

    { $work }

    All at a glance:
    { $console }

    You get this mail once a day at most and only when something is due, because your account belongs to the editors. Language and mails are set here:
    { $account }

    No more mails like this:

    { $stop }
mail-due-proposals = Suggestions to decide
mail-due-consents = Consents to renew
mail-due-links = Cooperation waiting for confirmation
mail-due-verifications = Entries to verify
mail-due-unreachable = Entries that no mail reaches
mail-due-websites = Websites with something wrong
mail-due-duplicates = Entries that are probably there twice
mail-due-unplaced = Entries without a place on the map
mail-due-drafts = Drafts that are not published yet
mail-due-demand = Searches without a result
stop-digest = Your account will get no more mails about what is due. They can be switched on again under “My account”.
mail-reminder-subject = Is the entry “{ $name }” still right?
mail-reminder-confirmed = was last confirmed on { $day }
mail-reminder-unconfirmed = has not been confirmed yet
mail-reminder-body =
    Hello,

    the entry “{ $name }” in the directory “{ $title }” { $state }. Please have a short look whether everything is still right:

    { $entry }

    Everything is still right:
    { $right }

    Something is different, we suggest a change:
    { $change }

    The entry should no longer appear:
    { $archive }

    No account is needed. The links work until { $until }; whoever has them can use them, so please do not pass them on.

    { $title }
    { $origin }
