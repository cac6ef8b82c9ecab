title = Claims and litigation
purpose = We enforce claims and defend ourselves against claims of others.
interest = enforcing and defending claims
records = Documents about a claim
provision-effect = The details come from the contract concerned.
glance = If an invoice stays unpaid, a debt collector, a lawyer or a court can receive data.
promise-disclosure-claims-balancing = Before we disclose data for litigation we weigh your interests and record that.
promise-disclosure-notice-before-collection = Before we hand a claim over we write to you and give you at least 14 days.
