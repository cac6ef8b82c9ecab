"""The grammar of keeping rules, clause by clause (DIN 66398: start, period, what then).

What is not determinate is refused with the reason: a range is no period, a bare minimum is no end, and a
period without its event cannot be counted (Art. 5(1)(e) GDPR: no longer than necessary).
"""

from __future__ import annotations

from difflib import get_close_matches

from zweck.declaration.keeping.clause import (
    Anonymise,
    AskAgain,
    Bound,
    Delete,
    Device,
    DeviceFor,
    DeviceSession,
    DeviceUntilCleared,
    Extension,
    Hold,
    Keep,
    MoveTo,
    Period,
    Provider,
    ProviderUnknown,
    Requests,
    Restrict,
    Simple,
    Stage,
    Statutory,
    Until,
    UseEnd,
    While,
)
from zweck.declaration.keeping.deadline import Deadline, Event, FirstOf, LastOf, Moment
from zweck.declaration.keeping.period import Duration, Unit
from zweck.declaration.keeping.reading import MAX_DEPTH, Misread, Reader, Token
from zweck.declaration.keeping.statute import STATUTES

_NUMBERS = {
    "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9,
    "ten": 10, "twelve": 12, "fourteen": 14, "thirty": 30, "a": 1, "an": 1, "ein": 1, "zwei": 2, "drei": 3,
    "sechs": 6, "sieben": 7, "acht": 8, "zehn": 10, "zwölf": 12,
}  # fmt: skip
_UNITS = {form: unit for unit in Unit for form in (unit.value, f"{unit.value}s")}
_OTHER_UNITS = {
    "minute": Unit.MINUTE, "minuten": Unit.MINUTE, "stunde": Unit.HOUR, "stunden": Unit.HOUR, "tag": Unit.DAY,
    "tage": Unit.DAY, "tagen": Unit.DAY, "woche": Unit.WEEK, "wochen": Unit.WEEK, "monat": Unit.MONTH,
    "monate": Unit.MONTH, "monaten": Unit.MONTH, "jahr": Unit.YEAR, "jahre": Unit.YEAR, "jahren": Unit.YEAR,
    "min": Unit.MINUTE, "h": Unit.HOUR, "hrs": Unit.HOUR, "d": Unit.DAY, "w": Unit.WEEK, "mo": Unit.MONTH,
    "y": Unit.YEAR, "yr": Unit.YEAR, "yrs": Unit.YEAR,
}  # fmt: skip
_RANGE_SIGNS = ("-", "–", "—", "to", "bis", "or")
_KEEP_WORDS = (
    "nothing", "session", "call", "unlimited", "while", "until", "at most", "exactly", "at least",
    "statutory",
)  # fmt: skip
_STAGE_WORDS = ("delete", "anonymise", "ask again", "move to", "restrict")
_STAGE_SYNONYMS = {
    "erase": "delete", "remove": "delete", "destroy": "delete irrevocably", "anonymize": "anonymise",
    "block": "restrict", "archive": "restrict in archive", "lock": "restrict",
}  # fmt: skip
_AN_EVENT = "the event that starts the period"


def read_keep(reader: Reader) -> Keep:
    """``keep:`` how long."""
    for simple in Simple:
        if reader.take(simple.value):
            return simple
    if reader.take("while"):
        return _read_while(reader)
    if reader.take("until"):
        return Until(read_moments(reader))
    if reader.take("statutory"):
        return Statutory(_read_words(reader, "a class of documents", "vouchers", tuple(STATUTES)))
    for bound in (Bound.AT_MOST, Bound.EXACTLY, Bound.AT_LEAST):
        if reader.take(bound.value):
            return Period(read_moment(reader), bound)
    if _period_comes(reader):
        return Period(read_moment(reader))
    raise _refuse_keep(reader)


