# Signing in, one's own account, invitations
account-login = Sign in
account-login-lead = For everybody with an account here: editors, associations, partners.
account-email = E-mail address
account-password = Password
account-password-current = Your current password
account-password-new = New password
account-password-hint = At least 12 characters. Best are several words that do not belong together.
account-login-provider = Sign in with { $name }
account-login-refused = The e-mail address and the password do not belong together.
account-forgotten = Forgotten password
account-forgotten-text = We send you a link with which you set a new password.
account-forgotten-send = Send the link
account-forgotten-sent = If there is an account for this address, the link is on its way. It works for an hour.
account-forgotten-no-mail = Forgotten your password? No mail is sent from here: whoever runs the directory sets a new one for you.
account-code-title = Enter the code
account-code-lead = Please enter the code from your authenticator app, or one of your recovery codes.
account-code = Code
account-continue = Continue
account-code-wrong = The code is not right, or was used before.
account-pending-ended = That took too long. Please enter the password again.
account-throttled =
    { $count ->
        [one] Too many attempts. Please wait a minute.
       *[other] Too many attempts. Please wait { $count } minutes.
    }
account-not-done = Not done
account-signed-out = You are signed out.
account-login-again = Your session had ended. After signing in you go on where you were.
account-password-set = The new password is set. Please sign in with it.
account-created = Your account is ready. Please sign in.
account-title = My account
account-back = Back to the account
account-sign-out = Sign out
account-sign-out-everywhere = Sign out everywhere
account-role = Role
account-role-partner = Partner
account-role-member = Member
account-role-editor = Editor
account-role-admin = Administrator
account-actors = Speaks for
account-name = Name
account-name-hint = What the editors call you. Voluntary.
account-save = Save
account-saved = Saved.
account-digest-title = Mails to me
account-digest-want = What is due, once a day at most and only when something waits
account-digest-language = Language of these mails
account-digest-off = This directory does not send such mails at the moment. Your choice counts as soon as it does.
account-password-title = Change the password
account-password-text = Afterwards you are signed in here only: all other sessions end.
account-password-changed = The password is changed, all other sessions have ended.
account-password-wrong = The password is not right.
account-password-too-short =
    { $count ->
       *[other] The password is too short: { $count } characters are needed.
    }
account-password-guessable = This password is easy to guess. Please take another one.
account-password-like-email = The password is made of your name or e-mail address. Please take another one.
account-factor-title = Second factor
account-factor-off = A code from an app on your phone is then asked besides the password. Whoever knows only the password does not get in.
account-factor-on = The second factor is on. New codes and switching it off need password and code.
account-codes-left =
    { $count ->
       *[other] Recovery codes left: { $count }
    }
account-factor-begin = Set up
account-factor-remove = Switch off
account-factor-removed = The second factor is off.
account-factor-required = Administrators need a second factor here.
account-factor-scan = Open an authenticator app and scan this picture with it.
account-factor-qr = QR code of the second factor
account-factor-secret = Or type this key into it, and then the code that it shows below:
account-codes-title = Recovery codes
account-codes-text = The second factor is on. Please keep these codes safe, on paper for example: each replaces the phone once. They are shown only now.
account-codes-done = I have kept them
account-codes-renew = New recovery codes
account-sessions-title = Devices that are signed in
account-session-this = this device
account-session-unknown = Unknown device
account-session-seen = last used: { $date }
account-session-end = Sign out
account-sessions-end-others = Sign out all others
account-session-ended = The session has ended.
account-tokens-title = Tokens for programs
account-tokens-text = With a token a program asks in your name. You need none to work here.
account-token-name = What for
account-token-days = Valid, days (1–366)
account-days-out-of-range = Allowed are 1 to 366 days.
account-token-may-write = may change things too
account-token-writes = reads and changes
account-token-reads = only reads
account-token-make = Make a token
account-token-until = valid until { $date }
account-token-revoke = Withdraw
account-token-revoked = The token is withdrawn.
account-token-title = New token
account-token-shown-once = Please copy the token now: it is not shown again.
account-set-title = Set a new password
account-set-text = Afterwards all sessions of your account end, and this link no longer works.
account-link-ended = The link no longer works
account-link-ended-text = It has ended, was used before or was withdrawn. Please have a new one sent.
account-invitation-title = Welcome
account-invitation-text = You are invited to work on this directory. With a name and a password you set up your account.
account-invitation-button = Set up the account
account-first-admin-title = The first account
account-first-admin-text = Nobody may administer this directory yet. With this account you may do everything, also invite others. The link works once.
account-address-taken = There is an account for this e-mail address already. Please sign in with it.
account-mail-password-subject = New password for { $title }
account-mail-invitation-subject = Invitation: { $title }
account-mail-password-body =
    Hello,

    a new password was requested for your account at “{ $title }”. Set it here:

    { $link }

    The link works once and until { $until }. Please do not pass it on.

    You receive this mail because somebody entered your address on the sign-in page. If that was not you, there is nothing to do: your password stays as it is.
account-mail-invitation-body =
    Hello,

    { $by } invites you to work on the directory “{ $title }” ({ $role }). Set up your account here:

    { $link }

    The link works once and until { $until }. Please do not pass it on.

    You receive this mail once, because this invitation was addressed to you. If you want no account, there is nothing to do: the invitation ends by itself, and your address is not kept after it.
account-mail-test-subject = Test mail: { $title }
account-mail-test-body =
    Hello,

    this mail has arrived, so “{ $title }” can send mail.

    You get it once because you asked for a test mail in the settings.
