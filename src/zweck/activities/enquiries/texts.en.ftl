title = Enquiries by e-mail, telephone and post
purpose = We answer your enquiry and your questions about it.
interest = answering your enquiry
records = Your enquiry and our answer
provision-effect = Without contact details we cannot answer.
glance = We use what you write or tell us on the telephone only to answer you.
promise-contact-purpose = We use your details only to answer your enquiry.
promise-contact-no-share = Only those of our staff who are in charge handle your enquiry.
