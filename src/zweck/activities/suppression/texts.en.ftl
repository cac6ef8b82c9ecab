title = Suppression list for advertising
purpose = We prevent people who want no more advertising from getting any from us.
interest = respecting your objection for good
records = Check value of your e-mail address on the suppression list
glance = Whoever wants no more advertising stands on a suppression list as a check value.
promise-newsletter-suppression-isolated = The suppression list serves only this purpose; we merge it with nothing else.
promise-newsletter-suppression-objection = You can object to the entry on the suppression list too; you get a decision with reasons.
