title = Sperrliste für Werbung
purpose = Wir verhindern, dass Menschen Werbung bekommen, die keine mehr möchten.
interest = Ihren Widerspruch dauerhaft zu beachten
records = Prüfwert (Hash) Ihrer E-Mail-Adresse in der Sperrliste
glance = Wer keine Werbung mehr möchte, steht nur als Prüfwert (Hash) auf einer Sperrliste.
promise-newsletter-suppression-isolated = Die Sperrliste dient nur diesem Zweck; wir führen sie mit nichts anderem zusammen.
promise-newsletter-suppression-objection = Auch gegen den Eintrag in der Sperrliste können Sie Widerspruch einlegen; Sie erhalten eine begründete Entscheidung.
