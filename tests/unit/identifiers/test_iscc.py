from base64 import b32encode

import pytest
from hypothesis import given
from hypothesis import strategies as st

from askfirst.identifiers import iscc

#: Headers of ISO 24138 and of iscc-core, with the bytes of the body each asks for.
HEADERS = (
    ("0000", 4),  # Meta-Code of 32 bits
    ("0001", 8),  # Meta-Code of 64 bits
    ("1001", 8),  # Semantic-Code, text
    ("1401", 8),  # Semantic-Code, mixed
    ("2007", 32),  # Content-Code, text, of 256 bits
    ("2201", 8),  # Content-Code, audio
    ("2403", 16),  # Content-Code, mixed, of 128 bits
    ("3001", 8),  # Data-Code
    ("4001", 8),  # Instance-Code
    ("5500", 16),  # ISCC-CODE of data and instance
    ("5201", 24),  # ISCC-CODE of audio, data and instance
    ("5604", 24),  # ISCC-CODE of meta, data and instance
    ("5007", 40),  # ISCC-CODE of all five
    ("5700", 32),  # ISCC-CODE of data and instance, wide
    ("5707", 32),  # the same, whatever its length says
    ("6000", 8),  # ISCC-ID without a counter
    ("6304", 12),  # ISCC-ID with a counter of four bytes
    ("6010", 8),  # ISCC-ID, version 1, realm 0
    ("6110", 8),  # ISCC-ID, version 1, realm 1
    ("7001", 8),  # Flake-Code
)


def written(content: bytes) -> str:
    return "ISCC:" + b32encode(content).decode("ascii").rstrip("=")


headers = st.sampled_from(HEADERS)
bodies = st.binary(min_size=40, max_size=40)


@pytest.mark.parametrize(
    "code",
    [
        "ISCC:KACT4EBWK27737D2AYCJRAL5Z36G76RFRMO4554RU26HZ4ORJGIVHDI",
        "ISCC:AAAWN77F727NXSUS",
        "ISCC:IAA26E2JXH27TING",
        "ISCC:EIASCTPZO4QU36LX",
        "ISCC:IAAAAAICAM",
        "ISCC:EIDQAAICAMCAKBQHBAEQUCYMBUHA6EARCIJRIFIWC4MBSGQ3DQOR4HY",
        "ISCC:KUAI5EN4BF2LH3FW75XSZ53VBMGTE",
        "ISCC:K4AI5EN4BF2LH3FWS6ZQQWRUJ4USZ73PFT3XKCYNGKCYW5MO6HGXS4I",
        "ISCC:KIC56N7H4Y75WMX7AAAAABYAAAAADDURXQEXJM7MW37W6LHXOUFQ2MQ",
        "ISCC:MEAQAAICAMCAKBQHBA",
    ],
)
def test_a_code_that_iscc_core_wrote_is_valid(code: str) -> None:
    assert iscc.validate(code) == code


def test_a_wrong_last_letter_goes_unseen_for_want_of_a_check_digit() -> None:
    assert iscc.is_valid("ISCC:KACT4EBWK27737D2AYCJRAL5Z36G76RFRMO4554RU26HZ4ORJGIVHDX")


@pytest.mark.parametrize(
    "text",
    [
        "ISCC:AAAWN77F727NXSU1",
        "ISCC:AAAWN77F727NXSU8",
        "iscc:kact4ebwk27737d2aycjral5z36g76rfrmo4554ru26hz4orjgivhdi",
        "ISCC:aaawn77f727nxsus",
        "iscc:AAAWN77F727NXSUS",
        "AAAWN77F727NXSUS",
        "ISCC:AAAW-N77F-727N-XSUS",
        "ISCC: AAAWN77F727NXSUS",
        "ISCC:AAAWN77F727NXSUS======",
        "ISCC:ISCC:AAAWN77F727NXSUS",
        "ISCC:AAAW",
    ],
)
def test_another_shape_is_refused(text: str) -> None:
    assert not iscc.is_valid(text)


@pytest.mark.parametrize(
    "text",
    ["ISCC:AAAWN77F727NXSU", "ISCC:AAAWN77F727NXSUSA", "ISCC:EIASCTPZO4QU36LXEIASCTPZO4QU36LX"],
)
def test_a_body_of_another_length_is_refused(text: str) -> None:
    assert not iscc.is_valid(text)


@pytest.mark.parametrize(
    "header",
    [
        "0101",  # a Meta-Code has no subtypes
        "2501",  # a Content-Code has five
        "3101",
        "4101",
        "7101",
        "8001",  # main types end at 7
        "f001",
        "0011",  # there is no version 1 of a Meta-Code
        "2211",
        "5510",
        "6400",  # an ISCC-ID has four subtypes
        "6210",  # two, from version 1 on
        "6020",  # there is no version 2
        "0008",  # no length is above 7
        "5508",
        "6005",  # no counter is longer than four bytes
    ],
)
@pytest.mark.parametrize("size", [8, 13, 16, 24, 36, 40])
def test_a_header_that_says_nothing_is_refused(header: str, size: int) -> None:
    assert not iscc.is_valid(written(bytes.fromhex(header) + bytes(size)))


def test_the_printed_form_is_the_normal_form() -> None:
    assert iscc.format("ISCC:EIASCTPZO4QU36LX") == "ISCC:EIASCTPZO4QU36LX"


class TestCompleteUnit:
    """An ISCC MUST be ISCC: followed by upper-case base32 text that holds a complete unit."""

    @given(header=headers, body=bodies)
    def test_a_header_with_the_body_it_asks_for_is_valid(
        self, header: tuple[str, int], body: bytes
    ) -> None:
        numbers, size = header
        code = written(bytes.fromhex(numbers) + body[:size])

        assert iscc.validate(code) == code

    @given(header=headers, body=bodies, change=st.sampled_from([-4, -1, 1, 4]))
    def test_a_header_with_more_or_less_is_refused(
        self, header: tuple[str, int], body: bytes, change: int
    ) -> None:
        numbers, size = header

        assert not iscc.is_valid(written(bytes.fromhex(numbers) + (body + body)[: size + change]))

    @given(header=headers, body=bodies)
    def test_a_code_without_its_last_character_is_refused(
        self, header: tuple[str, int], body: bytes
    ) -> None:
        numbers, size = header

        assert not iscc.is_valid(written(bytes.fromhex(numbers) + body[:size])[:-1])

    @given(header=headers, body=bodies)
    def test_the_printed_form_compacts_to_the_code(
        self, header: tuple[str, int], body: bytes
    ) -> None:
        numbers, size = header
        code = written(bytes.fromhex(numbers) + body[:size])

        assert iscc.compact(iscc.format(code)) == code

    @given(header=headers, body=bodies)
    def test_validating_twice_changes_nothing(self, header: tuple[str, int], body: bytes) -> None:
        numbers, size = header
        once = iscc.validate(written(bytes.fromhex(numbers) + body[:size]))

        assert iscc.validate(once) == once
