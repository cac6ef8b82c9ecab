"""Zweck: your privacy notice, kept.

One declaration says what a site does with personal data; the notice, the running
site, the erasure and the proof are all made from it (Art. 5(2) GDPR).
"""

__version__ = "0.1.0"
