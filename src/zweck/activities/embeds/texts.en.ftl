title = Embedded content
purpose = We show videos, maps and other providers' content that you want to see on our pages.
records = Information on which content you view
provision-effect = Without consent you see a placeholder instead of the content.
glance = Videos, maps and other third-party content load only when you consent.
promise-placeholder = Until you consent, we show only a placeholder from our own server instead of the third-party content.
promise-no-ip-stored = When you view third-party content, we ourselves store no IP address of yours.
