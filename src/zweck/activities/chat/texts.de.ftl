title = Chat
purpose = Wir beantworten Ihre Fragen im Chat.
records = Ihr Chatverlauf
provision-effect = Sie können uns stattdessen anrufen oder schreiben.
glance = Der Chat lädt erst, wenn Sie ihn öffnen.
promise-consent-gate-widgets = Der Chat lädt erst, wenn Sie ihn öffnen und einwilligen.
promise-contact-purpose = Den Chatverlauf nutzen wir nur für die Antwort auf Ihre Fragen.
