title = Talent pool
purpose = We suggest later positions that fit your application.
records = Applications in the talent pool
provision-effect = Without consent we do not add you; this has no effect on current procedures.
glance = Applications enter the talent pool only with separate consent.
promise-applications-pool = We add your application to the talent pool only with your separate consent; this has no effect on the current procedure.
promise-retention-pool-withdrawal = If you withdraw your consent, we delete your data in the talent pool at once and permanently.
