from layoutcheck.core.identity import identity


def test_an_identity_is_kept_in_files_and_never_changes():
    assert identity("missing-byline", "missing", "") == "18650f6f83f865b1"


def test_texts_are_told_from_their_order_and_from_where_they_end():
    told = {identity("ab", "c"), identity("a", "bc"), identity("c", "ab"), identity("abc"), identity("ab", "c", "")}
    assert len(told) == 5


def test_half_a_character_has_an_identity():
    assert len(identity("\ud83d")) == 16
