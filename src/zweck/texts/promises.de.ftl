collects = Wir fragen nur nach: { $fields }
keeps = { $what }
discloses = { $recipient } erhält nur: { $fields }
gates = { $service } wird erst geladen, wenn Sie zustimmen
processor = { $provider } arbeitet für uns auf Grundlage eines Vertrags zur Auftragsverarbeitung (Art. 28 DSGVO)
attested = { $note }
