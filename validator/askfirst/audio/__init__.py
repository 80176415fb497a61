"""Know a recording by its coded audio, read its tags, and write a statement into them.

See sections 4.13 and 7 of the specification.
"""

from askfirst.audio.coded import CodedAudio, coded_audio
from askfirst.audio.container import SUFFIXES, Container
from askfirst.audio.embedding import embed, embedded, holds
from askfirst.audio.problems import NoTagReader, NotEmbedded, UnreadableAudio
from askfirst.audio.statement import TOOLKIT, Carried, Carrier, Embedded, Statement
from askfirst.audio.tags import Tags, tags

__all__ = [
    "SUFFIXES",
    "TOOLKIT",
    "Carried",
    "Carrier",
    "CodedAudio",
    "Container",
    "Embedded",
    "NoTagReader",
    "NotEmbedded",
    "Statement",
    "Tags",
    "UnreadableAudio",
    "coded_audio",
    "embed",
    "embedded",
    "holds",
    "tags",
]
