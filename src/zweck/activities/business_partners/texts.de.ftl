title = Geschäftspartner und ihre Ansprechpersonen
purpose = Wir arbeiten mit Ihnen und Ihrem Unternehmen zusammen, schließen Verträge und wickeln sie ab.
interest = mit den Menschen zusammenzuarbeiten, die unsere Geschäftspartner vertreten
records = Angaben zu Ansprechpersonen und der Schriftwechsel mit ihnen
provision-effect = Ohne Ansprechperson können wir nicht mit Ihrem Unternehmen zusammenarbeiten.
glance = Angaben zu Ansprechpersonen nutzen wir nur für die Geschäftsbeziehung.
promise-governance-purpose-binding = Jede Abteilung sieht nur die Angaben, die sie für ihre Aufgabe braucht.
