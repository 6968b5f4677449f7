"""The tables that the reading of sheets goes by: our TOML files, and those a user lays over them."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any

from thidua.book.tomltext import not_toml
from thidua.errors import InputError, worded
from thidua.interchange.jsontext import contents


@cache
def ours(name: str) -> dict[str, Any]:
    """Return one of the package's own tables."""
    return tomllib.loads(files("thidua.interchange").joinpath(f"{name}.toml").read_text(encoding="utf-8"))


def theirs(path: Path) -> dict[str, Any]:
    """Return a table of the user's.

    Raises:
        InputError: no such file, not UTF-8, not TOML.
    """
    try:
        return tomllib.loads(contents(path).decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        sentence = worded("not UTF-8 at byte {start}; save it as UTF-8", start=error.start)
        raise InputError.one("$", "not-utf-8", sentence, source=path.name) from error
    except tomllib.TOMLDecodeError as error:
        raise InputError.one(
            "$", "not-toml", worded("not TOML: {error}", error=not_toml(error)), source=path.name
        ) from error
