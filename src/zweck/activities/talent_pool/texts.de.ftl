title = Talentpool
purpose = Wir schlagen Ihnen spätere Stellen vor, die zu Ihrer Bewerbung passen.
records = Bewerbungen im Talentpool
provision-effect = Ohne Einwilligung nehmen wir Sie nicht auf; auf laufende Verfahren hat das keinen Einfluss.
glance = In den Talentpool kommen Bewerbungen nur mit gesonderter Einwilligung.
promise-applications-pool = In den Talentpool nehmen wir Ihre Bewerbung nur mit Ihrer gesonderten Einwilligung auf; auf das laufende Verfahren hat das keinen Einfluss.
promise-retention-pool-withdrawal = Widerrufen Sie die Einwilligung, löschen wir Ihre Daten im Talentpool sofort und endgültig.
