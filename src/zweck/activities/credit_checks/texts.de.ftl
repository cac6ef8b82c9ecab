title = Bonitätsprüfung
purpose = Wir prüfen vor einer Lieferung auf Rechnung, ob mit der Zahlung zu rechnen ist.
interest = uns vor Zahlungsausfällen zu schützen, wenn wir in Vorleistung gehen
records = Ergebnis der Bonitätsprüfung
provision-effect = Ohne Prüfung können Sie im Voraus bezahlen.
glance = Vor einer Lieferung auf Rechnung fragen wir bei einer Auskunftei an.
promise-person-decides = Über die Zahlungsart entscheidet ein Mensch, nicht allein ein Score.
promise-disclosure-minimal-fields = Was Sie bestellt haben, erfährt die Auskunftei nicht; sie erhält nur Namen und Anschrift.
