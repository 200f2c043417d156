"""`python -m mas`, and the script `mas`."""

import sys

from mas.cli.main import main

__all__ = ["main"]

if __name__ == "__main__":
    sys.exit(main())
