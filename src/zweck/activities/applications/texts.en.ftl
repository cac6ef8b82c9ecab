title = Job applications
purpose = We examine your application and decide whether to offer you a position.
interest = being able to defend ourselves against claims after a rejection
records = Applications that do not lead to employment
class-pool = Applications in the talent pool
provision-effect = Without your name and contact details we cannot process your application.
glance = Only people who take part in the procedure see applications; after it we delete them.
promise-purpose = We use your application only to decide on the position that you apply for.
promise-access = Only people who take part in the procedure see your application, and they keep it confidential.
promise-withdraw = You can withdraw your application at any time; the procedure then ends.
promise-objection = You can object to storage after the procedure; you will receive a decision with reasons.
promise-hired = If we hire you, your application becomes part of your personnel file; the rules of that file then apply.
promise-pool = We add your application to the talent pool only with your separate consent (Art. 6(1)(a) GDPR); this has no effect on the current procedure.
promise-retention-pool-withdrawal = If you withdraw your consent to the talent pool, we delete your data there at once and permanently.

## form
form-title = Apply
form-lead = Send us your application. We store it encrypted; only those who take part in the procedure can read it.
form-submit = Send application
vacancy-open = Speculative application
pool-box = Yes, add my application with all documents to the talent pool if this position does not work out.
pool-hint = Voluntary and separate from this application: your decision has no effect on the current procedure. You can withdraw your consent at any time. { $keeping }
sent-title = Your application has arrived
sent-text =
    Thank you. Your application is stored with all files.
    We will get in touch with you.
mail-received-subject = Your application has arrived
mail-received = Your application has reached us. { $files ->
    [0] There were no files with it.
    [one] One file is stored.
   *[other] { $files } files are stored.
} We will get in touch with you.
mail-received-withdraw = Would you like to withdraw your application? Reply to this message or write to { $email }.
