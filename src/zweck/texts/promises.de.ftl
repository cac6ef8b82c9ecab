collects = Wir fragen nur nach: { $fields }
keeps = { $what }
discloses = { $recipient }: nur { $fields }
gates = { $service } lädt erst, wenn Sie einwilligen
processor = { $provider } arbeitet für uns auf Grundlage eines Vertrags zur Auftragsverarbeitung (Art. 28 DSGVO)
attested = { $note }
