"""Hold the words that titles and names of a sample are made of, in many scripts."""

from typing import NamedTuple

__all__ = ["FIRMS", "TONGUES", "Tongue"]


class Tongue(NamedTuple):
    """A language, a country where it is spoken, and names and titles in it."""

    language: str
    country: str
    given: tuple[str, ...]
    family: tuple[str, ...]
    titles: tuple[str, ...]
    space: str = " "


def _tongue(line: str) -> Tongue:
    language, country, *lists = line.split("|")
    given, family, titles = (tuple(one.split(",")) for one in lists)
    return Tongue(language, country, given, family, titles, "" if language in _UNSPACED else " ")


_UNSPACED = ("ja", "zh", "th")

_TONGUES = """\
en|US|Mara,Dolores,Wren,Ezra,Juno,Calvin|Okafor,Whitlock,Reyes,Hartley,Boone,Quill|Night Bus,\
Paper Lanterns,Slow Thunder,Salt & Honey,Second Hand Summer,"Blue",Don't Look Down,4:33 A.M.
en|GB|Imogen,Alfie,Niamh,Rhys,Tamsin,Kwame|Ashdown,Ó Briain,Penhaligon,Blythe,Adeyemi,MacRae|\
Last Train North,Tidewater,Glass Houses,Northern Lights (Live),Kitchen Floor,Ferry,Rain on Slate
sv|SE|Åsa,Björn,Elin,Måns,Tuva,Göran|Lindqvist,Sjöström,Åkerlund,Hägg,Öberg,Ek|Nattbuss,\
Älvdans,Snö över staden,Öster om solen,Tåget går,Depå,Midsommarregn
de|DE|Jürgen,Käthe,Lukas,Anneliese,Marlene,Jörg|Müller,Groß,Schröder,Weiß,Köhler,Brandt|Grüne \
Straßen,Nachtzug,Über den Dächern,Frühlingslärm,Stille Post,Kopfsteinpflaster
fr|FR|Élodie,Benoît,Zoé,François,Noémie,Loïc|Lefèvre,D'Aubigné,Beauchêne,Garçon,Moreau,Nguyễn|\
L'été dernier,Sous les néons,Cœur à cœur,Déjà minuit,À la dérive,Mélodie du métro
es|ES|Íñigo,Lucía,Mateo,Begoña,Álvaro,Ona|Quiroga,Muñoz,Peña,Vidal,Ibáñez,Güell|Estación,\
Mañana será ayer,Corazón de sal,Niña del puerto,Lluvia,¿Dónde estás?,La última canción
pt|BR|João,Inês,Thaís,Caetano,Luísa,Zé|Gonçalves,Araújo,Falcão,Simões,Brandão,Leão|Saudade do \
mar,Coração vagabundo,São João,Amanhã,Maré alta,Canção do trânsito
yo|NG|Emeka,Ṣadé,Adébáyọ̀,Yétúndé,Fẹ́mi,Tolú|Nwosu,Ọlátúnjí,Adéọlá,Bámidélé,Ògúnlẹ́yẹ|Third \
Mainland,Ọ̀sun,Ẹ káàárọ̀,Òwúrọ̀,Lagos by Night,Ìfẹ́
pl|PL|Łukasz,Małgorzata,Zbigniew,Świętosława,Jędrzej|Wiśniewska,Źródlak,Kołodziej,Dąbrowski|Cisza \
w mieście,Złota jesień,Żółty tramwaj,Święto deszczu,Pociąg nocny
tr|TR|Ayşe,İbrahim,Gökçe,Çağlar,Şirin|Yıldız,Öztürk,Şahin,Kılıç,Güneş|İstanbul'da sonbahar,\
Gece vapuru,Yağmur,Işık,Kırık saz
vi|VN|Thảo,Minh,Hương,Đức,Linh|Nguyễn,Trần,Phạm,Đặng,Vũ|Mưa đầu mùa,Đêm Sài Gòn,Chuyến tàu \
đêm,Hẹn ước,Gió mùa
el|GR|Ελένη,Γιώργος,Αρετή,Νίκος|Παπαδοπούλου,Ξενάκης,Δημητρίου|Νυχτερινό λεωφορείο,Θάλασσα,\
Χειμωνιάτικο φως,Το τελευταίο τρένο
ru|KZ|Анна,Пётр,Ольга,Семён|Соловьёва,Ильин,Щербакова,Цой|Ночной автобус,Северное сияние,\
Последний поезд,Дождь,Ещё один день
ar|EG|ليلى,كريم,نور,يوسف|الصباح,منصور,حداد,عبد الله|حافلة الليل,قمر فوق النيل,أغنية المطر,شمس
he|IL|נועה,איתי,תמר,יובל|לוי,שפירא,אזולאי|אוטובוס לילה,שיר של גשם,אור ראשון
hi|IN|आशा,रवि,मीरा,अर्जुन|शर्मा,चौधरी,मल्होत्रा|रात की बस,बारिश का गीत,चाँदनी,आख़िरी ट्रेन
th|TH|มาลี,สมชาย,ดารา|ศรีสุข,วงศ์ทอง|รถเมล์กลางคืน,ฝนแรก,แสงจันทร์
ja|JP|亜紀,健太,さくら,響|田村,小林,渡辺,星野|夜行バス,最後の夏,雨の匂い,サヨナラの駅,花火
ko|KR|지우,민준,서연,하늘|김,이,박,최|밤 버스,첫눈,마지막 기차,여름비
zh|TW|麗華,志明,雨桐,子軒|陳,林,歐陽,張|夜班公車,最後一班火車,雨後,海與月光
"""  # noqa: RUF001 - they are letters of these languages

TONGUES: tuple[Tongue, ...] = tuple(map(_tongue, _TONGUES.splitlines()))

#: What the names of firms are made of: what they are called after, and what they do.
FIRMS: dict[str, tuple[str, ...]] = {
    "label": ("Records", "Recordings", "Musik", "Discos", "Sound"),
    "publisher": ("Music Publishing", "Songs", "Förlag", "Verlag", "Éditions"),
    "distributor": ("Distribution", "Digital", "Supply", "Direct"),
    "society": ("Rights Society", "Collective", "Authors' Union"),
    "platform": ("Upload", "Cloud", "Tunes", "Stage"),
}
