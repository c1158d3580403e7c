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
