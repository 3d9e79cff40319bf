"""``python -m cleaner``, and what the installed command calls."""

import gc
import sys

from cleaner.interrupt import end_at_once


def run() -> int:
    """Run the command line with the process's own arguments and return its exit status."""
    end_at_once()
    gc.disable()
    from cleaner.cli import main  # loading it takes longer than many a run, and can be interrupted as well

    # All of this stays to the end: looking through it for garbage, then and now, takes an eighth of a short run.
    gc.freeze()
    gc.enable()
    return main()


if __name__ == "__main__":
    sys.exit(run())
