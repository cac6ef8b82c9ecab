title = Advertising by post
purpose = We inform you about our offers by letter.
interest = informing customers about our offers
records = Your address for advertising letters
provision-effect = If you object, your contract stays the same.
glance = You receive advertising letters until you object.
promise-rights-object-marketing = If you object to our advertising letters, we send you no more of them (Art. 21(2) and (3) GDPR).
promise-newsletter-suppression-blocks = After your objection a suppression list prevents us from sending you advertising again.
