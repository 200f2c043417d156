"""The steps of a production: plan, begin, and after the shots assemble, learn, publish."""

from datetime import UTC, datetime

from mas.engine import learning, projection, publishing, queueing, sleeping
from mas.engine.codec import Json, decode, encode, encode_knowledge
from mas.engine.knowledge import read_blocks, with_edits
from mas.engine.planning import make_plan
from mas.engine.stepping import journaled
from mas.engine.workplace import Workplace, workplace
from mas.errors import MasError, StateError
from mas.nouns import Lessons, Outcome, Phase, Plan, ShotResult


@journaled
async def plan(production_id: str) -> Json:
    """Only think: what is planned is journaled before anything of it is done."""
    here = workplace()
    crew, brief = here.crew, here.brief(production_id)
    here.tell(production_id, Phase.WRITING, text="planning")
    try:
        planned = await make_plan(crew, brief, await read_blocks(crew, brief.user))
    except MasError as error:
        if type(error) is StateError:
            raise
        return {"plan": None, "say": [str(error)]}
    document = encode(planned.plan) if planned.plan is not None else None
    return {"plan": document, "say": list(planned.say)}


@journaled
async def begin(production_id: str, planned: Json) -> Json:
    """Learn what the plan teaches, open the queue, and keep what is known at this moment."""
    here = workplace()
    crew, brief = here.crew, here.brief(production_id)
    plan = decode(Plan, planned["plan"])
    await learning.remember_interaction(
        crew,
        brief.user,
        "director",
        (("user", brief.text), ("assistant", plan.title)),
        now=datetime.now(UTC),
        key=production_id,
    )
    failures: list[str] = []
    with learning.recorded(failures, f"what use case {plan.use_case} planned to teach was refused"):
        lessons = Lessons(plan.edits, plan.passages)
        where = {"production_id": production_id, "source": "plan"}
        await learning.take_in(crew, brief.user, lessons, **where)
    knowledge = await read_blocks(crew, brief.user)
    if crew.rules.learn == "off":
        knowledge = with_edits(knowledge, plan.edits)
    known = encode_knowledge(knowledge)
    await here.ledger.set_plan(production_id, {"plan": planned["plan"], "knowledge": known})
    if plan.shots:
        today = projection.day_of(datetime.now(UTC), brief.time_zone)
        held = knowledge.production_queue.completed_today
        opened = projection.queue_opened(production_id, plan.shots, held, today=today)
        await queueing.project(here, production_id, opened, "opened")
    return {"failures": failures}


@journaled
async def assemble(production_id: str, outcomes: list[Json]) -> Json:
    """Join the film."""
    here = workplace()
    plan = await here.plan(production_id)
    results = [decode(ShotResult, outcome) for outcome in outcomes]
    if plan.assembly is None or not any(result.best_take for result in results):
        return {"film": None}
    here.tell(production_id, Phase.ASSEMBLING)
    return await publishing.assemble(here.folder(production_id), plan, results)


@journaled
async def learn(production_id: str, begun: Json, outcomes: list[Json]) -> Json:
    """Let everybody learn from the whole production."""
    here = workplace()
    here.tell(production_id, Phase.LEARNING)
    crew, user = here.crew, here.brief(production_id).user
    outcome = await _outcome(here, production_id, outcomes)
    taught = await learning.ask_use_cases(crew, outcome)
    await queueing.close_projections(here, production_id)
    occasion = sleeping.Occasion(production_id, user, "end", outcome.finished_at, outcome)
    asleep = await sleeping.run_all(crew, occasion, since=here.started_at(production_id))
    earlier = [line for part in (begun, *outcomes) for line in part["failures"]]
    return {"said": list(taught.said), "failures": [*earlier, *taught.failures, *asleep]}


@journaled
async def publish(production_id: str, outcomes: list[Json], film: Json, learned: Json) -> Json:
    """Write manifest and report, and end the production."""
    here = workplace()
    outcome = await _outcome(here, production_id, outcomes)
    try:
        await publishing.finish(here, outcome, film=film, learned=learned)
    except OSError as error:  # whatever is wrong with the folder, it can be put right
        await here.stand_still(production_id, error)
    return {"status": outcome.status, "say": learned["said"], "shots": len(outcome.results)}


async def _outcome(here: Workplace, production_id: str, outcomes: list[Json]) -> Outcome:
    results = tuple(decode(ShotResult, outcome) for outcome in outcomes)
    plan, brief = await here.plan(production_id), here.brief(production_id)
    status = here.status_of(results)
    return Outcome(production_id, brief, plan, results, status, datetime.now(UTC))
