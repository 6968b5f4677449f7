"""Một dịch vụ nhỏ: hồ sơ vào, kết luận và lời giải thích ra. A small service: a dossier in, a verdict with prose out.

fastapi dev web_service.py
"""

from typing import Any, Literal

from fastapi import FastAPI, Request
from fastapi.responses import JSONResponse

import thidua

app = FastAPI(title="Xét danh hiệu thi đua, hình thức khen thưởng")
DOSSIER = {"required": True, "content": {"application/json": {"schema": {"type": "object"}}}}


@app.post("/assess", openapi_extra={"requestBody": DOSSIER})
async def assess(request: Request, award: str, locale: Literal["vi", "en"] = "vi") -> dict[str, Any]:
    """Judge a dossier; its ``received`` picks the law. It is read from its text: a key written twice is a fault too."""
    dossier = thidua.load_dossier((await request.body()).decode(errors="surrogateescape"))
    verdict = thidua.assess(dossier, award, law=thidua.law_on)
    return {
        "award": verdict.award.id,
        "outcome": verdict.outcome.name,
        "on_facts": verdict.on_facts.name,
        "missing": verdict.missing,
        "to_attest": {each.key: each.label if locale == "vi" else each.gloss for each in verdict.to_attest},
        "standing": verdict.standing.value,
        "explanation": verdict.explain(locale),
    }


@app.exception_handler(thidua.InputError)
def input_error(request: Request, error: thidua.InputError) -> JSONResponse:
    """Answer bad input with every fault: its path, its code, what to do."""
    locale = request.query_params.get("locale", "vi")
    found = ((each.path, each.code, each.sentence.explain(locale)) for each in error.problems)
    faults = [{"path": path, "code": code, "sentence": sentence} for path, code, sentence in found]
    return JSONResponse({"problems": faults}, status_code=422)


@app.exception_handler(thidua.UnknownTerm)
def unknown_term(_: Request, error: thidua.UnknownTerm) -> JSONResponse:
    """Answer a name that is none with the nearest ones."""
    return JSONResponse({"given": error.given, "nearest": error.nearest}, status_code=404)


@app.exception_handler(thidua.NotInForce)
def not_in_force(_: Request, error: thidua.NotInForce) -> JSONResponse:
    """Answer an award that is not of the day with the days it is of."""
    days = {"since": error.since, "until": error.until}
    return JSONResponse({"what": error.what, **{key: day and day.isoformat() for key, day in days.items()}}, 404)
