"""The frame of the public faces: sites by host name, pages, forms, static files, and the guard around them.

``zweck.serve.app.application`` builds the ASGI application; nothing here decides what a form asks or keeps, that is
the activity kinds' own.
"""
