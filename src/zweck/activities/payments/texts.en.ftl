title = Payment
purpose = We process the payment that you chose and enter it in our books.
records = Payment records
provision-effect = Without payment data the chosen method is not available.
glance = Only the payment provider receives card and account data.
promise-after-contract = We ask for payment data only when you enter into a paid contract, and only for the chosen method.
promise-tls = Payment data is always encrypted in transit.
promise-no-card-data = The payment provider itself takes card and account data; we do not store it.
