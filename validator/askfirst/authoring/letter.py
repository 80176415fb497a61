"""Write the letter that goes with a Request, for somebody who has never heard of any of this."""

import shlex
from collections.abc import Iterator
from typing import NamedTuple

from askfirst.authoring.addressees import Addressee
from askfirst.authoring.phrases import (
    act,
    bullets,
    called,
    conditions,
    materials,
    model,
    one_line,
    paragraph,
    purpose,
    rights,
    somebody,
    territories,
)
from askfirst.deed.catalogs import english
from askfirst.deed.saying import place
from askfirst.model.documents import Request
from askfirst.vocabulary import Use

__all__ = ["Enclosed", "letter"]


class Enclosed(NamedTuple):
    """The names of the files that go with a letter: the Request, and what names the holder."""

    request: str
    documents: tuple[str, ...]


def letter(request: Request, to: Addressee, others: int, enclosed: Enclosed) -> str:
    """Return the letter to one of those who are asked; `others` are how many more there are."""
    asker = one_line(request.by.name or request.by.id)
    parts = [
        _head(request, to, enclosed),
        f"Dear {one_line(to.name)},",
        _opening(asker),
        *_section("What would be done", _uses(to)),
        *_section("With what, where and for how long", _scope(request, asker)),
        *_section("Why you are asked", _why(to, asker, others)),
        *_section("What a yes means", _meaning()),
        *_section("How to answer", _answer(request, to, enclosed)),
    ]
    return "\n\n".join(parts) + "\n"


def _head(request: Request, to: Addressee, enclosed: Enclosed) -> str:
    places = "; ".join(map(place, to.addresses)) or "no address is known"
    contact = f", {place(request.contact)}" if request.contact else ""
    lines = {
        "To": f"{one_line(to.name)} ({to.id}), {places}",
        "From": f"{somebody(request.by)}{contact}",
        "Date": request.issued[:10],
        "About": called(request.track),
        "Enclosed": ", ".join([enclosed.request, *enclosed.documents]),
    }
    return "\n".join(paragraph(f"{name}: {line}", "  ", "") for name, line in lines.items())


def _section(title: str, paragraphs: Iterator[str]) -> Iterator[str]:
    first = next(paragraphs)
    yield f"{title}\n{'-' * len(title)}\n{first}"
    yield from paragraphs


def _opening(asker: str) -> str:
    return paragraph(
        f"{asker} would like to use this track with artificial intelligence, and asks for your "
        "consent first. You need not answer. Silence means no, and so does everything that you "
        "do not say yes to."
    )


def _uses(to: Addressee) -> Iterator[str]:
    general = [leaf for leaf in to.leaves if not leaf.by_name_only]
    named = [leaf for leaf in to.leaves if leaf.by_name_only]
    if general:
        yield paragraph("This is what you are asked for:")
        yield bullets(_use(leaf, to) for leaf in general)
    if named:
        yield paragraph(
            "What follows imitates an artist or a person. Each is asked for by its own name, and a "
            "yes to anything else never includes it:"
        )
        yield from (bullets([_use(leaf, to)]) for leaf in named)


def _use(leaf: Use, to: Addressee) -> str:
    said = act(leaf, to.own)
    return f"{said[0].upper()}{said[1:]}. {english().acts[leaf].comes_to}"


def _scope(request: Request, asker: str) -> Iterator[str]:
    yield bullets(
        [
            f"Of the track: {materials(request.material)}.",
            f"With: {model(request.model)}.",
            f"Where: {territories(request.territories)}.",
            f"For what: {purpose(request.purpose)}.",
            "For how long: that is not asked; your answer says from when until when.",
        ]
    )
    if request.accepts:
        yield paragraph(f"{asker} accepts these conditions, if you set them:")
        yield bullets(f"{condition}." for condition in conditions(request.accepts, asker))
    else:
        yield paragraph(
            f"{asker} names no condition that it accepts. You can set some all the same; then it "
            "has to accept them before your answer counts."
        )


def _why(to: Addressee, asker: str, others: int) -> Iterator[str]:
    yield paragraph(f"You are asked for {rights(to.rights)}.")
    for mandate, holder in to.stands_for:
        yield paragraph(f"You are named as {english().words[mandate.capacity]} {one_line(holder)}.")
    for mandate in to.beside:
        who = f"{one_line(mandate.name)} ({mandate.id})"
        yield paragraph(
            f"{who} is named as {english().words[mandate.capacity]} you, and is asked too."
        )
    for naming in dict.fromkeys(naming.declared for naming in to.namings):
        by, day = naming.document.by, naming.document.issued[:10]
        who = "you" if by.id == to.id else somebody(by)
        yield paragraph(f"This is said in the document {naming.id} of {day}, made by {who}.")
    if not to.proven:
        yield paragraph(
            f"This is a claim that nothing proves to {asker} so far. If these rights are not "
            "yours, please say so."
        )
    if others:
        who = "One other party is" if others == 1 else f"{others} other parties are"
        yield paragraph(f"{who} asked as well. Nothing is permitted until everybody agrees.")


def _meaning() -> Iterator[str]:
    yield paragraph(
        "A yes covers what it names and nothing more. You can say yes to a part of this: to some "
        "of the uses, for one model, in some countries, for a time, on conditions. You also say "
        "what happens to trained models when your yes ends."
    )
    yield paragraph(
        "You can take a yes back whenever you like. It then ends from that moment on; nothing is "
        "undone for the time before."
    )


def _answer(request: Request, to: Addressee, enclosed: Enclosed) -> Iterator[str]:
    reply = f"to {place(request.contact)}" if request.contact else "the way this letter came to you"
    files = [enclosed.request, *enclosed.documents]
    command = shlex.join(["askfirst", "consent", *files, "--by", to.id])
    yield paragraph(
        "With the enclosed files in one folder, this command asks you point by point, shows you "
        "the whole answer, and writes it to a file once you have typed that you consent:"
    )
    yield f"    {command}"
    yield paragraph(f"Send the file it writes {reply}. To take it back later:")
    yield "    askfirst withdraw FILE"
    yield paragraph(f"Or write {reply}, and say what you allow and what you do not.")
