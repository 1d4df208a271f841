"""The command line: serve the pages, or do the main job without a browser."""

import os

for _name in ("OPENBLAS_NUM_THREADS", "OMP_NUM_THREADS", "MKL_NUM_THREADS"):
    os.environ.setdefault(_name, "1")  # before numpy loads: fits side by side are many times slower otherwise

from app.commands.cli import main  # noqa: E402 - see above

if __name__ == "__main__":
    main(prog_name="python -m app")
