title = Booking appointments
purpose = We make appointments with you and prepare them.
records = Your appointment and your details about it
provision-effect = Without a name and contact details we cannot confirm an appointment; you can also book by telephone.
glance = We use your booking details only for the appointment.
promise-consent-gate-widgets = The calendar loads only when you open it.
promise-purpose = We use your details only for the appointment.
