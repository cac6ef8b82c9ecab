title = Booking appointments
purpose = We arrange appointments with you and prepare for them.
records = Your appointment and the details you gave for it
provision-effect = Without a name and contact details we cannot confirm an appointment; you can also book by telephone.
glance = We use your booking details only for the appointment.
promise-consent-gate-widgets = The calendar loads only when you open it.
promise-purpose = We use your details only for the appointment.
