"""Say every word of the vocabulary in everyday language, once (spec 3).

An act is what follows "may it" and "to". Where a use touches what only persons have, the person
who has it reads another phrase than everybody else.
"""

from typing import NamedTuple

from askfirst.vocabulary import AtEnd, Capacity, Condition, Material, Right, Use

__all__ = [
    "ACTS",
    "AT_END",
    "CAPACITIES",
    "CONDITIONS",
    "MATERIALS",
    "RIGHTS",
    "Act",
]


class Act(NamedTuple):
    """What would be done, and what that comes to.

    `own` is the act for the person it touches, with a gap for `your` or `my`.
    """

    act: str
    comes_to: str
    own: str | None = None


#: The acts of the leaves of the tree of uses; a group is said by its leaves.
ACTS: dict[Use, Act] = {
    Use.MUSIC_GENERATION_TRAINING: Act(
        "train a model that makes music or other audio",
        "The model learns from the track and makes new music with what it learned.",
    ),
    Use.STYLE_REPLICATION_TRAINING: Act(
        "train a model to imitate the style of the artist",
        "Whoever uses the model can make music that sounds as if the artist had made it.",
    ),
    Use.VOICE_REPLICATION_TRAINING: Act(
        "train a model to imitate the voice in the track",
        "Whoever uses the model can let that voice sing or say words it never sang or said.",
        "train a model to imitate {whose} voice",
    ),
    Use.LIKENESS_REPLICATION_TRAINING: Act(
        "train a model to imitate the artist's name, image or persona",
        "Whoever uses the model can make somebody appear who passes for that person.",
        "train a model to imitate {whose} name, image or persona",
    ),
    Use.OTHER_GENERATIVE_TRAINING: Act(
        "train any other model that makes content, such as text, images or video",
        "This also covers models whose kind is not stated.",
    ),
    Use.RECOMMENDATION_TRAINING: Act(
        "train a model that recommends or ranks tracks for listeners",
        "The model makes no content.",
    ),
    Use.FRAUD_DETECTION_TRAINING: Act(
        "train a model that finds fraud, spam, abuse or manipulated streams",
        "The model makes no content.",
    ),
    Use.IDENTIFICATION_TRAINING: Act(
        "train a model that recognizes recordings and works",
        "The model makes no content; it finds out what is playing and whose it is.",
    ),
    Use.TAGGING_TRAINING: Act(
        "train a model that tags, transcribes or describes tracks",
        "The model makes no music; its words help people and search.",
    ),
    Use.OTHER_ANALYTIC_TRAINING: Act(
        "train any other model that makes no content",
        "A model that takes a track apart into its stems is one of these.",
    ),
    Use.VOICE_REPLICATION_INPUT: Act(
        "give the track to a model that imitates the voice in it",
        "The model needs no training for this: it copies the voice from what it is given.",
        "give the track to a model that imitates {whose} voice",
    ),
    Use.LIKENESS_REPLICATION_INPUT: Act(
        "give the track to a model that imitates the artist's name, image or persona",
        "The model needs no training for this: it copies the person from what it is given.",
        "give the track to a model that imitates {whose} name, image or persona",
    ),
    Use.OTHER_GENERATIVE_INPUT: Act(
        "give the track to a model that makes content from it",
        "The track is a prompt, a reference or the stuff of a remix.",
    ),
    Use.ANALYTIC_INPUT: Act(
        "give the track to a model that answers with a score, a label, a match or a ranking",
        "The model makes no content.",
    ),
    Use.SEARCH_INDEXING: Act(
        "make the track findable and send people to it",
        "This is what a search engine does.",
    ),
    Use.DATASET_DISTRIBUTION: Act(
        "put the track, or features of it, into a data set that others receive",
        "What others then do with the data set is out of your hands.",
    ),
    Use.OTHER_DATA_MINING: Act(
        "analyze the track by machine in any other way",
        "No model is trained and none is given the track.",
    ),
}

RIGHTS: dict[Right, str] = {
    Right.COMPOSITION: "the music that was written",
    Right.LYRICS: "the words that are sung or spoken",
    Right.RECORDING: "the sound recording",
    Right.PERFORMANCE: "what was played and sung",
    Right.VOICE: "a person's voice",
    Right.LIKENESS: "a person's name, image and persona",
}

MATERIALS: dict[Material, str] = {
    Material.AUDIO: "the recording as it is heard",
    Material.STEMS: "separate parts of the recording, such as the vocals alone",
    Material.LYRICS_TEXT: "the words as text",
    Material.SHEET_MUSIC: "the composition as notation, a score or a MIDI file",
}

#: What the party does; the party stands before each of them.
CONDITIONS: dict[Condition, str] = {
    Condition.ATTRIBUTION: "names the track and its artists wherever it describes the model",
    Condition.COMPENSATION: "pays as an agreement says",
    Condition.NON_COMMERCIAL: "uses the model and what it makes for no commercial advantage",
    Condition.OPEN_WEIGHTS: "publishes the parameters of the model for everybody to use",
    Condition.NO_REDISTRIBUTION: "passes neither the track nor features of it on to others",
    Condition.OUTPUT_DISCLOSURE: "marks what the model makes as generated, readably for machines",
}

#: What the party does when a Consent ends.
AT_END: dict[AtEnd, str] = {
    AtEnd.STOP_NEW_TRAINING: "starts no new training; models that are already trained stay",
    AtEnd.RETIRE_MODELS: "starts no new training and stops using the models it trained",
}

#: What a mandated party is to the holder it stands beside.
CAPACITIES: dict[Capacity, str] = {
    Capacity.SOCIETY: "the society that represents",
    Capacity.AGENT: "the agent of",
    Capacity.GUARDIAN: "the parent or guardian of",
    Capacity.ESTATE: "the estate of",
}
