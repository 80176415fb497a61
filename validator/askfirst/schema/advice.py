"""Say what would be right, by the code of the sentence that is broken."""

__all__ = ["ADVICE", "NOUNS", "WRITTEN_OUT"]

#: What a malformed value is not.
NOUNS = {
    "AF106": "the code of a reason",
    "AF110": "an instant",
    "AF111": "an absolute IRI",
    "AF112": "a document id",
    "AF113": "a language tag",
    "AF115": "a SHA-256 digest",
    "AF116": "a duration",
    "AF201": "an ISRC",
    "AF203": "an ISWC",
    "AF206": "a UPC or EAN",
    "AF207": "a MusicBrainz identifier",
    "AF208": "an ISCC",
    "AF212": "a hash of the audio",
    "AF503": "a territory",
    "AF601": "a moment that exists",
    "AF701": "what a proof holds here",
}

#: What to write instead.
ADVICE = {
    "AF106": "write the code as `askfirst explain` lists it",
    "AF107": "write a text",
    "AF108": "write at least one entry",
    "AF110": "write year-month-day, T, the time in UTC, Z: YYYY-MM-DDThh:mm:ssZ",
    "AF111": "write an address such as https://mara.example.org/; in it a space is %20",
    "AF112": "write an IRI without #, such as urn:uuid:6b0e9f0a-8f0d-4c57-9a7a-0a2f6f7f4b11",
    "AF113": "write a tag such as en or pt-BR",
    "AF115": "write 64 lower-case hexadecimal digits",
    "AF116": "write a duration such as P30D, thirty days, or P3M, three months",
    "AF201": "write two letters, three letters or digits, and seven digits: SEXYZ2600012",
    "AF203": "write T and ten digits: T0345246801",
    "AF206": "write 8, 12, 13 or 14 digits, with the leading zeros",
    "AF207": "write a UUID with its hyphens: b9ad642e-b012-41c7-b72a-42cf4911f9ff",
    "AF208": "write ISCC: and the upper-case text after it",
    "AF210": "add `isrc`, `mbid`, `iswc`, `urls` or `files`",
    "AF211": "add `packetsSha256` or `pcmMd5`",
    "AF212": "write 64 hexadecimal digits for packetsSha256, 32 for pcmMd5",
    "AF303": "only a Consent opens generative training and imitation, and it can be withdrawn",
    "AF403": "name the rights this holder holds, such as `composition` or `recording`",
    "AF406": "a person always has a voice and a likeness; take it out",
    "AF503": "write the code of a country in capitals, such as SE",
    "AF701": "let the program that signs write the proof, and change nothing in it",
    "AF601": "write a moment that the calendar and the clock have",
}

#: What to write instead of what opens everything or says nothing, by the member.
WRITTEN_OUT = {
    "to": "write the party as an object with `id` and `name`",
    "models": "write a list of models, each with `name` and `version`",
    "ownUses": "write `true` without quotes, or take the member out",
}
