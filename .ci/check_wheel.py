"""Judge an installed wheel: python -I check_wheel.py CHECKOUT STATUS REPORT, run by the wheel's own Python.

STATUS and REPORT are what the main job left with and printed in the checkout: the wheel must answer the same.
"""

from __future__ import annotations

import shlex
import subprocess
import sys
import tomllib
from importlib.metadata import version
from importlib.util import find_spec
from pathlib import Path

NEEDED = (
    "py.typed",
    "interchange/*.toml",
    "statutes/*.toml",
    "statutes/README.md",
    "schema/*.json",
    "locale/en/LC_MESSAGES/thidua.po",
    "locale/vi/LC_MESSAGES/errors.po",
)
HEAVY = ("babel", "cattrs", "hypothesis", "narwhals", "openpyxl")


def main(checkout: Path, status: int, report: str) -> None:
    """Raise SystemExit with a sentence at the first fault."""
    spec = find_spec("thidua")
    if spec is None or spec.origin is None:
        sys.exit("thidua is not installed")
    package = Path(spec.origin).parent
    if package.is_relative_to(checkout):
        sys.exit(f"thidua comes from the checkout, not from the wheel: {package}")

    stated = tomllib.loads((checkout / "pyproject.toml").read_text(encoding="utf-8"))["project"]["version"]
    if version("thidua") != stated:
        sys.exit(f"the wheel is version {version('thidua')}, pyproject.toml says {stated}")

    for pattern in NEEDED:
        if not any(package.glob(pattern)):
            sys.exit(f"the wheel has no {pattern}")
    if differing := files(package) ^ files(checkout / "thidua"):
        sys.exit(f"wheel and checkout differ in {', '.join(sorted(name for name, _ in differing))}")

    loaded = python("-c", f"import sys, thidua; print(*[name for name in {HEAVY!r} if name in sys.modules])").stdout
    if loaded.strip():
        sys.exit(f"import thidua loads {loaded}")

    command = (checkout / ".ci" / "commands").read_text(encoding="utf-8").splitlines()[0]
    asked = [str(checkout / word) if "/" in word else word for word in shlex.split(command.partition(" -m thidua ")[2])]
    answer = python("-m", "thidua", *asked)
    if (answer.returncode, answer.stdout.replace(f"{checkout}/", "")) != (status, report):
        sys.exit(f"the wheel leaves with {answer.returncode} and says otherwise:\n{answer.stdout}{answer.stderr}")
    print(f"{package.name} {stated}: {len(files(package))} files, a light import, the same answer")


def files(package: Path) -> set[tuple[str, bytes]]:
    """Return every file of the package with what it holds."""
    found = (path for path in package.rglob("*") if path.is_file() and path.parent.name != "__pycache__")
    return {(path.relative_to(package).as_posix(), path.read_bytes()) for path in found}


def python(*arguments: str) -> subprocess.CompletedProcess[str]:
    """Run the wheel's own Python."""
    command = [sys.executable, "-I", *arguments]
    return subprocess.run(command, capture_output=True, encoding="utf-8", check=False)


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]), Path(sys.argv[3]).read_text(encoding="utf-8"))
