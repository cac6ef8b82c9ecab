title = Chat
purpose = We answer your questions in the chat.
records = Your chat messages
provision-effect = You can call us or write to us instead.
glance = The chat loads only when you open it.
promise-consent-gate-widgets = The chat loads only when you open it and consent.
promise-contact-purpose = We use the chat messages only to answer your questions.
