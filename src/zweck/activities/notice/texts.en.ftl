title = This privacy notice
purpose = We inform you what happens to your data and keep this notice up to date.
records = Details of who reads this notice
glance = Every version of this notice is dated and stays readable.
promise-versioned = Every version is dated; older versions stay readable, and changes apply only to the future.
promise-reference-language = If this notice exists in several languages, we say which version prevails.
promise-change-mail = We tell everyone with an account of important changes once by e-mail, without advertising.
