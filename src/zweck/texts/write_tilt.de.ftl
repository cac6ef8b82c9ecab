officer = Datenschutzbeauftragte Person
officer-none = Keine datenschutzbeauftragte Person benannt; es antwortet der Verantwortliche
no-consequence = Keine.
authority-any = Jede Datenschutz-Aufsichtsbehörde
