title = Advertising and how well it works
purpose = We show advertisements that fit your visit and count which of them lead to enquiries or orders.
records = Data about advertisements and what they lead to
provision-effect = Without consent the advertising services do not load.
glance = Advertising services load only with your consent.
promise-totals-only = We ourselves see only totals: how many people saw an advertisement and how many of them then enquired or ordered.
promise-hashed-payload = Your data goes to the advertising network only as a check value (hash).
promise-analytics-opt-out = One click in the settings ends this advertising on your device.
