title = Fotos und Videos von Veranstaltungen
purpose = Wir dokumentieren unsere Veranstaltungen und berichten öffentlich darüber.
interest = über unsere Veranstaltungen zu berichten
records = Fotos und Videos von Veranstaltungen
provision-effect = Möchten Sie nicht zu sehen sein, sagen Sie es uns oder der Person mit der Kamera.
glance = Auf Veranstaltungen fotografieren und filmen wir nur mit Ankündigung.
promise-events-notice = Wir kündigen Aufnahmen in der Einladung und vor Ort an.
promise-events-purpose = Aufnahmen nutzen wir nur, um die Veranstaltung zu dokumentieren und darüber zu berichten.
