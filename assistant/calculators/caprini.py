"""The Caprini score of venous thromboembolism, in the version of Caprini, 2005."""

from math import inf
from typing import Annotated

from assistant.calculators.contract import Band, Choice, Measure, Result, Vector, calculator, criterion
from assistant.calculators.declarations import Units
from assistant.calculators.scoring import points

NONE = {
    "age": "40",
    "sex": "female",
    "body_mass_index": "25 kg/m²",
    "surgery": "none",
    "mobility": "not restricted",
    "earlier_major_surgery": "no",
    "swollen_legs": "no",
    "varicose_veins": "no",
    "pregnancy_or_postpartum": "no",
    "pregnancy_losses": "no",
    "contraceptive_or_hormones": "no",
    "recent_sepsis": "no",
    "recent_serious_lung_disease": "no",
    "abnormal_lung_function": "no",
    "acute_myocardial_infarction": "no",
    "recent_heart_failure": "no",
    "inflammatory_bowel_disease": "no",
    "present_or_previous_malignancy": "no",
    "recent_plaster_cast": "no",
    "central_venous_access": "no",
    "previous_dvt_or_pe": "no",
    "family_history_of_thrombosis": "no",
    "factor_v_leiden": "no",
    "prothrombin_mutation": "no",
    "lupus_anticoagulant": "no",
    "anticardiolipin_antibodies": "no",
    "raised_homocysteine": "no",
    "heparin_induced_thrombocytopenia": "no",
    "other_thrombophilia": "no",
    "recent_stroke": "no",
    "recent_hip_pelvis_or_leg_fracture": "no",
    "recent_spinal_cord_injury": "no",
    "multiple_trauma": "no",
}

OF_WOMEN = ("pregnancy_or_postpartum", "pregnancy_losses", "contraceptive_or_hormones")
MAN = {**{name: text for name, text in NONE.items() if name not in OF_WOMEN}, "sex": "male"}


def _is_woman(units: Units) -> bool:
    """The items of women are asked of women only."""
    return units.get("sex") == "female"


