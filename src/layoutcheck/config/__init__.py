"""The configuration: found, read, judged, merged; what comes out is frozen."""

from layoutcheck.config.load import NAMES, find_config, load_settings
from layoutcheck.config.reader import FAIL_ON
from layoutcheck.config.settings import (
    ActiveRule,
    Ignore,
    Layer,
    PageSettings,
    RuleSetting,
    Settings,
    Value,
)

__all__ = [
    "FAIL_ON",
    "NAMES",
    "ActiveRule",
    "Ignore",
    "Layer",
    "PageSettings",
    "RuleSetting",
    "Settings",
    "Value",
    "find_config",
    "load_settings",
]
