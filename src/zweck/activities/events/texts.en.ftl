title = Events
purpose = We register you for events and hold the events.
records = Your registration for an event
provision-effect = Without a name and contact details we cannot reserve a place.
glance = We use your registration only for the event.
promise-registration-purpose = We use your registration only for the event.
