"""Journal a killed production for the tests: `python tests/engine/make_fixture.py`.

Writes `fixtures/flow-N.zip`: the state folder of four shots, killed after the third was started; the
first shot needs a second take. Run it once for each new `journal.FLOW`, with the code that introduces it,
and keep the older ones.
"""

import signal
import sqlite3
import tempfile
import zipfile
from pathlib import Path

from mas.engine.journal import FLOW
from mas.testing.victim import Victim

FIXTURES = Path(__file__).parent / "fixtures"


def main() -> None:
    """Kill a production and pack what it left."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        Victim(folder, scores=[["s01", 1, 0.4]], slots=1).kill_after(3, signal.SIGKILL)
        state = folder / "state"
        database = sqlite3.connect(state / "mas.sqlite")
        database.execute("pragma journal_mode=delete")
        database.execute("vacuum")
        database.close()
        FIXTURES.mkdir(exist_ok=True)
        target = FIXTURES / f"flow-{FLOW}.zip"
        with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
            for path in sorted(state.rglob("*")):
                if path.is_file():
                    archive.write(path, path.relative_to(state))


if __name__ == "__main__":
    main()
