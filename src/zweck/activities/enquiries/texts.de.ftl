title = Anfragen per E-Mail, Telefon und Post
purpose = Wir beantworten Ihre Anfrage und Ihre Rückfragen dazu.
interest = Ihnen auf Ihre Anfrage zu antworten
records = Ihre Anfrage und unsere Antwort
provision-effect = Ohne Kontaktdaten können wir nicht antworten.
glance = Was Sie uns schreiben oder am Telefon sagen, nutzen wir nur für die Antwort.
promise-contact-purpose = Wir nutzen Ihre Angaben nur, um Ihre Anfrage zu beantworten.
promise-contact-no-share = Ihre Anfrage lesen nur die Beschäftigten, die sie beantworten.