@calculator(
    title="Caprini score of venous thromboembolism, in its earlier version",
    synonyms=("Caprini", "Caprini score", "Caprini risk assessment", "Caprini 2005"),
    result=Result("points", places=0),
    reference=("caprini-2005", "pannucci-2012-caprini"),
    says="The Caprini score is {result}.",
    bands=(
        Band(2, "low risk of venous thromboembolism", reference="caprini-2005"),
        Band(3, "moderate risk of venous thromboembolism", reference="caprini-2005"),
        Band(5, "high risk of venous thromboembolism", reference="caprini-2005"),
        Band(inf, "highest risk of venous thromboembolism", reference="caprini-2005"),
    ),
    warnings=(
        "A later version gives higher totals and told patients at low risk from those at high risk less well.",
        "The open line of the form for other risk factors is not asked for.",
    ),
    vectors=(
        # 40 years and 25 kg/m² do not count yet: 0
        Vector(NONE, "0 points", by="hand"),
        # 3 for 75 years + 1 for 26 kg/m² + 5 for arthroplasty + 2 for confinement = 11; twelve items of 1 = 12; three of 2 = 6;
        # nine of 3 = 27; four of 5 = 20: 11 + 12 + 6 + 27 + 20
        Vector(
            {
                **dict.fromkeys(NONE, "yes"),
                "age": "75",
                "sex": "female",
                "body_mass_index": "26 kg/m²",
                "surgery": "leg arthroplasty",
                "mobility": "confined to bed",
            },
            "76 points",
            by="hand",
        ),
        # 41 years: 1
        Vector({**NONE, "age": "41"}, "1 point", by="hand"),
        # 60 years and a half: still 1; minor surgery: 1; 25.1 kg/m²: 1
        Vector({**NONE, "age": "60.5", "surgery": "minor", "body_mass_index": "25.1 kg/m²"}, "3 points", by="hand"),
        # 61 years: 2; major open surgery: 2; malignancy: 2
        Vector(
            {**NONE, "age": "61", "surgery": "major open", "present_or_previous_malignancy": "yes"},
            "6 points",
            by="hand",
        ),
        # 74 years: 2; bed rest: 1; arthroscopic surgery: 2
        Vector({**NONE, "age": "74", "mobility": "bed rest", "surgery": "arthroscopic"}, "5 points", by="hand"),
        # long laparoscopic surgery: 2; confined to bed: 2
        Vector({**NONE, "surgery": "long laparoscopic", "mobility": "confined to bed"}, "4 points", by="hand"),
        # an earlier thrombosis counts once: 3; varicose veins, swollen legs, hormones: 1 + 1 + 1
        Vector(
            {
                **NONE,
                "previous_dvt_or_pe": "yes",
                "varicose_veins": "yes",
                "swollen_legs": "yes",
                "contraceptive_or_hormones": "yes",
            },
            "6 points",
            by="hand",
        ),
        # 75 years: 3; stroke: 5; central venous access: 2
        Vector({**NONE, "age": "75", "recent_stroke": "yes", "central_venous_access": "yes"}, "10 points", by="hand"),
        # a man, of whom the items of women are not asked; arthroplasty: 5
        Vector({**MAN, "surgery": "leg arthroplasty"}, "5 points", by="hand"),
        # an item of women that is given for a man does not count: 1 for 41 years
        Vector({**MAN, "age": "41", "contraceptive_or_hormones": "yes"}, "1 point", by="hand"),
    ),
)
def caprini(
    age: Annotated[
        float,
        Measure("years", low=18, high=110, edges=(41, 61, 75), counts="classes begin at 41, at 61 and at 75 years"),
    ],
    sex: Annotated[str, Choice("female", "male")],
    body_mass_index: Annotated[
        float,
        Measure("kg/m²", low=8, high=100, edges=(25,), means="body mass index", counts="counts above 25 kg/m²"),
    ],
    surgery: Annotated[
        str,
        Choice(
            "none",
            "minor",
            "arthroscopic",
            "long laparoscopic",
            "major open",
            "leg arthroplasty",
            means="surgery now planned",
            counts="minor: planned and short, which a later form draws at less than 45 minutes, anaesthesia included; long laparoscopic "
            "and major open: longer than 45 minutes; leg arthroplasty: elective major arthroplasty of a lower "
            "extremity",
        ),
    ],
    mobility: Annotated[
        str,
        Choice(
            "not restricted",
            "bed rest",
            "confined to bed",
            means="mobility",
            counts="bed rest: medical patient at present at bed rest; confined to bed: for more than 72 hours",
        ),
    ],
    earlier_major_surgery: Annotated[str, criterion("earlier major surgery", counts="within the last month")],
    swollen_legs: Annotated[str, criterion("swollen legs at present")],
    varicose_veins: Annotated[str, criterion("varicose veins")],
    recent_sepsis: Annotated[str, criterion("sepsis lately", counts="within the last month")],
    recent_serious_lung_disease: Annotated[
        str, criterion("serious lung disease lately", counts="pneumonia included, within the last month")
    ],
    abnormal_lung_function: Annotated[
        str, criterion("abnormal lung function", counts="chronic obstructive pulmonary disease")
    ],
    acute_myocardial_infarction: Annotated[str, criterion("acute myocardial infarction")],
    recent_heart_failure: Annotated[str, criterion("congestive heart failure lately", counts="within the last month")],
    inflammatory_bowel_disease: Annotated[str, criterion("inflammatory bowel disease in the history")],
    present_or_previous_malignancy: Annotated[str, criterion("present or previous malignancy")],
    recent_plaster_cast: Annotated[str, criterion("immobilising plaster cast lately", counts="within the last month")],
    central_venous_access: Annotated[str, criterion("central venous access")],
    previous_dvt_or_pe: Annotated[str, criterion("earlier deep vein thrombosis or pulmonary embolism")],
    family_history_of_thrombosis: Annotated[str, criterion("family history of thrombosis")],
    factor_v_leiden: Annotated[str, criterion("Leiden mutation of the clotting factor", counts="factor V Leiden")],
    prothrombin_mutation: Annotated[str, criterion("prothrombin mutation", counts="prothrombin 20210A")],
    lupus_anticoagulant: Annotated[str, criterion("lupus anticoagulant")],
    anticardiolipin_antibodies: Annotated[str, criterion("raised anticardiolipin antibodies")],
    raised_homocysteine: Annotated[str, criterion("raised homocysteine in serum")],
    heparin_induced_thrombocytopenia: Annotated[str, criterion("heparin-induced thrombocytopenia")],
    other_thrombophilia: Annotated[str, criterion("other congenital or acquired thrombophilia")],
    recent_stroke: Annotated[str, criterion("stroke lately", counts="within the last month")],
    recent_hip_pelvis_or_leg_fracture: Annotated[
        str, criterion("fracture of hip, pelvis or leg lately", counts="within the last month")
    ],
    recent_spinal_cord_injury: Annotated[
        str,
        criterion("acute spinal cord injury lately", counts="with paralysis, within the last month"),
    ],
    multiple_trauma: Annotated[str, criterion("multiple trauma lately", counts="within the last month")],
    pregnancy_or_postpartum: Annotated[
        str,
        criterion("pregnancy or childbirth lately", counts="pregnant, or postpartum within 1 month", needed=_is_woman),
    ]
    | None = None,
    pregnancy_losses: Annotated[
        str,
        criterion(
            "stillbirth, repeated miscarriage or complicated premature birth",
            counts="history of an unexplained stillborn infant, of 3 or more spontaneous abortions, or of premature birth with toxaemia or "
            "a growth-restricted infant",
            needed=_is_woman,
        ),
    ]
    | None = None,
    contraceptive_or_hormones: Annotated[
        str,
        criterion(
            "oral contraceptive or hormone replacement",
            counts="oral contraceptives or hormone replacement therapy in a woman",
            needed=_is_woman,
        ),
    ]
    | None = None,
) -> float:
    """The risk of venous thromboembolism of an adult who is to have surgery or is in hospital."""
    of_age = points(age >= 41) + points(age >= 61) + points(age >= 75)
    endoscopic = points(surgery == "arthroscopic", 2) + points(surgery == "long laparoscopic", 2)
    open_surgery = points(surgery == "major open", 2) + points(surgery == "leg arthroplasty", 5)
    operation = points(surgery == "minor") + endoscopic + open_surgery
    bed = points(mobility == "bed rest") + points(mobility == "confined to bed", 2)
    legs = points(body_mass_index > 25) + points(swollen_legs) + points(varicose_veins)
    births = points(sex == "female" and pregnancy_or_postpartum == "yes") + points(
        sex == "female" and pregnancy_losses == "yes"
    )
    women = births + points(sex == "female" and contraceptive_or_hormones == "yes")
    lungs = points(recent_serious_lung_disease) + points(abnormal_lung_function)
    heart = points(acute_myocardial_infarction) + points(recent_heart_failure)
    others = points(earlier_major_surgery) + points(recent_sepsis) + points(inflammatory_bowel_disease)
    lines = (
        points(present_or_previous_malignancy, 2) + points(recent_plaster_cast, 2) + points(central_venous_access, 2)
    )
    thromboses = points(previous_dvt_or_pe, 3) + points(family_history_of_thrombosis, 3)
    inherited = points(factor_v_leiden, 3) + points(prothrombin_mutation, 3) + points(other_thrombophilia, 3)
    antibodies = points(lupus_anticoagulant, 3) + points(anticardiolipin_antibodies, 3)
    blood = points(raised_homocysteine, 3) + points(heparin_induced_thrombocytopenia, 3)
    injuries = (
        points(recent_hip_pelvis_or_leg_fracture, 5) + points(recent_spinal_cord_injury, 5) + points(multiple_trauma, 5)
    )
    minor = of_age + operation + bed + legs + women + lungs + heart + others + lines
    return minor + thromboses + inherited + antibodies + blood + points(recent_stroke, 5) + injuries
