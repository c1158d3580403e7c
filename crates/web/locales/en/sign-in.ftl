# Signing in through another service
sign-in-failed = Not signed in
sign-in-again = Try again
sign-in-provider-down = The sign-in service does not answer at the moment. Please try again later.
sign-in-not-begun = This sign-in was not begun in this browser, or too long ago.
sign-in-declined = The sign-in service did not confirm the sign-in.
sign-in-no-proof = The answer of the sign-in service was not valid.
sign-in-no-account = There is no account here for this sign-in. Accounts are given by whoever runs the directory.
sign-in-second-factor = This account has a second factor that the sign-in service did not ask for. Please sign in with password and code.
