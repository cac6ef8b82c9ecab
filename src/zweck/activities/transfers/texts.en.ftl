title = Transfers to third countries
purpose = We use providers outside the European Economic Area only where the law permits the transfer.
interest = being able to use providers based outside the European Economic Area
records = Additional data about you
glance = For each recipient outside the European Economic Area we state on what ground we transfer data.
promise-safeguard-required = Without a ground under Art. 44 to 49 GDPR we transfer nothing to a third country; the ground is stated for each recipient.
promise-scc = On request you receive a copy of the standard contractual clauses that we rely on.
