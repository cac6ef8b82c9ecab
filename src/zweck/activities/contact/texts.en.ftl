title = Contact form
purpose = We answer your message and your follow-up questions.
interest = answering your message
records = Your message and our answer
provision-effect = Without your e-mail address and your message we cannot answer.
glance = We use what you write in the contact form only to answer you.
promise-notice-at-form = Before you send the form, it tells you what happens to your details.
promise-purpose = We use your details only to answer your message.
promise-no-share = Only the members of our staff who answer your message read it.

## form
form-title = Contact
form-lead = Write to us. We will answer to the address that you give.
form-submit = Send message
sent-title = Your message has arrived
sent-text = Thank you. Your message is stored, and we will answer you.
mail-received-subject = Your message has arrived
mail-received = Your message has reached us through our contact form. We will answer to this address.
mail-received-not-you = Did you not write to us? Then somebody else entered your address. You do not need to do anything.
