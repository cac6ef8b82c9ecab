title = Your rights
purpose = We handle your requests about your data protection rights and prove that we answered them.
records = Your request about your rights and our answer
provision-effect = Without details by which we recognise you we cannot find your data.
glance = You can ask for access, rectification and erasure, object and withdraw consent at any time.
promise-channel = Write to { $contact } or use the form on this website; we answer within one month (Art. 12(3) GDPR).
promise-informal-mail = An informal message is enough.
promise-access-free = You learn at any time and free of charge which data we store about you (Art. 15 GDPR).
promise-access-package = Our answer states purposes, categories of data, recipients, storage periods, your rights, where the data came from, automated decisions and safeguards for third countries, and it contains a copy of your data (Art. 15 GDPR).
promise-rectify = We correct wrong data and complete incomplete data without delay (Art. 16 GDPR).
promise-erase = If you rightly ask for erasure, we erase your data in all our systems (Art. 17 GDPR).
promise-erase-exceptions = If we refuse to erase, we name the legal reason and use the data for nothing else (Art. 17(3), Art. 18 GDPR).
promise-restrict = You can ask that we only store your data and no longer use them (Art. 18 GDPR).
promise-restrict-while-checking = While we examine whether data are correct or whether your objection is justified, we do not use the data (Art. 18 GDPR).
promise-portability = You receive data that you gave us on the basis of consent or a contract in a machine-readable format; if you wish, we send them directly to another controller where that is technically feasible (Art. 20 GDPR).
promise-object = On grounds relating to your particular situation you can object to any processing that we base on a legitimate interest; we then stop unless we show compelling grounds (Art. 21(1) GDPR).
promise-object-marketing = If you object to advertising, we stop it without any weighing, and profiling for it too (Art. 21(2) and (3) GDPR).
promise-notify-recipients = Whoever received your data from us learns of rectification, erasure and restriction; if you ask, we name these recipients (Art. 19 GDPR).
promise-withdraw = You can withdraw consent at any time with effect for the future (Art. 7(3) GDPR).
promise-complaint = You can lodge a complaint with a data protection authority (Art. 77 GDPR).
promise-dpo-channel = You can reach our data protection officer at { $contact }.

## package: the answer to a request for access or portability
package-title-access = The data we hold about you
package-title-portability = Your data to take along
package-made = Put together on { $day }, reference { $reference }.
controller = Controller
contact = Your questions to
searched = Systems searched
nothing-held = We found no data under your details in these systems.
item-purposes = What for
item-categories = Kinds of data
item-recipients = Who receives it
item-storage = How long
item-source = Where from
item-automated = Automated decisions
item-transfers = Transfers to third countries
item-rights = Your rights
item-complaint = Complaint
record = Entry { $number }
file = File
no-recipients = Nobody outside our company.
source-yourself = From you.
automated-no = None.
automated-yes = Yes; ask us and we explain the logic.
no-transfer = None.

## letters: what a person gets by mail
subject-confirm = Please confirm your request
letter-confirm = Hello,

    we received a request under your e-mail address ({ $right }). Please confirm it here:

    { $link }

    The link is valid for seven days. If you did not make this request, you need not do anything.

    { $controller }
subject-received = Your request { $reference }
letter-received = Hello,

    your request is confirmed ({ $right }). We answer by { $day }. You can follow it here:

    { $link }

    { $controller }
subject-extended = Your request { $reference }: more time
letter-extended = Hello,

    we need more time for your request { $reference }. The reason: { $reason } We answer by { $day } (Art. 12(3) GDPR).

    You can complain to the supervisory authority: { $authority }

    { $controller }
subject-refused = Your request { $reference }
letter-refused = Hello,

    we cannot fulfil your request { $reference } ({ $right }). The reason: { $reason }

    You can complain to the supervisory authority ({ $authority }) and go to court (Art. 12(4) GDPR).

    { $controller }
subject-done = Your request { $reference } is done
letter-done = Hello,

    your request { $reference } ({ $right }) is done. { $result }

    { $link }

    { $controller }
result-access = You can download the answer for 30 days.
result-portability = You can download your data for 30 days.
result-erasure = { $erased ->
    [0] We found no data that was to be erased.
    [one] We erased one record.
   *[other] We erased { $erased } records.
} { $restricted ->
    [0] {""}
    [one] One record must still be kept; it is blocked.
   *[other] { $restricted } records must still be kept; they are blocked.
}
result-rectification = We corrected the data.
result-restriction = For now we do not use your data any more and only store it.
result-objection = We no longer process your data on the basis of a legitimate interest; you are blocked for advertising.
result-withdrawal = Your consent is withdrawn.
