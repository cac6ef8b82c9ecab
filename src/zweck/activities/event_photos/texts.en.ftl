title = Photos and videos of events
purpose = We document our events and report on them publicly.
interest = reporting on our events
records = Photos and videos of events
provision-effect = If you do not want to be seen, tell us or the person with the camera.
glance = At events we take photos and film only if we have announced it.
promise-events-notice = We announce recordings in the invitation and on site.
promise-events-purpose = We use the recordings only to document the event and to report on it.
