"""The law floor: deadlines, authorities, adequacy, renamed laws, retention periods, rights and rules.

Dated data (``data/*.json``, each record with its provision, source and basis code) and pure functions over
it: no network, no clock, no environment. A day that matters is always an argument. What the data says was
the law as of ``state.LAW_DATE``; it is no legal advice. Basis codes: ``V`` verified in the named source,
``M`` core verified and detail from knowledge, ``K`` from knowledge.

Import the module that is needed (``from zweck.law.deadlines import respond_by``); this package imports none
of them.
"""
