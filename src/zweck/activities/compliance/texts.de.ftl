title = Gesetzliche Prüfpflichten
purpose = Wir gleichen Geschäftspartner mit Sanktionslisten ab und melden, was wir melden müssen.
records = Ergebnis des Abgleichs mit Sanktionslisten
provision-effect = Ohne den Abgleich dürfen wir keinen Vertrag schließen.
glance = Wir prüfen Geschäftspartner, wo das Gesetz es verlangt.
promise-purpose = Wir prüfen nur, was das Gesetz verlangt, und nutzen das Ergebnis für nichts anderes.
