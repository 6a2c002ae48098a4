"""The rules, flat: each a module and its page, ``<rule>.py`` and ``<rule>.md``. Adding a rule is adding a pair."""
