officer = Data protection officer
officer-none = No data protection officer appointed; the controller answers
no-consequence = None.
authority-any = Any data protection supervisory authority
