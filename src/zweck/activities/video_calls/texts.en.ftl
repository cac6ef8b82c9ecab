title = Video and telephone conferences
purpose = We talk to you in video and telephone conferences.
interest = talking face to face over a distance
records = Image, sound and chat of a conference
provision-effect = You can telephone us instead and switch camera and microphone off.
glance = Image and sound are transmitted only while you take part.
promise-no-recording = We do not record conferences.
promise-recording-on-consent = We record only if everyone has consented before (Art. 6(1)(a) GDPR).
