"""What is wrong in a notice: one module per kind of defect, each with its wordings and its rules.

A wording (``Phrase``) is wrong by itself; a rule compares what was read in several places. Certain is only what the
words alone show; what the extraction may have lost is to be checked on the page; the rest is for a lawyer.
"""
