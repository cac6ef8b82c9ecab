title = Shipping
purpose = We deliver the goods that you ordered.
records = Delivery data
provision-effect = Without an address we cannot deliver.
glance = The carrier gets only what it needs for the delivery.
promise-disclosure-minimal-fields = Whoever delivers for us gets only your name and your delivery address.
promise-disclosure-carrier-contact = The carrier gets your e-mail address only if you agreed to be notified by e-mail (Art. 6(1)(a) GDPR).
promise-disclosure-dropshipping = If a retailer ships the goods directly, it gets only your name, your delivery address and the order number; your telephone number only if the haulier must agree a date.
