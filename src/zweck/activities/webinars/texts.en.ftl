title = Webinars
purpose = We register you for webinars, hold them and send you the material.
records = Your registration for and attendance at a webinar
provision-effect = Without an e-mail address we cannot send you the access link.
glance = We use your registration for the webinar and its material.
promise-purpose = We use your registration only for the webinar and its material.
promise-no-recording = We do not record webinars.
promise-recording-on-consent = We record only if we have announced it and everyone who is seen or heard has consented.
