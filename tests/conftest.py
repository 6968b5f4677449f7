"""What all tests share."""

from __future__ import annotations

from hypothesis import settings

# A shared machine is slow now and then, which says nothing about the law. In CI Hypothesis also repeats its examples.
settings.register_profile("thidua", settings(), deadline=None)
settings.load_profile("thidua")
