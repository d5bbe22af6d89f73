"""How what is cited stands: reviewed or not, in date or not, the newest edition or not."""

from collections.abc import Sequence
from datetime import UTC, datetime

from assistant.composers.typeset import Setting
from assistant.records import Document, Status

_STATUSES: tuple[Status, ...] = ("submitted", "under_review", "approved")


def find_lowest_status(setting: Setting) -> Status | None:
    """The least reviewed of what is cited; None where nothing is."""
    statuses = [p.review_status for c in setting.citations for p in c.passages]
    return min(statuses, key=_STATUSES.index) if statuses else None


def list_review_notices(setting: Setting, documents: Sequence[Document]) -> list[str]:
    """The notices of what is cited and not approved, past its review date, or of an edition that has been replaced."""
    notices = []
    if find_lowest_status(setting) in ("submitted", "under_review"):
        notices.append("Awaits review: the cited text has not yet been approved by a named reviewer of this hospital.")
    if any(d.review_by and d.review_by < datetime.now(UTC).date() for d in documents):
        notices.append("Part of the cited text is past its review date.")
    if any(citation.superseded_by for citation in setting.citations):
        notices.append("Part of what is cited is of an edition that has since been replaced.")
    return notices
