title = Cookies and storage on your device
purpose = We keep on your device only what the page that you opened needs.
interest = a website that works on your device as you expect
records = Contents of necessary cookies on our server
glance = Without your consent we store on your device only what is technically necessary.
promise-closed-list = Without your consent we store on your device only what the cookie table lists under "Necessary".
promise-as-declared = Every entry has the provider and the lifetime stated in the cookie table.
promise-usable-without = You can read the website and use the contact form even if you refuse all cookies.
