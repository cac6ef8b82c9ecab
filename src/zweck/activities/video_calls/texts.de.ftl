title = Video- und Telefonkonferenzen
purpose = Wir sprechen mit Ihnen in Video- und Telefonkonferenzen.
interest = uns auch über Entfernung von Angesicht zu Angesicht zu besprechen
records = Bild, Ton und Chat einer Konferenz
provision-effect = Sie können stattdessen mit uns telefonieren und Kamera und Mikrofon ausschalten.
glance = Bild und Ton werden nur übertragen, solange Sie teilnehmen.
promise-no-recording = Wir zeichnen Konferenzen nicht auf.
promise-recording-on-consent = Wir zeichnen nur auf, wenn alle vorher eingewilligt haben (Art. 6 Abs. 1 Buchst. a DSGVO).
