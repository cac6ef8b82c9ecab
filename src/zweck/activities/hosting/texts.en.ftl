title = Hosting and delivery
purpose = We have the website run on servers of our providers and delivered fast and securely.
interest = a website that is fast, secure and always reachable
records = Data for delivering a page
glance = The website lies on servers of providers that act only on our instructions.
promise-processors-hoster = We have data processing contracts with our hosting providers; we state their names and countries.
