title = Transfers to third countries
purpose = We use providers outside the European Economic Area only with the safeguards that the law demands.
interest = being able to use providers that sit outside the European Economic Area
records = Data of our own about transfers
glance = Outside the European Economic Area your data are protected by safeguards that we state for each recipient.
promise-safeguard-required = Without a valid safeguard we transfer nothing to a third country; which safeguard applies stands with each recipient.
promise-scc = On request you receive a copy of the standard contractual clauses that we rely on.
