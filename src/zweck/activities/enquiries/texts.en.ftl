title = Enquiries by e-mail, telephone and post
purpose = We answer your enquiry and your follow-up questions.
interest = answering your enquiry
records = Your enquiry and our answer
provision-effect = Without contact details we cannot answer.
glance = We use what you write to us or tell us on the telephone only to answer you.
promise-contact-purpose = We use your details only to answer your enquiry.
promise-contact-no-share = Only the members of our staff who answer your enquiry read it.
