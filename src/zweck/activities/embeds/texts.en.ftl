title = Embedded content
purpose = We show videos, maps and other content of providers that you want to see on our pages.
records = Details of which content you view
provision-effect = Without consent you see a placeholder instead of the content.
glance = Videos, maps and other outside content load only when you agree.
promise-placeholder = Until you agree we show only a placeholder from our own server instead of the outside content.
promise-no-ip-stored = We ourselves do not store your IP address when you view outside content.
