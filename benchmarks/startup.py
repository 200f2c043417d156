"""How long mas takes to start, beside an empty Hydra app: `python benchmarks/startup.py`.

The bar: `--help` at most 1.6 times the empty app's.
"""

import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROUNDS = 9
BAR = 1.6
EMPTY_APP = """\
import hydra


@hydra.main(version_base="1.3", config_path=None)
def main(config):
    pass


main()
"""


def seconds(command: list[str], folder: str) -> float:
    """Run a command once and return how long it took, in seconds."""
    begin = time.perf_counter()
    subprocess.run(command, cwd=folder, stdout=subprocess.DEVNULL, check=True)
    return time.perf_counter() - begin


def main() -> int:
    """Print the table; the commands take turns, so that a busy moment hits them all."""
    with tempfile.TemporaryDirectory() as folder:
        app = Path(folder) / "app.py"
        app.write_text(EMPTY_APP, encoding="utf-8")
        mas = [sys.executable, "-m", "mas"]
        commands = {
            "python -c pass": [sys.executable, "-c", "pass"],
            "empty Hydra app --help": [sys.executable, str(app), "--help"],
            "empty Hydra app --cfg job": [sys.executable, str(app), "--cfg", "job"],
            "mas": mas,
            "mas --help": [*mas, "--help"],
            "mas --cfg job brief=x": [*mas, "--cfg", "job", "brief=x"],
            "mas +recipe=plugins": [*mas, "+recipe=plugins"],
        }
        taken: dict[str, list[float]] = {name: [] for name in commands}
        for _ in range(ROUNDS):
            for name, command in commands.items():
                taken[name].append(seconds(command, folder))
    medians = {name: statistics.median(values) for name, values in taken.items()}
    empty = medians["empty Hydra app --help"]
    print(f"median of {ROUNDS} runs, Python {sys.version.split()[0]}, {os.cpu_count()} cores")
    for name, median in medians.items():
        print(f"{name:26} {median * 1000:6.0f} ms   {median / empty:4.2f}x the empty app's --help")
    ratio = medians["mas --help"] / empty
    print(f"mas --help: {ratio:.2f}x, {'within' if ratio <= BAR else 'ABOVE'} the bar of {BAR}x")
    return 0 if ratio <= BAR else 1


if __name__ == "__main__":
    sys.exit(main())
