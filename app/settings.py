"""Where the program keeps its files and where it listens: what is decided before the first page is served."""

from dataclasses import dataclass
from pathlib import Path

import platformdirs

DEFAULT_PORT = 8050
UPLOAD_LIMIT_BYTES = 250 * 1024 * 1024


@dataclass(frozen=True)
class Settings:
    """What one running program needs to know: the shop's folder, the address, the largest file it takes."""

    shop_folder: Path
    host: str = "127.0.0.1"
    port: int = DEFAULT_PORT
    upload_limit_bytes: int = UPLOAD_LIMIT_BYTES

    @property
    def jobs_folder(self) -> Path:
        return self.shop_folder / "jobs"

    @property
    def forecasts_folder(self) -> Path:
        return self.shop_folder / "forecasts"

    @property
    def uploads_folder(self) -> Path:
        return self.shop_folder / "uploads"

    @property
    def inbox_folder(self) -> Path:
        return self.shop_folder / "inbox"


def default_shop_folder() -> Path:
    """The user's own data folder, the place where her system keeps what programs store for her."""
    return Path(platformdirs.user_data_dir("Shelfwise", appauthor=False))
