"""How Sphinx builds these pages: ``sphinx-build -n -W docs docs/_build``."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import attrs
from docutils import nodes
from sphinx.addnodes import pending_xref
from sphinx.application import Sphinx
from sphinx.environment import BuildEnvironment
from sphinx.ext.napoleon import Config, GoogleDocstring

import thidua

_project = tomllib.loads((Path(__file__).parents[1] / "pyproject.toml").read_text(encoding="utf-8"))["project"]

project = _project["name"]
author = _project["authors"][0]["name"]
copyright = f"2026, {author}"
release = version = _project["version"]
language = "vi"

extensions = ["myst_parser", "sphinx.ext.autodoc"]
exclude_patterns = ["_build", "_static", "examples", "notebooks"]
nitpicky = True
# No inventory of another project is fetched: these pages are built without a network.
nitpick_ignore_regex = [
    ("py:.*", r"(collections|datetime|decimal|enum|fractions|pathlib|typing)\..*"),
    ("py:.*", r"(alt|attrs?|cattrs|hypothesis)\..*"),
    ("py:class", r"words\..*"),  # the closed lists, by the name that strategies import them under
    ("py:class", r"thidua\..*\.[A-Z]"),  # type variables
    ("py:class", "Fraction"),  # of the named tuple of points, whose fields are told by their names
    ("py:class", "date|Launcher|Manner|Reach"),  # of RegisteredMovement's bases: their words, read from its own module
    ("py:class", "GT"),  # of great_tables
    ("py:class", r"words\.Kind|st\.SearchStrategy"),  # as the modules of strategies write them
]

add_module_names = False
autodoc_member_order = "bysource"
autodoc_typehints_format = "short"
myst_enable_extensions = ["colon_fence", "deflist"]
myst_heading_anchors = 3

html_theme = "furo"
html_title = f"thidua {release}"
html_static_path = ["_static"]
html_css_files = ["pages.css"]


def _sections(app: Sphinx, what: str, *about: Any) -> None:
    # Napoleon as an extension would read a property's sentence up to its colon as a type.
    if what not in {"attribute", "data", "property"}:
        *rest, lines = about
        lines[:] = GoogleDocstring(list(lines), Config(), app, what, *rest).lines()


def _home(app: Sphinx, env: BuildEnvironment, node: pending_xref, content: nodes.TextElement) -> Any:
    # Docstrings name what callers import, ``thidua.law_on``; it is described under the module it is written in.
    door, _, name = node["reftarget"].rpartition(".")
    doors = {"thidua": thidua, "thidua.frames": thidua.frames}
    found = getattr(doors.get(door), name, None)
    target = f"{getattr(found, '__module__', '')}.{name}"
    domain = env.domains.python_domain
    return domain.resolve_xref(env, node["refdoc"], app.builder, node["reftype"], target, node, content)


def _bare(*event: Any) -> Any:
    # Records are told by their fields; their signatures would tell every field a second time.
    _, what, name, found, *_ = event
    told = name.startswith(("thidua.model.", "thidua.people."))
    return ("", None) if what == "class" and told and attrs.has(found) else None


def setup(app: Sphinx) -> None:
    """Read docstrings in Google's form, and find what the front door hands on."""
    app.connect("autodoc-process-signature", _bare)
    app.connect("autodoc-process-docstring", _sections)
    app.connect("missing-reference", _home)
