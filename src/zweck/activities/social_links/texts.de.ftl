title = Links zu sozialen Netzwerken
purpose = Wir zeigen Ihnen, wo Sie uns in sozialen Netzwerken finden.
interest = Ihnen zu zeigen, wo Sie uns außerdem finden
records = Klicks auf Links zu sozialen Netzwerken
glance = Soziale Netzwerke sind nur verlinkt; vor Ihrem Klick erfahren sie nichts.
promise-embeds-plain-links = Zu sozialen Netzwerken führen nur einfache Links; vor Ihrem Klick erfährt das Netzwerk nichts von Ihrem Besuch.
provision-effect = Sie müssen keinem dieser Links folgen.
