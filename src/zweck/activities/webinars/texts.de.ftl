title = Webinare
purpose = Wir melden Sie zu Webinaren an, führen sie durch und schicken Ihnen die Unterlagen.
records = Ihre Anmeldung und Teilnahme an einem Webinar
provision-effect = Ohne E-Mail-Adresse können wir Ihnen keinen Zugangslink schicken.
glance = Ihre Anmeldung nutzen wir für das Webinar und die Unterlagen dazu.
promise-purpose = Wir nutzen Ihre Anmeldung nur für das Webinar und seine Unterlagen.
promise-no-recording = Wir zeichnen Webinare nicht auf.
promise-recording-on-consent = Wir zeichnen nur auf, wenn wir es angekündigt haben und alle, die zu sehen oder zu hören sind, eingewilligt haben.
