title = Cookies and storage on your device
purpose = We keep on your device only what the page that you opened needs.
interest = a website that works on your device the way you expect
records = Contents of our necessary cookies
glance = Without your consent we store on your device only what is technically necessary.
promise-closed-list = Without your consent we store on your device only the necessary entries of the cookie table.
promise-as-declared = Every entry has the provider and the lifetime that the cookie table states.
promise-usable-without = You can read the website and use the contact form even if you refuse all cookies.
