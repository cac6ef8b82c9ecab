title = Customer care
purpose = We record what we discussed with you and offered to you, so that we can continue with your request without asking again.
interest = handling enquiries and offers in context
records = Your entry in our customer records
provision-effect = Without contact details we cannot follow up your request.
glance = We keep contacts, offers and correspondence in one place.
promise-governance-purpose-binding = Each department sees only the details that it needs for its task.
promise-contact-case-record = Enquiry, answer and appointment are kept in one case.
