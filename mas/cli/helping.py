"""`--help`, and what `mas` says when it is called with nothing."""

from collections.abc import Sequence

from mas.cli.options import describe_options
from mas.cli.recipes import Recipe, as_text
from mas.config.folders import Folder, groups

_HEAD = """\
mas makes graded films from a sentence: a crew of agents plans, writes, renders, judges, retries
and remembers. Everything is chosen in YAML and on the command line.

  python -m mas brief="a fox in the snow at dawn"           make a film; the Director decides how
  python -m mas +recipe=series brief="a 3-part series ..."  the same by a recipe
  python -m mas -m +recipe=batch seed=1,2,3                 a sweep: one job for each value"""
_KEYS = """\
Common keys:
  brief="..."                 what to make, in your own words; any text
  user=NAME                   whose taste and memory is used
  seed=N                      fixes what is random
  resume=ask|auto|never       an unfinished production of the same request
  output=text|json            the answer on stdout
  state_dir=FOLDER            where everything is kept; else MAS_HOME, else ./.mas
  render.width= .height=      size of a clip in pixels; render.frames= render.fps= its length
  scoring.min_grade=A+..F     least acceptable grade; scoring.max_retries=N
  engine.slots.render=N       takes rendered at once
  memory.learn=live|after|off whether it learns, and when
  strict_plugins=true         a broken plugin or recipe is fatal"""


def help_text(folders: Sequence[Folder], recipes: Sequence[Recipe]) -> str:
    """Return the whole help."""
    return "\n\n".join(
        [
            _HEAD,
            f"Recipes (+recipe=NAME; what each is made of: --cfg job +recipe=NAME):\n{as_text(recipes)}",
            _KEYS,
            f"Config groups (GROUP=OPTION):\n{_groups(folders)}",
            f"Flags:\n{describe_options()}",
        ]
    )


def greeting(recipes: Sequence[Recipe]) -> str:
    """Return the list of recipes, and how to begin."""
    return (
        f"Recipes (python -m mas +recipe=NAME):\n{as_text(recipes)}\n\n"
        'Or just say what to make: python -m mas brief="a fox in the snow at dawn"\n'
        "More: python -m mas --help"
    )


def _groups(folders: Sequence[Folder]) -> str:
    found = {name: options for name, options in groups(folders).items() if name != "recipe"}
    width = max(map(len, found))
    return "\n".join(
        f"  {name:<{width}}  {', '.join(sorted(options))}"
        for name, options in sorted(found.items())
    )
