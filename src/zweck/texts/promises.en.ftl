collects = We ask only for: { $fields }
keeps = { $what }
discloses = { $recipient } receives only: { $fields }
gates = { $service } is loaded only after you agree
processor = { $provider } works for us under a contract on data processing (Art. 28 GDPR)
attested = { $note }
