"""Benches: each says what it measures, how, and what stands beside it; ratios in one run count, not absolute times."""
