title = Statutory checks
purpose = We compare business partners with sanctions lists and report what we must report.
records = Result of the comparison with sanctions lists
provision-effect = Without the comparison we must not conclude a contract.
glance = We check business partners where the law demands it.
promise-purpose = We check only what the law demands and use the result for nothing else.
