"""The officer's desk: what needs a person, behind a login, on the engine of the command line (Art. 12–22, 24 GDPR).

``desk.web`` brings the routes, ``desk.run`` runs an installation; a page is a function of a ``Visit``.
"""
