title = Credit check
purpose = Before we deliver on account, we check whether payment can be expected.
interest = protecting ourselves against loss of payment where we deliver first
records = Result of the credit check
provision-effect = Without a check you can pay in advance.
glance = Before we deliver on account, we ask a credit agency.
promise-person-decides = A person decides on the method of payment, not a score alone.
promise-disclosure-minimal-fields = The agency does not learn what you ordered; it receives only name and address.
