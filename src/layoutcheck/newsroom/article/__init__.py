"""The parts of an article: headline, byline, section label, lead, body, picture."""
