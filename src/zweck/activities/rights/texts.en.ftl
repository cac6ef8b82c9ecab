title = Your rights
purpose = We handle your requests about your data protection rights and prove that we answered them.
records = Your request and our answer
provision-effect = Without details by which we recognise you, we cannot find your data.
glance = You can ask for access, rectification and erasure, object and withdraw consent at any time.
promise-channel = Write to { $contact } or use the form on this website; we answer within one month (Art. 12(3) GDPR).
promise-informal-mail = An informal message is enough.
promise-access-free = You learn free of charge whether we process data about you, and which.
promise-access-package = Our answer states purposes, categories of data, recipients, storage periods, your rights, where the data came from, automated decisions and safeguards for third countries. It contains a copy of your data.
promise-rectify = We correct wrong data without delay and complete incomplete data.
promise-erase = If you are entitled to erasure, we erase your data in all our systems.
promise-erase-exceptions = If we refuse to erase, we state the legal ground and use the data for nothing else (Art. 17(3), Art. 18 GDPR).
promise-restrict = You can ask us only to store your data, for example if you need it for legal claims (Art. 18(1) GDPR).
promise-restrict-while-checking = While we check whether data is correct or whether your objection is justified, we do not use the data.
promise-portability = You receive the data that you gave us on the basis of consent or a contract in a machine-readable format. If you wish, we send it directly to another controller where that is technically feasible.
promise-object = If your particular situation speaks against it, you can object to any processing that rests on our legitimate interest or on a public interest. We then stop unless we show compelling legitimate grounds or need the data for legal claims (Art. 21(1) GDPR).
promise-object-marketing = If you object to advertising, we stop it without weighing interests, including any profiling for it (Art. 21(2) and (3) GDPR).
promise-notify-recipients = Whoever received your data from us learns of rectification, erasure and restriction. If you ask, we name these recipients.
promise-withdraw = You can withdraw consent at any time; what happened until then remains lawful.
promise-complaint = You can lodge a complaint with a data protection authority, for example where you live or work.
promise-dpo-channel = You can reach our data protection officer at { $contact }.

## package: the answer to a request for access or portability
package-title-access = The data we hold about you
package-title-portability = Your data to take with you
package-made = Compiled on { $day }, reference { $reference }.
controller = Controller
contact = Send questions to
searched = Systems searched
record-shared = This record also belongs to other people. It shows only what is about you, to protect them (Art. 15(4) GDPR).
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
automated-yes = Yes; ask us and we will explain the logic.
no-transfer = None.

## letters: what a person gets by mail
subject-confirm = Please confirm your request
letter-confirm = Hello,

    we received a request under your e-mail address ({ $right }). Please confirm it here:

    { $link }

    The link is valid for seven days. If you did not make this request, you do not need to do anything.

    { $controller }
subject-received = Your request { $reference }
letter-received = Hello,

    your request is confirmed ({ $right }). We will answer by { $day }. You can follow it here:

    { $link }

    { $controller }
subject-extended = Your request { $reference }: more time
letter-extended = Hello,

    we need more time for your request { $reference }. The reason: { $reason } We will answer by { $day } (Art. 12(3) GDPR).

    You can complain to the supervisory authority: { $authority }

    { $controller }
subject-identity = Your request { $reference }: a question
letter-identity = Hello,

    before we act on your request { $reference }, we must be sure that it is you. The reason: { $reason }

    Please tell us something that only you know, for example the date of your last order. We do not need a copy of your ID (Art. 12(6) GDPR).

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
    [0] We found no data to erase.
    [one] We erased one record.
   *[other] We erased { $erased } records.
} { $restricted ->
    [0] {""}
    [one] We must still keep one record; it is restricted.
   *[other] We must still keep { $restricted } records; they are restricted.
} { $shared ->
    [0] {""}
    [one] One record also belongs to somebody else: we took you out of it and kept it for them.
   *[other] { $shared } records also belong to other people: we took you out of them and kept them for those people.
}
result-rectification = We corrected the data.
result-restriction = For now we only store your data and do not use it.
result-objection = We have stopped all processing of your data that rests on a legitimate interest, and we send you no more advertising.
result-withdrawal = Your consent is withdrawn.

