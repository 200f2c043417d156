"""The person that mas works for: the section `user`."""

from dataclasses import dataclass, field
from zoneinfo import ZoneInfo

from mas.errors import ConfigError
from mas.protocols import Opening


@dataclass(frozen=True, slots=True)
class UserConfig:
    """`user`, kind local: whose memory is used, and when their day begins."""

    name: str = field(metadata={"help": "whose memory is used", "free_text": True})
    time_zone: str = field(
        metadata={"help": 'where "today" is: UTC, an IANA name such as Europe/Berlin, or local'}
    )

    def __post_init__(self) -> None:
        """Refuse a user without a name and a time zone that does not exist."""
        if not self.name.strip():
            raise ConfigError("user.name is empty; give the user a name")
        if self.time_zone != "local":
            try:
                ZoneInfo(self.time_zone)
            except (KeyError, ValueError, OSError) as error:
                raise ConfigError(
                    f"user.time_zone is {self.time_zone!r}; write UTC, local, or an IANA name "
                    "such as Europe/Berlin"
                ) from error


def open_user(config: UserConfig, opening: Opening) -> UserConfig:
    """Return the user: there is nothing to open."""
    return config
