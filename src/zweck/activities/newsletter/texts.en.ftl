title = Newsletter
purpose = We send you the newsletter that you ordered.
contents = news about our offers and events
records = Your newsletter order
class-unconfirmed = Orders that were not confirmed
class-proof = Proof of your order and confirmation
class-suppression = Check value (hash) of your e-mail address on the suppression list
provision-effect = Without an e-mail address we cannot send you a newsletter.
glance = You receive the newsletter only if you ordered it and confirmed the order; one click ends it.
promise-double-opt-in = We send the newsletter only after you have opened the link in our confirmation mail and confirmed there.
promise-consent-only = Without your consent you receive no newsletter.
promise-evidence = We record the order and its confirmation with the time and the exact wording of the consent.
promise-contact-notice-at-form = Before you send the order form, it tells you what happens to your details.
promise-unsubscribe = One click ends the newsletter: at any time, at once and without a password.
promise-link-in-every-mail = Every issue contains a link to unsubscribe.
promise-email-only = Your e-mail address is enough to order; all other details are voluntary.
promise-no-tracking = We do not measure whether you open the newsletter or which links you click.
promise-tracking-on-consent = We measure whether you open the newsletter and which links you click only if you have consented to that separately.
promise-suppression-blocks = Once you have unsubscribed, a suppression list prevents us from writing to you again by mistake.

## form
form-title = Order the newsletter
form-lead = What we send you: { $contents }. After you send this form, you receive an e-mail with a link. The newsletter starts only when you confirm there.
form-frequency = How often: { $frequency }.
form-submit = Order the newsletter
consent = Yes, { $controller } may send the newsletter to my e-mail address. Content: { $contents }. I can withdraw my consent at any time with one click.
sent-title = Please check your inbox
sent-text =
    We have sent you an e-mail. Please open the link in it within seven days and confirm there.
    Without your confirmation we send nothing and delete your details after seven days.
mail-confirm-subject = Please confirm your newsletter order
mail-confirm = The newsletter of { $site } was ordered for this address. Please confirm the order here:
mail-confirm-wording = The wording of the consent: "{ $wording }"
mail-confirm-expiry = The link is valid for seven days. If this was not you, please do nothing: you will receive no further message, and we will delete the address.
mail-known-subject = About your newsletter order
mail-known = The newsletter of { $site } was ordered for this address. You already receive it and do not need to do anything.
mail-known-leave = Do you no longer want it? Unsubscribe here with one click:
confirm-title = Confirm the newsletter
confirm-text = One click is missing: confirm here that you want to receive the newsletter.
confirm-submit = Yes, I want the newsletter
confirmed-title = The newsletter is ordered
confirmed-text =
    Thank you. Your order is confirmed.
    You can unsubscribe at any time with the link in every issue.
mail-welcome-subject = Your newsletter order is confirmed
mail-welcome = Your order of the newsletter of { $site } is confirmed. You can unsubscribe at any time with one click:
leave-title = Unsubscribe from the newsletter
leave-text = One click ends the newsletter. We then delete your address from the mailing list.
leave-submit = Unsubscribe
leave-ask-title = Unsubscribe from the newsletter
leave-ask-text = Every issue contains a link to unsubscribe. Do you have no issue at hand? Then enter your address here, and we will send you the link.
leave-ask-submit = Send the link
leave-sent-title = Please check your inbox
leave-sent-text = If this address receives our newsletter, we have sent it a link to unsubscribe.
mail-leave-subject = Unsubscribe from the newsletter
mail-leave = Somebody wants to unsubscribe this address from the newsletter of { $site }. One click here is enough:
mail-leave-not-you = If this was not you, please do nothing: everything then stays as it is.
left-title = The newsletter is cancelled
left-text =
    You will receive no more newsletters from us.
    Your address is deleted from the mailing list. We keep the proof of your consent for the period stated in the privacy notice.
mail-left-subject = Your newsletter is cancelled
mail-left = You have cancelled the newsletter of { $site }. We will not send it to you any more.
issue-foot = Unsubscribe: { $link }
