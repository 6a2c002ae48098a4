"""Reporters, one file per format: findings in, text out. None drops, sorts or rewords a finding."""
