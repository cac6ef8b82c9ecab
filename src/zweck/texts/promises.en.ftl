collects = We ask only for: { $fields }
keeps = { $what }
discloses = { $recipient }: only { $fields }
gates = { $service } loads only after you consent
processor = { $provider } works for us under a data processing contract (Art. 28 GDPR)
attested = { $note }
