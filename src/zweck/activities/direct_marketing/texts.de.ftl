title = Werbung per Post
purpose = Wir informieren Sie per Brief über unsere Angebote.
interest = Kundinnen und Kunden über unsere Angebote zu informieren
records = Ihre Anschrift für Werbebriefe
provision-effect = Widersprechen Sie, ändert das an Ihrem Vertrag nichts.
glance = Werbebriefe bekommen Sie, bis Sie widersprechen.
promise-rights-object-marketing = Widersprechen Sie unseren Werbebriefen, schicken wir Ihnen keine mehr (Art. 21 Abs. 2 und 3 DSGVO).
promise-newsletter-suppression-blocks = Nach Ihrem Widerspruch verhindert eine Sperrliste, dass wir Ihnen wieder Werbung schicken.
