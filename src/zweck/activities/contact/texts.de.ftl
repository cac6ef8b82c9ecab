title = Kontaktformular
purpose = Wir beantworten Ihre Nachricht und Ihre Rückfragen dazu.
interest = Ihnen auf Ihre Nachricht zu antworten
records = Ihre Nachricht und unsere Antwort
provision-effect = Ohne Ihre E-Mail-Adresse und Ihre Nachricht können wir nicht antworten.
glance = Was Sie uns über das Kontaktformular schreiben, nutzen wir nur für die Antwort.
promise-notice-at-form = Beim Formular steht vor dem Absenden, was mit Ihren Angaben geschieht.
promise-purpose = Wir nutzen Ihre Angaben nur, um Ihre Nachricht zu beantworten.
promise-no-share = Ihre Nachricht lesen nur die Beschäftigten, die sie beantworten.

## form
form-title = Kontakt
form-lead = Schreiben Sie uns. Wir antworten an die Adresse, die Sie angeben.
form-submit = Nachricht senden
sent-title = Ihre Nachricht ist angekommen
sent-text = Vielen Dank. Ihre Nachricht ist gespeichert, und wir antworten Ihnen.
mail-received-subject = Ihre Nachricht ist angekommen
mail-received = Ihre Nachricht über unser Kontaktformular ist bei uns angekommen. Wir antworten Ihnen an diese Adresse.
mail-received-not-you = Haben Sie uns nicht geschrieben? Dann hat jemand Ihre Adresse angegeben. Sie müssen nichts tun.
