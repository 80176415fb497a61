"""Know a recording by its coded audio, and read what tags say of it (spec 4.13)."""

from askfirst.audio.coded import CodedAudio, coded_audio
from askfirst.audio.container import SUFFIXES, Container
from askfirst.audio.problems import NoTagReader, UnreadableAudio
from askfirst.audio.tags import Tags, tags

__all__ = [
    "SUFFIXES",
    "CodedAudio",
    "Container",
    "NoTagReader",
    "Tags",
    "UnreadableAudio",
    "coded_audio",
    "tags",
]
