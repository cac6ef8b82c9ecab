title = Werbung und Erfolgsmessung
purpose = Wir zeigen Anzeigen, die zu Ihrem Besuch passen, und zählen, welche Anzeigen zu Anfragen oder Bestellungen führen.
records = Daten zu Anzeigen und ihrem Erfolg
provision-effect = Ohne Einwilligung laden die Werbedienste nicht.
glance = Werbedienste laden nur mit Ihrer Einwilligung.
promise-totals-only = Wir selbst sehen nur Summen: wie viele Menschen eine Anzeige gesehen und wie viele danach angefragt oder bestellt haben.
promise-hashed-payload = An das Werbenetzwerk gehen Ihre Daten nur als Prüfwert (Hash).
promise-analytics-opt-out = Mit einem Klick in den Einstellungen beenden Sie diese Werbung auf Ihrem Gerät.
