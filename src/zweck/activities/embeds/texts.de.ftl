title = Eingebundene Inhalte
purpose = Wir zeigen Videos, Karten und andere Inhalte von Anbietern, die Sie auf unseren Seiten ansehen möchten.
records = Angaben darüber, welche Inhalte Sie ansehen
provision-effect = Ohne Einwilligung sehen Sie statt des Inhalts einen Platzhalter.
glance = Videos, Karten und andere fremde Inhalte laden erst, wenn Sie einwilligen.
promise-placeholder = Bis Sie einwilligen, zeigen wir statt des fremden Inhalts nur einen Platzhalter von unserem eigenen Server.
promise-no-ip-stored = Wir selbst speichern Ihre IP-Adresse nicht, wenn Sie fremde Inhalte ansehen.
