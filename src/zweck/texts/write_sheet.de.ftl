activity = Tätigkeit
group = Gruppe
rules = Löschregeln
partners = Empfänger
state = Stand
version = Fassung
