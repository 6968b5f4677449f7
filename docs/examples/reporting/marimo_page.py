"""Một trang để xem: ai được khen thưởng, mức trần, danh sách chi. A page to look at a decision book.

marimo run marimo_page.py
"""

import marimo

app = marimo.App(app_title="Khen thưởng")


@app.cell
def law():
    from pathlib import Path

    import marimo as mo

    import thidua
    from thidua.views import charts

    return Path, charts, mo, thidua


@app.cell
def choice(Path, mo):
    files = sorted(Path(__file__).parent.glob("*.json"))
    source = mo.ui.dropdown({file.stem: file for file in files}, value=files[0].stem, label="Sổ quyết định")
    locale = mo.ui.radio({"Tiếng Việt": "vi", "English": "en"}, value="Tiếng Việt", inline=True)
    mo.hstack([source, locale])
    return locale, source


@app.cell
def answers(source, thidua):
    decisions = thidua.load_decisions(source.value)
    report = thidua.check_decisions(decisions, thidua.law_on)
    reached = thidua.shares(decisions)
    return reached, report


@app.cell
def page(charts, locale, mo, reached, report):
    shown = mo.vstack(
        [
            charts.shares(reached, locale=locale.value),
            mo.ui.table(list(report.money.table(locale.value)), selection=None),
            mo.md(f"```text\n{report.explain(locale.value)}\n```"),
        ]
    )
    shown
    return (shown,)


if __name__ == "__main__":
    app.run()
