title = This privacy notice
purpose = We inform you what happens with your data and keep this notice up to date.
records = Details of reading this notice
glance = Every version of this notice bears a date and stays readable.
promise-versioned = Every version bears a date; older versions stay readable, and changes apply only for the future.
promise-reference-language = Where this notice exists in several languages, we say which version counts.
promise-change-mail = We tell registered users of important changes once by e-mail, without advertising.
