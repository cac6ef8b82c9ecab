title = Shipping
purpose = We deliver the goods that you ordered.
records = Delivery data
provision-effect = Without an address we cannot deliver.
glance = The carrier receives only what it needs for the delivery.
promise-disclosure-minimal-fields = Whoever delivers for us receives only your name, your delivery address and the details of the shipment.
promise-disclosure-carrier-contact = The carrier receives your e-mail address only if you consented to be notified by e-mail (Art. 6(1)(a) GDPR).
promise-disclosure-dropshipping = If a retailer ships the goods directly, it receives only your name, your delivery address and the order number. It receives your telephone number only if the haulier must arrange a date.
