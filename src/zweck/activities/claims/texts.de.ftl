title = Forderungen und Rechtsstreit
purpose = Wir setzen Ansprüche durch und verteidigen uns gegen Ansprüche anderer.
interest = Ansprüche durchzusetzen und abzuwehren
records = Unterlagen zu einer Forderung
provision-effect = Die Angaben stammen aus dem Vertrag, um den es geht.
glance = Bleibt eine Rechnung offen, können Inkassobüro, Anwaltskanzlei oder Gericht Daten erhalten.
promise-disclosure-claims-balancing = Bevor wir Daten für einen Rechtsstreit weitergeben, wägen wir Ihre Interessen ab und halten das fest.
promise-disclosure-notice-before-collection = Bevor wir eine Forderung an Inkassobüro oder Anwaltskanzlei geben, schreiben wir Ihnen und setzen mindestens 14 Tage Frist.