def _refuse_keep(reader: Reader) -> Misread:
    for phrase in ("first of", "last of"):
        if reader.take(phrase):
            reader.index -= 2
            reader.fail(f"`{phrase}` needs `until` before it", f"write `until {phrase} (…)`")
    for vague in ("as long as", "as needed", "necessary", "when no longer"):
        if reader.take(vague):
            reader.index = 0
            reader.fail(
                "this names neither a period nor an event that can be observed",
                "say how long (`6 months after closed`) or until what (`until contract_ended`)",
            )
    if reader.peek() in ("forever", "indefinitely", "unlimitedly"):
        reader.fail(f"`{reader.peek()}` is not a word of this language", "did you mean `unlimited`?")
    if reader.at_end:
        reader.fail("nothing is said", "say how long, for example `6 months after closed` or `until closed`")
    return reader.choice(
        _KEEP_WORDS,
        f"write a period (`6 months after closed`), an event (`until {_event_like(reader)}`) or `nothing`",
    )


def _event_like(reader: Reader) -> str:
    word = reader.peek()
    return word if len(reader.tokens) == 1 and word.isascii() and word.replace("_", "").isalnum() else "closed"


def _read_while(reader: Reader) -> While:
    if not reader.take("any of"):
        return While((reader.word("a state", "account_open"),))
    reader.expect("(", "write the states in brackets: `while any of (negotiation, contract)`")
    states = _read_words(reader, "a state", "contract")
    reader.expect(")", "close the bracket")
    return While(states)


def _read_words(reader: Reader, what: str, example: str, known: tuple[str, ...] = ()) -> tuple[str, ...]:
    words: list[str] = []
    while True:
        token = reader.current()
        if known and token.text not in known:
            listed = ", ".join(f"`{name}`" for name in known)
            raise reader.choice(known, f"known are {listed}; any other period is written out with its start")
        word = reader.word(what, example)
        if word in words:
            reader.fail(f"`{word}` stands twice", "name each once", token)
        words.append(word)
        if not reader.take(","):
            return tuple(words)


def read_moments(reader: Reader) -> Deadline:
    """An event, a period after an event, or the first or last of several of these."""
    for phrase, node in (("first of", FirstOf), ("last of", LastOf)):
        if reader.take(phrase):
            return node(_read_several(reader, phrase))
    if _period_comes(reader):
        return read_moment(reader)
    return Event(reader.word("an event", "closed"))


def _read_several(reader: Reader, phrase: str) -> tuple[Deadline, ...]:
    reader.depth += 1
    if reader.depth > MAX_DEPTH:
        reader.fail("brackets are nested too deep", f"at most {MAX_DEPTH} levels")
    reader.expect("(", f"write the events in brackets: `{phrase} (closed, 3 months after received)`")
    parts = [read_moments(reader)]
    while reader.take(","):
        parts.append(read_moments(reader))
    reader.expect(")", "close the bracket, and put a comma between two events")
    reader.depth -= 1
    return tuple(parts)


def _period_comes(reader: Reader) -> bool:
    is_counted = reader.peek(1).lower() in _UNITS or reader.peek(1).lower() in _OTHER_UNITS
    return reader.peek()[:1].isdigit() or reader.peek() == "-" or (reader.peek().lower() in _NUMBERS and is_counted)


def read_moment(reader: Reader) -> Moment:
    """``6 months after [year_end of] event``."""
    duration = read_duration(reader)
    if reader.at_end:
        reader.fail("the period has no start", f"say from when it counts, for example `{duration} after closed`")
    reader.expect("after", f"write `{duration} after …` and the event that starts the period")
    if reader.take("year_end"):
        reader.expect("of", "write `year_end of` and the event")
        return Moment(duration, reader.word(_AN_EVENT, "issued"), year_end=True)
    for phrase in ("year end of", "end of year of", "the end of the year of", "end of the year of"):
        token = reader.current()
        if reader.take(phrase):
            reader.fail(f"`{phrase}` is not understood", "did you mean `year_end of`?", reader.since(token))
    return Moment(duration, reader.word(_AN_EVENT, "closed"))


