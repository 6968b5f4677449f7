"""The law's history, as the snapshots of ``tests/snapshots`` hold it."""

from __future__ import annotations

from tests.history import FOLDER, history


class TestHistory:
    """The statute book against its snapshots."""

    def test_days(self) -> None:
        """There is one page for each day on which the law changed, and none for another day."""
        assert sorted(path.name for path in FOLDER.glob("*.txt")) == sorted(history())

    def test_pages(self) -> None:
        """What began and ended on each day is what the page says; ``python -m tests.history`` writes it anew."""
        kept = {path.name: path.read_text(encoding="utf-8") for path in FOLDER.glob("*.txt")}

        for name, text in history().items():
            assert kept[name].splitlines() == text.splitlines(), name
