title = Suppression list for advertising
purpose = We prevent people from receiving advertising that they no longer want.
interest = respecting your objection permanently
records = Check value (hash) of your e-mail address on the suppression list
glance = People who want no more advertising are on a suppression list, only as a check value (hash).
promise-newsletter-suppression-isolated = The suppression list serves only this purpose; we do not combine it with anything else.
promise-newsletter-suppression-objection = You can object to the entry on the suppression list too; you will receive a decision with reasons.