def read_duration(reader: Reader) -> Duration:
    """``6 months``: a whole number above 0 and a unit."""
    number = _read_number(reader)
    unit = _read_unit(reader, number)
    try:
        return Duration(int(number.text), unit)
    except ValueError:
        reader.fail(
            f"`{number.text} {reader.tokens[reader.index - 1].text}` is longer than a hundred years",
            "write a shorter period, or `unlimited` with a reason and a review",
            number,
        )


def _read_number(reader: Reader) -> Token:
    number = reader.next()
    if not number.is_number:
        _refuse_number(reader, number)
    if reader.peek() in (".", ",") and reader.peek(1).isdigit():
        reader.fail("only whole numbers can be counted", "use a smaller unit: `18 months`", number)
    if reader.peek() in _RANGE_SIGNS and reader.peek(1)[:1].isdigit():
        reader.fail(
            "a range is no period: nobody could say when the data goes",
            "give one period for each class of data, or `statutory books, vouchers, letters`",
            reader.span(number, 2),
        )
    if int(number.text[:9]) == 0:
        reader.fail(
            "a period of 0 is none",
            "write `until` and the event for at once, or `nothing` if nothing is stored",
            number,
        )
    if len(number.text) > 8:
        reader.fail("the number is too long to be a period", "write a period of at most a hundred years", number)
    return number


def _refuse_number(reader: Reader, token: Token) -> None:
    digits = token.text.rstrip("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ")
    if digits.isdigit():
        unit = _unit_like(token.text[len(digits) :])
        hint = f"did you mean `{digits} {unit}s`?" if unit else "put a space between number and unit"
        reader.fail(f"`{token.text}` runs number and unit together", hint, token)
    if token.text.lower() in _NUMBERS:
        count = _NUMBERS[token.text.lower()]
        reader.fail(f"`{token.text}` is not a number in digits", f"did you mean `{count}`?", token)
    if token.text == "-":
        reader.fail("a period cannot be negative", "write a whole number above 0", token)
    shown = f"`{token.text}`" if token.text else "the end"
    reader.fail(f"{shown} where a number belongs", "write a period, for example `6 months after closed`", token)


def _read_unit(reader: Reader, number: Token) -> Unit:
    token = reader.current()
    if token.text in _UNITS:
        reader.next()
        return _UNITS[token.text]
    near = _unit_like(token.text)
    if near:
        plural = "" if number.text == "1" else "s"
        reader.fail(f"`{token.text}` is no unit", f"did you mean `{near}{plural}`?", token)
    shown = f"`{token.text}`" if token.text else "the end"
    raise reader.problem(f"{shown} where a unit belongs", "minutes, hours, days, weeks, months or years", token)


def _unit_like(text: str) -> Unit | None:
    heard = text.lower()
    if heard in _UNITS or heard in _OTHER_UNITS:
        return _UNITS.get(heard) or _OTHER_UNITS[heard]
    near = get_close_matches(heard, [*_UNITS], n=1, cutoff=0.6)
    return _UNITS[near[0]] if near else None


def read_stages(reader: Reader) -> tuple[Stage, ...]:
    """``then:`` what happens at the end; later stages follow after a semicolon."""
    stages = [_read_stage(reader)]
    while reader.take(";"):
        token = reader.current()
        stage = _read_stage(reader)
        if any(isinstance(each, Delete) for each in stages) and not isinstance(stage, AskAgain):
            reader.fail("nothing is left after `delete`", "put `delete` last; only `ask again` may follow it", token)
        stages.append(stage)
    return tuple(stages)


def _read_stage(reader: Reader) -> Stage:
    if reader.take("delete"):
        return Delete(irrevocably=reader.take("irrevocably"))
    if reader.take("anonymise"):
        return Anonymise()
    if reader.take("ask again"):
        return AskAgain()
    if reader.take("move to"):
        return MoveTo(reader.word("the purpose it moves to", "employment"))
    if reader.take("restrict"):
        store = reader.word("the store", "archive") if reader.take("in") else None
        until = read_moments(reader) if reader.take("until") else None
        return Restrict(store, until, _read_cap(reader))
    synonym = _STAGE_SYNONYMS.get(reader.peek().lower())
    if synonym:
        reader.fail(f"`{reader.peek()}` is not a word of this language", f"did you mean `{synonym}`?")
    raise reader.choice(_STAGE_WORDS, "write `delete`, `anonymise`, `restrict …`, `move to …` or `ask again`")


