"""Say what can be wrong between an audio file and its declarations (spec 17)."""

from enum import StrEnum

from askfirst.vocabulary.codes import Severity

__all__ = ["DriftCode"]


class DriftCode(StrEnum):
    """What is wrong with a file of a library; its value is the code, and `sentence` what it means.

    An error is what nobody can have meant, or what leaves a track without its declaration.
    """

    NOT_DECLARED = "AF801"
    PLACES_DISAGREE = "AF802"
    STALE_COPY = "AF803"
    TAGS_DISAGREE = "AF804"
    NOT_IDENTIFIED = "AF805"
    OTHER_IDENTIFIER = "AF806"
    OTHER_TITLE = "AF807"
    OTHER_LICENSE = "AF808"
    COMMONS_RESTRICTED = "AF809"
    NOT_READ = "AF810"
    NO_AUDIO = "AF811"
    SIGNAL_ALLOWS = "AF812"

    @property
    def severity(self) -> Severity:
        """How severe it is; the code decides."""
        return _MEANINGS[self][0]

    @property
    def sentence(self) -> str:
        """What an audio file, or a license file, ought to keep."""
        return _MEANINGS[self][1]


_MEANINGS = {
    DriftCode.NOT_DECLARED: (
        Severity.ERROR,
        "An audio file has a declaration in it, beside it, or in its folder.",
    ),
    DriftCode.PLACES_DISAGREE: (
        Severity.ERROR,
        "What one maker declares for a file is the same for every use in every place.",
    ),
    DriftCode.STALE_COPY: (
        Severity.WARNING,
        "Copies of one document are the same in every place, and none is of a replaced one.",
    ),
    DriftCode.TAGS_DISAGREE: (
        Severity.WARNING,
        "All tags inside of one audio file hold the same documents.",
    ),
    DriftCode.NOT_IDENTIFIED: (
        Severity.ERROR,
        "A declaration that names hashes names that of the file, or shares another identifier.",
    ),
    DriftCode.OTHER_IDENTIFIER: (
        Severity.ERROR,
        "The ISRC, the ISWC and the MusicBrainz identifier in tags are those of the declaration.",
    ),
    DriftCode.OTHER_TITLE: (
        Severity.NOTE,
        "The title in tags is that of the declaration.",
    ),
    DriftCode.OTHER_LICENSE: (
        Severity.WARNING,
        "The license and the document that tags name are those of the declaration.",
    ),
    DriftCode.COMMONS_RESTRICTED: (
        Severity.WARNING,
        "A file under a Creative Commons license is not restricted further.",
    ),
    DriftCode.NOT_READ: (
        Severity.WARNING,
        "An audio file and its tags can be read, and its hash made where one is declared.",
    ),
    DriftCode.NO_AUDIO: (
        Severity.WARNING,
        "The audio file that a license file is named after stands beside it.",
    ),
    DriftCode.SIGNAL_ALLOWS: (
        Severity.WARNING,
        "No signal in a file allows what its declaration restricts.",
    ),
}
