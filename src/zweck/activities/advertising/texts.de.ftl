title = Werbung und Erfolgsmessung
purpose = Wir zeigen Anzeigen, die zu Ihrem Besuch passen, und zählen, welche Anzeigen zu Anfragen oder Bestellungen führen.
records = Daten zu Anzeigen und ihrem Erfolg
provision-effect = Ohne Einwilligung laden die Werbedienste nicht.
glance = Werbedienste laden nur mit Ihrer Einwilligung.
promise-totals-only = Wir selbst sehen nur Summen: wie viele Menschen eine Anzeige gesehen haben und wie viele danach bei uns angefragt oder bestellt haben.
promise-hashed-payload = An das Werbenetzwerk gehen Nutzungsdaten nur als Prüfwert.
promise-analytics-opt-out = Mit einem Klick in den Einstellungen beenden Sie diese Werbung auf Ihrem Gerät.
