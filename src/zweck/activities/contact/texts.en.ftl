title = Contact form
purpose = We answer your message and your questions about it.
interest = answering your message
records = Your message and our answer
provision-effect = Without your e-mail address and your message we cannot answer.
glance = We use what you write in the contact form only to answer you.
promise-notice-at-form = The form states before you send it what happens with your details.
promise-purpose = We use your details only to answer your message.
promise-no-share = Only those of our staff who answer it read your message.

## form
form-title = Contact
form-lead = Write to us. We answer to the address that you give.
form-submit = Send message
sent-title = Your message has arrived
sent-text = Thank you. Your message is stored, and we will answer you.
mail-received-subject = Your message has arrived
mail-received = Your message through our contact form has reached us. We will answer to this address.
mail-received-not-you = You did not write to us? Then somebody entered your address. You need not do anything.
