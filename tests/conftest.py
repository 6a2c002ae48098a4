"""What all tests share."""

from hypothesis import settings

# The same examples in every run, and no clock: a red test is a fault, never a mood.
settings.register_profile("layoutcheck", derandomize=True, deadline=None)
settings.load_profile("layoutcheck")
