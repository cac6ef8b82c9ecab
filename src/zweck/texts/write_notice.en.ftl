intro = This page tells you what { $site } does with your data: first in brief, then in detail.

# At a glance
glance = At a glance
glance-who = Who we are
glance-who-text = { $name } in { $city } runs this website and is responsible for your data.
glance-what = What we do
glance-rights = Your rights
glance-rights-text = You can ask for access, have data corrected or erased, and in many cases [object].
glance-rights-all = [All your rights]
glance-ask = Whom to ask
glance-ask-officer = We answer questions about data protection at{" "}
glance-ask-controller = Write to us at{" "}

# Who is responsible
controller = Who is responsible
controller-text = The controller for your data is (Art. 4(7) GDPR):
officer = Data protection officer
officer-text = You can contact the officer directly with any question about your data, also in confidence (Art. 38 GDPR).
no-officer = We have not appointed a data protection officer. { $why }
representative = Representative in the European Union
representative-text = Our representative in the European Union is (Art. 27 GDPR):
joint = Joint controllers
joint-text = Together with these parties we decide on purposes and means (Art. 26 GDPR):
joint-any = You can exercise your rights against each of them.
joint-essence = This is what we agreed: { $essence }
phone = Phone: { $phone }
email = E-mail:{" "}

# Activities
activities = What we do, in detail
ask-data = Which data?
ask-purpose = What for?
ask-basis = On what basis?
ask-period = For how long?
ask-recipients = Who receives it?
ask-transfers = Does data go to countries outside the EU?
ask-provision = Must you provide it?
ask-automated = Does a computer decide on its own?
ask-source = Where does it come from?
ask-choice = What can you do?
ask-promises = What we promise
ask-note = Also
ask-provider = Who is the provider?
ask-cookies = What does the service store on your device?
ask-provider-keeps = How long does the provider keep it?

recipients-none = Nobody but us.
recipients-hosting = Apart from us only those who [run our servers].
transfers-none = No. The data stays in the European Economic Area.
transfers-hosting = Yes, with our [servers].
transfers-both = Yes, through { $names } and with our [servers].
transfers-overall = Where data goes to countries outside the EU, the ground and the safeguards stand with the company that receives it.
transfers-services = Yes, through { $names }.
automated-none = No.
automated-overall = On this website no computer decides about you on its own (Art. 22 GDPR).
automated-some = Yes, here a computer decides on its own (Art. 22 GDPR).
provision-voluntary = No, your details are voluntary.
provision-contract = Not by law, but the contract needs these details.
provision-law = Yes, the law requires these details.
provision-automatic = No, you do not need to enter anything.
provision-browser = Your browser sends this data by itself.
choice-withdraw = You can [withdraw] your consent at any time.
choice-object = You can [object] to this processing.
choice-object-part = Where we rely on a legitimate interest, you can [object].
choice-rights = See [Your rights].

# Legal bases
basis-6-1-a = You have given consent ({ $cite })
basis-6-1-b = We need the data for a contract with you or for steps before it that you asked for ({ $cite })
basis-6-1-c = The law obliges us to do so ({ $cite })
basis-6-1-d = A person’s vital interests are at stake ({ $cite })
basis-6-1-e = We carry out a task in the public interest ({ $cite })
basis-6-1-f = We have a legitimate interest ({ $cite })
basis-9-2-a = You have given explicit consent to the use of specially protected data ({ $cite })
basis-9-2-b = Employment law or social security law requires it ({ $cite })
basis-9-2-c = The vital interests of a person who cannot consent are at stake ({ $cite })
basis-9-2-e = You have manifestly made the data public yourself ({ $cite })
basis-9-2-f = We need the data to bring or defend legal claims ({ $cite })
basis-9-2-h = The data serves health care or medical treatment ({ $cite })
basis-statute = The law permits it ({ $cite })
device-25-1 = We access your device only if you have given consent ({ $cite }).
device-25-2-no-1 = Access to your device serves only to transmit a message ({ $cite }).
device-25-2-no-2 = Access to your device is strictly necessary for the service that you explicitly asked for ({ $cite }).
device-25-2 = Access to your device is strictly necessary for the service that you explicitly asked for ({ $cite }).

# Recipients and transfers
role-processor = works on our behalf
role-controller = a controller in its own right
role-joint = jointly responsible with us
role-authority = public authority
transfer-plain = { $who } ({ $country }) processes data outside the European Economic Area.
transfer-adequacy = { $who } ({ $country }): the European Commission has decided that data is adequately protected there (Art. 45 GDPR, decision { $decision }).
transfer-dpf = { $who } ({ $country }) takes part in the EU-US Data Privacy Framework (Art. 45 GDPR, decision (EU) 2023/1795).
transfer-scc = The EU standard contractual clauses apply to transfers to { $who } ({ $country }) (Art. 46(2)(c) GDPR, decision (EU) 2021/914).
transfer-bcr = Approved binding corporate rules apply to { $who } ({ $country }) (Art. 46(2)(b), Art. 47 GDPR).
transfer-consent = Data goes to { $who } ({ $country }) only if you have given explicit consent (Art. 49(1)(a) GDPR). Your data is not protected there as it is in the EU.
transfer-contract = Data goes to { $who } ({ $country }) only where a contract with you or in your interest needs it (Art. 49(1)(b) and (c) GDPR).
transfer-claims = Data goes to { $who } ({ $country }) only where legal claims need it (Art. 49(1)(e) GDPR).
transfer-other = { $who } ({ $country }) is bound by: { $tool }
transfer-copy = We will send you a copy of the safeguards if you write to { $contact }.

# Services
services = Services of other providers
services-text = We embed or use these services. Where your consent is needed, the service loads only after you have given it.
provider-self = We run this service ourselves.
service-activity = Part of:
privacy-link = The provider’s privacy notice
privacy-own = privacy notice
optout-link = Object directly at { $who }

# Cookies
cookies = Cookies and storage on your device
cookies-text = Every entry that may be stored on your device is listed with its purpose and lifetime in the{" "}
cookies-link = cookie table
cookies-none = This website stores nothing on your device.

# Security
security = How we protect your data

# Rights
objection = Your right to object
objection-title = You can object (Art. 21 GDPR)
objection-interest = You can object to any processing that rests on our legitimate interest. Please give us reasons from your particular situation.
objection-stop = We then stop unless we show compelling legitimate grounds or need the data for legal claims.
objection-marketing = You can object to advertising at any time without giving reasons. We then stop it at once.
objection-where = A message is enough:{" "}
objection-list = This concerns:
rights = Your rights
rights-text = Your rights cost nothing. We answer within one month (Art. 12 GDPR).
rights-ask = Write informally to{" "}
right-title = { $title } ({ $cite })
objection-pointer = Your right to object has its [own section].
automated-site = On this website no computer decides about you on its own.
authority = Competent supervisory authority
authority-text = This authority is competent for us:

# State
state = Version of this notice
state-change = If what we do changes, we change this notice first.