## portal
portal-title = Your rights
portal-lead = Choose what you would like. An e-mail address is enough; we need no account and no copy of your ID. It costs nothing.
portal-article = Article { $article } GDPR
portal-explain-access = You learn which data we hold about you, what for, how long and who receives it, and you get a copy.
portal-explain-rectification = Tell us which detail is wrong and what is right. We will change it.
portal-explain-erasure = We erase your data in all our systems. What the law makes us keep for longer, we restrict until then.
portal-explain-restriction = We only store your data and do not use it, for example while we check whether it is correct.
portal-explain-portability = You receive the data that you gave us yourself, as files that other programs can read.
portal-explain-objection = We stop all use of your data that rests on a legitimate interest. You can object to advertising without giving a reason.
portal-explain-withdrawal = You withdraw a consent, for example to the newsletter or the talent pool. What happened until then remains lawful.
portal-other-title = Would you rather write by e-mail or post?
portal-other = An informal message is enough. Write to
portal-other-complaint = You can also complain to a data protection authority at any time.
portal-closed = An informal message is enough. Write to us at
portal-field-email = E-mail address
portal-why-email = We search for your data under this address. We send it a link with which you confirm the request.
portal-field-name = Name
portal-why-name = Only so that we can address you properly.
portal-field-details = Anything else we should know
portal-why-details = For example what it is about, or which data you mean.
portal-field-field = Which detail is wrong?
portal-field-right-value = What is right?
portal-about-proof = We answer within one month. Nothing happens until you confirm the request.
portal-submit = Send request
portal-sent-title = Please check your inbox
portal-sent-text = We sent a link to the address you gave. Open it and confirm your request there.
    The link is valid for seven days. Without confirmation we erase the request again.
portal-confirm-title = Confirm your request
portal-confirm-text = With this button you confirm that the request is yours. We then start to work on it.
    Did you not make this request? Then simply close this page.
portal-confirm-button = Yes, this is my request
portal-over-title = This link is no longer valid
portal-over-text = It has expired or was used before. You can follow a confirmed request by the link in our last e-mail.
portal-again = To the overview of your rights
portal-follow-title = Your request
portal-fact-reference = Reference
portal-fact-right = Request
portal-fact-received = Received on
portal-fact-deadline = We answer by
portal-fact-closed = Closed on
portal-state-unconfirmed = Your request is not confirmed yet.
portal-state-open = Your request is confirmed and being examined.
portal-state-approved = Your request is granted. We are carrying it out.
portal-state-done = Your request is done.
portal-state-refused = We cannot fulfil your request.
portal-state-withdrawn = You withdrew the request.
portal-next-unconfirmed = Confirm it with the link in our e-mail.
portal-next-open = We look for your data in all our systems and then decide. You get an e-mail as soon as something changes.
portal-next-approved = You get an e-mail as soon as everything is done.
portal-next-done = You do not need to do anything else.
portal-next-refused = The reason is stated above. You can complain or go to court.
portal-next-withdrawn = Nothing else will happen. You can make a new request at any time.
portal-next = What happens next
portal-extended = Why we need more time
portal-extended-letter = We told you the reason by e-mail.
portal-refused = Why we refuse
portal-complaint = You can complain to the supervisory authority: { $authority }
portal-download = Download the answer
portal-download-until = Available until { $day }. After that we erase the file.
portal-withdraw-title = Changed your mind?
portal-withdraw-text = You can withdraw the request. We then stop working on it.
portal-withdraw-button = Withdraw the request
portal-withdrawn-title = The request is withdrawn
portal-withdrawn-text = We have stopped working on it. You can make a new one at any time.
portal-questions = Questions? Write to
