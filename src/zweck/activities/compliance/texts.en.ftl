title = Statutory checks
purpose = We compare business partners with sanctions lists and report what the law requires.
records = Result of the comparison with sanctions lists
provision-effect = Without the comparison we do not conclude a contract.
glance = We check business partners where the law requires it.
promise-purpose = We check only what the law requires and use the result for nothing else.
