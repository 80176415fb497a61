"""List the two letters an ISRC may begin with.

The letters are those of the International ISRC Registration Authority's list "Valid Characters in
the ISRC Prefix" of 2025-11-04, as the package iso3901 1.1.0 (MIT) records it. Most are the country
code of the agency that gave the ISRC out, but not all: TC is TuneCore, and CP, DG, QN, VV and ZZ
belong to the authority itself. CS, IM, PR and YU are given out no more; they stay in the list
because an ISRC outlives its agency.
"""

__all__ = ["PREFIXES"]

_LIST = """
    AD AE AF AG AI AL AM AO AR AT AU AW AZ
    BA BB BC BD BE BF BG BH BI BJ BK BM BN BO BP BR BS BT BW BX BY BZ
    CA CB CD CF CG CH CI CL CM CN CO CP CR CS CU CV CW CY CZ
    DE DG DK DM DO DZ
    EC EE EG ES ET
    FI FJ FO FR FX
    GA GB GD GE GG GH GI GL GM GN GQ GR GT GW GX GY
    HK HN HR HT HU
    ID IE IL IM IN IQ IR IS IT
    JE JM JO JP
    KE KG KH KM KN KR KS KW KY KZ
    LA LB LC LI LK LR LS LT LU LV
    MA MC MD ME MF MG MK ML MM MN MO MP MR MS MT MU MV MW MX MY MZ
    NA NE NG NI NL NO NP NZ
    OM
    PA PE PF PG PH PK PL PR PS PT PY
    QA QM QN QT QZ
    RO RS RU RW
    SA SB SC SD SE SG SI SK SL SM SN SO SR SS SV SX SY SZ
    TC TD TG TH TL TN TO TR TT TW TZ
    UA UG UK US UY UZ
    VC VE VG VN VU VV
    XK
    YE YU
    ZA ZB ZM ZW ZZ
"""

PREFIXES: frozenset[str] = frozenset(_LIST.split())
