title = Hosting and delivery
purpose = Our providers run the website on their servers so that it reaches you fast and securely.
interest = a website that is fast, secure and available at all times
records = Data for delivering a page
glance = The website is on servers of providers that act only on our instructions.
promise-processors-hoster = We have data processing contracts with our hosting providers; their names and countries are stated here.
