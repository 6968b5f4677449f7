"""Whom a rule speaks of, over tables: as :mod:`thidua.merit.speaks` tells of one subject."""

from __future__ import annotations

from collections.abc import Iterable
from functools import reduce
from operator import or_
from typing import get_args

import narwhals.stable.v2 as nw

from thidua.frames.sheet import TRACKS, col, least, one_of
from thidua.merit.speaks import ABROAD, ARMED, CIVIL, EMPLOYED, HOME
from thidua.model.provision import Rule
from thidua.model.vocabulary import Track

NOT_OF_IT, NOT_KNOWN, OF_IT = range(3)
_NOT, _UNKNOWN, _IS = (nw.lit(number) for number in (NOT_OF_IT, NOT_KNOWN, OF_IT))


def of_it(rule: Rule) -> nw.Expr:
    """Say whether a rule speaks of a row's subject: 0 it does not, 1 it is not known, 2 it does."""
    asked = [part for part in (_of_track(rule), _of_body(rule), _of_force(rule)) if part is not _IS]
    return least(asked or [_IS])


def speaks(rule: Rule) -> nw.Expr:
    """Say whether a rule speaks of a row's subject at all, as far as is known."""
    return one_of("kind", rule.recipients) & (of_it(rule) > NOT_OF_IT)


def _of_body(rule: Rule) -> nw.Expr:
    if not (rule.bodies or rule.except_bodies):
        return _IS
    fits = ~one_of("body", rule.except_bodies)
    fits = fits & one_of("body", rule.bodies) if rule.bodies else fits
    return nw.when(col("body").is_null()).then(_UNKNOWN).when(fits).then(_IS).otherwise(_NOT)


def _of_force(rule: Rule) -> nw.Expr:
    if not (rule.armed or rule.forces):
        return _IS
    fits = one_of("force", rule.forces) if rule.forces else nw.lit(value=True)
    said = nw.when(fits).then(_IS).otherwise(_NOT)
    civil = nw.when(one_of("body", sorted(CIVIL))).then(_NOT).otherwise(_UNKNOWN)
    if not rule.forces:
        civil = nw.when(one_of("body", sorted(ARMED))).then(_IS).otherwise(civil)
    return nw.when(~col("force").is_null()).then(said).otherwise(civil)


def _of_track(rule: Rule) -> nw.Expr:
    if not (rule.tracks or rule.except_tracks):
        return _IS
    on_it = _on_track(rule)
    if not (rule.tracks and ABROAD.issuperset(rule.tracks)):
        return on_it
    here = one_of("body", sorted(HOME)).fill_null(value=False) | ~col("force").is_null()
    return nw.when((on_it == NOT_KNOWN) & here).then(_NOT).otherwise(on_it)


def _on_track(rule: Rule) -> nw.Expr:
    on_it = nw.when(_is_on(rule.tracks)).then(_IS)
    if not rule.tracks:
        on_it = nw.when(nw.lit(value=True)).then(_IS)
    elif set(rule.tracks) & EMPLOYED:
        # A rule for public employees may speak of a scientist: of how the scientist works nothing is said.
        on_it = on_it.when(~_is_on(sorted(EMPLOYED))).then(_UNKNOWN)
    rest = on_it.otherwise(_NOT)
    unknown = (~_has_track()) & ~_in_force()
    return nw.when(unknown).then(_UNKNOWN).when(_is_on(rule.except_tracks)).then(_NOT).otherwise(rest)


def _has_track() -> nw.Expr:
    return (~col("track").is_null()) & (col("track") != "")


def _in_force() -> nw.Expr:
    """Say whether the subject is an individual of the army, the police or the militia, whatever else."""
    return (col("kind") == "individual") & ~col("force").is_null()


def _is_on(tracks: Iterable[str]) -> nw.Expr:
    """Say whether a row's subject is on one of these tracks."""
    tests = [_word(track) for track in tracks]
    if "militia" in tracks:
        tests.append((_in_force() & (col("force") == "militia")).fill_null(value=False))
    if "armed-forces" in tracks:
        tests.append((_in_force() & (col("force") != "militia")).fill_null(value=False))
    return reduce(or_, tests) if tests else nw.lit(value=False)


def _word(track: str) -> nw.Expr:
    return col(TRACKS).str.contains(f" {track} ", literal=True)


def only_on(tracks: Iterable[str]) -> nw.Expr:
    """Say whether a row's subject is on these tracks and no others; of nobody whose tracks are not known."""
    others = [_word(track) for track in get_args(Track) if track not in tracks]
    return _has_track() & ~reduce(or_, others)
