"""One tree of errors: each message is a fact with its value, then what to do."""


class MasError(Exception):
    """Anything mas refuses or cannot do; the command line shows it as one message."""

    exit_code = 1


class ConfigError(MasError):
    """The configuration, or a value in it, cannot be used."""

    exit_code = 2


class RequestError(MasError):
    """The brief, or another argument of a task, asks for something that cannot be done."""

    exit_code = 2


class PluginError(MasError):
    """A plugin failed to load, or broke a rule of the host."""

    exit_code = 2


class StateError(MasError):
    """A block or the archive refused an edit or a query."""


class BlockError(StateError):
    """A block refused an edit: unknown field, wrong type, or over its limit."""


class ArchiveError(StateError):
    """The archive could not store or search passages."""


class RenderError(MasError):
    """A renderer failed; the take becomes a failed take, the production goes on."""


class EvaluationError(MasError):
    """A judge or the decoding of a clip failed."""


class EngineError(MasError):
    """The durable engine cannot start, continue or claim a production."""


class PausedError(MasError):
    """A production stopped in a resumable state (interrupt, budget, a server away)."""

    exit_code = 3
