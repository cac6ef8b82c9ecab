title = Newsletter
purpose = We send you the newsletter that you ordered.
contents = news about our offers and events
records = Your newsletter subscription
class-unconfirmed = Subscriptions that were not confirmed
class-proof = Proof of your subscription and confirmation
class-suppression = Check value of your e-mail address on the suppression list
provision-effect = Without an e-mail address we cannot send you a newsletter.
glance = You get the newsletter only if you ordered it and confirmed the order; one click ends it.
promise-double-opt-in = We send the newsletter only after you have opened the link in our confirmation mail and confirmed.
promise-consent-only = Without your consent you get no newsletter.
promise-evidence = We log subscription and confirmation with the time and the exact wording of the consent.
promise-contact-notice-at-form = The subscription form states before you send it what happens with your details.
promise-unsubscribe = One click ends the newsletter, at any time, at once and without a login.
promise-link-in-every-mail = Every issue contains a link to unsubscribe.
promise-email-only = Your e-mail address is enough to subscribe; all other details are voluntary.
promise-no-tracking = We do not measure whether you open the newsletter or which links you follow.
promise-tracking-on-consent = We measure whether you open the newsletter and which links you follow only if you have consented to that separately.
promise-suppression-blocks = Once you have unsubscribed, a suppression list prevents us from writing to you again by mistake.

## form
form-title = Order the newsletter
form-lead = What we send you: { $contents }. After you send this form you get an e-mail with a link. The newsletter begins only when you confirm there.
form-frequency = How often: { $frequency }.
form-submit = Order the newsletter
consent = Yes, { $controller } may send the newsletter to my e-mail address. Content: { $contents }. I can withdraw at any time with one click.
sent-title = Please look into your mailbox
sent-text =
    We have sent you an e-mail. Please open the link in it within seven days and confirm there.
    Without your confirmation we send nothing and delete your details after seven days.
mail-confirm-subject = Please confirm your newsletter order
mail-confirm = The newsletter on { $site } was ordered for this address. Please confirm the order here:
mail-confirm-wording = The wording of the consent: "{ $wording }"
mail-confirm-expiry = The link is valid for seven days. If this was not you, please do nothing: you get no further message and we delete the address.
mail-known-subject = About your newsletter order
mail-known = The newsletter on { $site } was ordered for this address. You already get it; you need not do anything.
mail-known-leave = You no longer want it? One click here ends it:
confirm-title = Confirm the newsletter
confirm-text = One click is missing: confirm here that you want to get the newsletter.
confirm-submit = Yes, I want the newsletter
confirmed-title = The newsletter is ordered
confirmed-text =
    Thank you. Your order is confirmed.
    You can leave at any time with the link in every issue.
mail-welcome-subject = Your newsletter order is confirmed
mail-welcome = Your order of the newsletter on { $site } is confirmed. You can leave at any time with one click:
leave-title = Leave the newsletter
leave-text = One click ends the newsletter. We then delete your address from the list.
leave-submit = Leave the newsletter
leave-ask-title = Leave the newsletter
leave-ask-text = Every issue contains a link with which you can leave. You have none at hand? Then give your address here and we send you the link.
leave-ask-submit = Send the link
leave-sent-title = Please look into your mailbox
leave-sent-text = If this address gets our newsletter, we have sent it a link to leave.
mail-leave-subject = Leave the newsletter
mail-leave = Somebody wants to end the newsletter of { $site } for this address. One click here is enough:
mail-leave-not-you = If this was not you, please do nothing: everything then stays as it is.
left-title = You have left the newsletter
left-text =
    You get no more newsletters from us.
    Your address is deleted from the list. We keep the proof of your consent for the period that the privacy notice names.
mail-left-subject = You have left the newsletter
mail-left = You have left the newsletter of { $site }. We will not write to you again.
issue-foot = Leave the newsletter: { $link }
