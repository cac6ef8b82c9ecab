"""Findings in the formats that other programs read: SARIF for code scanning, JUnit for test reports.

``read``, ``check`` and later ``audit`` and ``prove`` find different things, but a finding has one shape
(``zweck.errors.Finding``), so its machine formats stand here, below the verbs. Pure; Art. 5(2) GDPR asks to be able
to show what was found.
"""
