"""One scenario per promise of the acceptance list; ``python -m tests.promises`` says which are shown."""
