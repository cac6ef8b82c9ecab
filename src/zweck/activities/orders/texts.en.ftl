title = Orders and contracts
purpose = We perform the contract with you, from the order through delivery to warranty.
records = Your order and the documents about it
provision-effect = Without these details we cannot conclude or perform the contract.
glance = We use order data for the contract; after that we keep only what the law requires.
promise-purpose = We use your order data only to perform the contract; that includes confirmation, delivery, invoice and warranty.
promise-necessity = We ask only for what we need for the contract, its use or the billing.
promise-disclosure-beyond-contract = Order data goes only to those who need it for the contract; we do not pass it on for the advertising of others.
