title = Claims and legal disputes
purpose = We enforce our claims and defend ourselves against the claims of others.
interest = enforcing and defending claims
records = Documents about a claim
provision-effect = The details come from the contract in question.
glance = If an invoice stays unpaid, a debt collection agency, a law firm or a court may receive data.
promise-disclosure-claims-balancing = Before we disclose data for a legal dispute, we weigh your interests and record the result.
promise-disclosure-notice-before-collection = Before we hand a claim to a debt collection agency or law firm, we write to you and give you at least 14 days.
