"""Days and spans of time as people name them, turned into times with a zone."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta, tzinfo

TIMES = ("today", "yesterday", "this week", "last week", "this month")
WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")


def span_of(since: str, until: str | None, now: datetime, zone: tzinfo) -> tuple[datetime, datetime]:
    """From midnight of the first day until midnight after the last; `until` is the last, if not the same."""
    today = day_of(now, zone)
    first, last = _days(since, today)
    if until is not None:
        last = _last_day(until, first, today)
    return _midnight(first, zone), _midnight(last + timedelta(days=1), zone)


def known_since(since: str) -> bool:
    """Whether that is a day, or a word for a time, that arrivals can be asked from."""
    if since in TIMES or since in WEEKDAYS:
        return True
    try:
        return 2000 <= date.fromisoformat(since).year < 3000
    except ValueError:
        return False


def day_of(now: datetime, zone: tzinfo | None) -> date:
    """The day in a time zone; at the ends of the calendar, that of the time itself."""
    try:
        return now.astimezone(zone).date()
    except OverflowError:
        return now.date()


def _days(since: str, today: date) -> tuple[date, date]:
    monday = today - timedelta(days=today.weekday())
    match since:
        case "today":
            return today, today
        case "yesterday":
            return today - timedelta(days=1), today - timedelta(days=1)
        case "this week":
            return monday, today
        case "last week":
            return monday - timedelta(days=7), monday - timedelta(days=1)
        case "this month":
            return today.replace(day=1), today
        case str() if since in WEEKDAYS:
            return today - timedelta(days=(today.weekday() - WEEKDAYS.index(since)) % 7), today
    first = date.fromisoformat(since)
    return (first.replace(year=first.year - 1) if first > today else first), today  # a day without its year


def _last_day(until: str, first: date, today: date) -> date:
    if until in TIMES:
        return _days(until, today)[1]
    if until in WEEKDAYS:
        return first + timedelta(days=(WEEKDAYS.index(until) - first.weekday()) % 7)
    return date.fromisoformat(until)


def _midnight(day: date, zone: tzinfo) -> datetime:
    return datetime.combine(day, time(), zone)
