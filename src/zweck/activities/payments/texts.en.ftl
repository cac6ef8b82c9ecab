title = Payment
purpose = We carry out the payment that you chose and book it.
records = Payment vouchers
provision-effect = Without payment data the chosen method is not available.
glance = Only the payment provider gets card and account data.
promise-after-contract = We ask for payment data only once a paid contract comes about, and only for the chosen method.
promise-tls = Payment data is always transmitted encrypted.
promise-no-card-data = The payment provider takes card and account data itself; we do not store them.