def _read_cap(reader: Reader) -> Moment | None:
    return read_moment(reader) if reader.take("at most") else None


def read_holds(reader: Reader) -> tuple[Hold, ...]:
    """``hold:`` reasons not to erase yet; several after semicolons."""
    holds = [_read_hold(reader)]
    while reader.take(";"):
        token = reader.current()
        hold = _read_hold(reader)
        if any(each.reason == hold.reason for each in holds):
            reader.fail(f"a second hold for `{hold.reason}`", "say each reason once", token)
        holds.append(hold)
    return tuple(holds)


def _read_hold(reader: Reader) -> Hold:
    reader.expect("for", "write `for` and the reason, for example `for dispute until dispute_ended`")
    reason = reader.word("the reason", "dispute")
    until = read_moments(reader) if reader.take("until") else None
    at_most = _read_cap(reader)
    review = read_duration(reader) if reader.take("review every") else None
    return Hold(reason, until, at_most, review)


def read_extension(reader: Reader) -> Extension:
    """``extend:`` longer, by consent."""
    reader.expect("by", "write `by consent to 12 months after consent_given`")
    by = reader.word("what extends the period", "consent")
    reader.expect("to", f"write `by {by} to` and the new period")
    return Extension(by, read_moment(reader))


def read_end(reader: Reader) -> str:
    """``end:`` an event that beats the period."""
    reader.expect("on", "write `on consent_withdrawn at once`")
    word = reader.word("an event", "consent_withdrawn")
    reader.expect("at once", f"write `on {word} at once`")
    return word


def read_use_end(reader: Reader) -> UseEnd:
    """``use_ends:`` one use ends at an event."""
    use = reader.word("a use", "advertising")
    reader.expect("on", f"write `{use} on` and the event that ends this use")
    return UseEnd(use, reader.word("an event", "marketing_objection"))


def read_requests(reader: Reader) -> Requests:
    """``requests:`` what an erasure request does."""
    for choice in Requests:
        if reader.take(choice.value):
            return choice
    raise reader.choice(
        [choice.value for choice in Requests], "write `shorten`, `do not shorten` or `decide by balancing`"
    )


def read_copies(reader: Reader) -> tuple[str, ...]:
    """``copies:`` where else it goes too."""
    return _read_words(reader, "a kind of copy", "backups")


def read_device(reader: Reader) -> Device:
    """``device:`` how long an entry lies on the visitor's device."""
    if reader.take("session"):
        return DeviceSession()
    if reader.take("until cleared"):
        return DeviceUntilCleared(read_duration(reader) if reader.take("at most") else None)
    if reader.take("at most"):
        return DeviceFor(read_duration(reader), is_cap=True)
    if _period_comes(reader) or reader.next_is_number:
        return DeviceFor(read_duration(reader))
    raise reader.choice(
        ("session", "until cleared", "at most"),
        "write `session`, `until cleared at most 730 days` or `30 days`",
    )


def read_provider(reader: Reader) -> Provider:
    """``provider:`` how long the provider keeps it."""
    if reader.take("unknown"):
        return ProviderUnknown.UNKNOWN
    if _period_comes(reader):
        return read_moment(reader)
    raise reader.choice(("unknown",), "write the provider's period (`90 days after collected`) or `unknown`")


def read_review(reader: Reader) -> Duration:
    """``review:`` how often somebody looks again."""
    reader.expect("every", "write `every 12 months`")
    return read_duration(reader)


def read_word(reader: Reader) -> str:
    """A clause that is one word."""
    return reader.word("a name", "application")
