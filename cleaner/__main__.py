"""``python -m cleaner``, and the entry point of the installed command."""

import gc
import sys

from cleaner.cli.signals import exit_on_signal


def run() -> int:
    """Run the command with the process's own arguments and return its exit status."""
    exit_on_signal()
    gc.disable()
    from cleaner.cli.main import main  # imported after that: it takes most of a short run, and may be interrupted too

    # What is loaded by now stays to the end: collecting garbage in it would take an eighth of a short run.
    gc.freeze()
    gc.enable()
    return main()


if __name__ == "__main__":
    sys.exit(run())
