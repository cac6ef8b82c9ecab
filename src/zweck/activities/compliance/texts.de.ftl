title = Gesetzliche Prüfpflichten
purpose = Wir gleichen Geschäftspartner mit Sanktionslisten ab und melden, was das Gesetz verlangt.
records = Ergebnis des Abgleichs mit Sanktionslisten
provision-effect = Ohne den Abgleich schließen wir keinen Vertrag.
glance = Wir prüfen Geschäftspartner, wo das Gesetz es verlangt.
promise-purpose = Wir prüfen nur, was das Gesetz verlangt, und nutzen das Ergebnis für nichts anderes.
