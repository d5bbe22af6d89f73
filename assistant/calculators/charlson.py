"""The comorbidity index of Charlson and others: the conditions of 1987, on demand with the age as in 1994."""

from typing import Annotated

from assistant.calculators.contract import Choice, Measure, Result, Vector, calculator, criterion
from assistant.calculators.declarations import Units
from assistant.calculators.scoring import points

ALONE, WITH_AGE = "conditions alone", "conditions and age"
NONE = {
    "counted": ALONE,
    "myocardial_infarct": "no",
    "congestive_heart_failure": "no",
    "peripheral_vascular_disease": "no",
    "cerebrovascular_disease": "no",
    "dementia": "no",
    "chronic_pulmonary_disease": "no",
    "connective_tissue_disease": "no",
    "ulcer_disease": "no",
    "liver_disease": "none",
    "diabetes": "none",
    "hemiplegia": "no",
    "moderate_or_severe_renal_disease": "no",
    "solid_tumour": "none",
    "leukaemia": "no",
    "lymphoma": "no",
    "aids": "no",
}


def _is_age_needed(units: Units) -> bool:
    """The age is asked for where it is to be counted."""
    return units.get("counted") == WITH_AGE


@calculator(
    title="Charlson comorbidity index",
    synonyms=(
        "Charlson comorbidity index",
        "Charlson index",
        "Charlson score",
        "comorbidity index",
        "Charlson",
    ),
    result=Result("points", places=0),
    reference=("charlson-1987", "charlson-1994"),
    says="The Charlson comorbidity index is {result}.",
    warnings=(
        "The index with the age is a later version of it: compare only results of the same version.",
        "In extreme old age sources differ: the usual table, which is followed here, adds no further points for age.",
    ),
    vectors=(
        Vector(NONE, "0 points", by="hand"),
        # 8 × 1 + liver 3 + diabetes 2 + hemiplegia 2 + kidneys 2 + tumour 6 + leukaemia 2 + lymphoma 2 + AIDS 6 = 33
        Vector(
            {
                "counted": ALONE,
                "myocardial_infarct": "yes",
                "congestive_heart_failure": "yes",
                "peripheral_vascular_disease": "yes",
                "cerebrovascular_disease": "yes",
                "dementia": "yes",
                "chronic_pulmonary_disease": "yes",
                "connective_tissue_disease": "yes",
                "ulcer_disease": "yes",
                "liver_disease": "moderate or severe",
                "diabetes": "end-organ damage",
                "hemiplegia": "yes",
                "moderate_or_severe_renal_disease": "yes",
                "solid_tumour": "metastatic",
                "leukaemia": "yes",
                "lymphoma": "yes",
                "aids": "yes",
            },
            "33 points",
            by="hand",
        ),
        # liver 1 + diabetes 1 + tumour 2; the age that is given does not count
        Vector(
            {
                **NONE,
                "liver_disease": "mild",
                "diabetes": "uncomplicated",
                "solid_tumour": "not metastatic",
                "age": "85",
            },
            "4 points",
            by="hand",
        ),
        # 82 years: 4, lungs 1, connective tissue 1
        Vector(
            {
                **NONE,
                "counted": WITH_AGE,
                "age": "82",
                "chronic_pulmonary_disease": "yes",
                "connective_tissue_disease": "yes",
            },
            "6 points",
            by="hand",
        ),
        # each decade at its lower end: 80 4, 70 3, 60 2, 50 1, and 49.9 nothing
        Vector({**NONE, "counted": WITH_AGE, "age": "80"}, "4 points", by="hand"),
        Vector({**NONE, "counted": WITH_AGE, "age": "79"}, "3 points", by="hand"),
        Vector({**NONE, "counted": WITH_AGE, "age": "70"}, "3 points", by="hand"),
        Vector({**NONE, "counted": WITH_AGE, "age": "69"}, "2 points", by="hand"),
        Vector({**NONE, "counted": WITH_AGE, "age": "60"}, "2 points", by="hand"),
        Vector({**NONE, "counted": WITH_AGE, "age": "50"}, "1 point", by="hand"),
        Vector({**NONE, "counted": WITH_AGE, "age": "49.9"}, "0 points", by="hand"),
    ),
)
def charlson(
    counted: Annotated[
        str,
        Choice(
            ALONE,
            WITH_AGE,
            means="what is counted",
            counts="conditions alone: the index of 1987; conditions and age: with the points for age of 1994, 1 for each decade "
            "from the age of 50 years",
        ),
    ],
    myocardial_infarct: Annotated[
        str,
        criterion(
            "myocardial infarct",
            counts="history of a definite or probable infarct, with changes of the ECG or of enzymes",
        ),
    ],
    congestive_heart_failure: Annotated[
        str,
        criterion(
            "congestive heart failure",
            counts="exertional or paroxysmal nocturnal dyspnoea that responded to digitalis, diuretics or afterload reducing agents",
        ),
    ],
    peripheral_vascular_disease: Annotated[
        str,
        criterion(
            "peripheral vascular disease",
            counts="intermittent claudication, bypass for arterial insufficiency, gangrene or acute arterial insufficiency, or an "
            "untreated thoracic or abdominal aneurysm of 6 cm or more",
        ),
    ],
    cerebrovascular_disease: Annotated[
        str, criterion("cerebrovascular disease", counts="cerebrovascular accident or transient ischaemic attack")
    ],
    dementia: Annotated[str, criterion("dementia", counts="chronic cognitive deficit")],
    chronic_pulmonary_disease: Annotated[str, criterion("chronic pulmonary disease")],
    connective_tissue_disease: Annotated[
        str,
        criterion(
            "connective tissue disease",
            counts="lupus erythematosus, polymyositis, mixed connective tissue disease, rheumatoid arthritis and the like",
        ),
    ],
    ulcer_disease: Annotated[
        str,
        criterion(
            "ulcer disease", counts="treatment was required for a gastric or peptic ulcer, bleeding ulcers included"
        ),
    ],
    liver_disease: Annotated[
        str,
        Choice(
            *("none", "mild", "moderate or severe"),
            means="liver disease",
            counts="mild: chronic hepatitis or cirrhosis without portal hypertension; moderate or severe: cirrhosis with portal "
            "hypertension, with or without variceal bleeding",
        ),
    ],
    diabetes: Annotated[
        str,
        Choice(
            *("none", "uncomplicated", "end-organ damage"),
            means="diabetes",
            counts="none: also diabetes on diet alone or in pregnancy alone; uncomplicated: treated with insulin or tablets; "
            "end-organ damage: retinopathy, neuropathy or nephropathy from it",
        ),
    ],
    hemiplegia: Annotated[str, criterion("hemiplegia", counts="hemiplegia or paraplegia of whatever cause")],
    moderate_or_severe_renal_disease: Annotated[
        str,
        criterion(
            "moderate or severe renal disease",
            counts="serum creatinine above 3 mg/dL, dialysis, a transplant, or uraemia",
        ),
    ],
    solid_tumour: Annotated[
        str,
        Choice(
            *("none", "not metastatic", "metastatic"),
            means="solid tumour",
            counts="not counted: cancer of the skin, and without metastasis what was diagnosed more than 5 years ago",
        ),
    ],
    leukaemia: Annotated[str, criterion("leukaemia", counts="acute or chronic leukaemia, or polycythaemia vera")],
    lymphoma: Annotated[
        str, criterion("lymphoma", counts="Hodgkin and other lymphomas, Waldenström's macroglobulinaemia, myeloma")
    ],
    aids: Annotated[
        str, criterion("AIDS", counts="definite or probable AIDS (AIDS-related complex), not HIV infection alone")
    ],
    age: Annotated[float, Measure("years", low=16, high=120, edges=(50, 60, 70, 80), needed=_is_age_needed)]
    | None = None,
) -> float:
    """How much other disease an adult has, weighed by its risk of death, on demand together with the age."""
    heart = points(myocardial_infarct) + points(congestive_heart_failure)
    vessels = points(peripheral_vascular_disease) + points(cerebrovascular_disease)
    other = points(dementia) + points(chronic_pulmonary_disease) + points(connective_tissue_disease)
    liver = 3 if liver_disease == "moderate or severe" else points(liver_disease == "mild")
    sugar = 2 if diabetes == "end-organ damage" else points(diabetes == "uncomplicated")
    tumour = 6 if solid_tumour == "metastatic" else points(solid_tumour == "not metastatic", 2)
    blood = points(leukaemia, 2) + points(lymphoma, 2)
    years = age if counted == WITH_AGE and age is not None else 0
    decades = points(years >= 50) + points(years >= 60) + points(years >= 70) + points(years >= 80)
    weighty = points(hemiplegia, 2) + points(moderate_or_severe_renal_disease, 2) + points(aids, 6)
    return heart + vessels + other + points(ulcer_disease) + liver + sugar + weighty + tumour + blood + decades
