title = Our processors
purpose = We have individual tasks done by companies that act only on our instructions.
interest = giving tasks to specialists who carry them out securely
records = Additional data about you
glance = Whoever works for us acts only on our instructions.
promise-instructions = Processors act only on our documented instructions.
promise-disclosure-recipient-bound = Whoever receives data from us may use it only for the stated purpose.
promise-disclosure-gate = We disclose data only to the recipients named here and only on a legal basis.
