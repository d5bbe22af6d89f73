"""The National Institutes of Health Stroke Scale, as used since the NINDS trial; Lyden, 2017."""

from typing import Annotated

from assistant.calculators.contract import Choice, Result, Vector, calculator
from assistant.calculators.scoring import points

CONSCIOUSNESS = {"alert": 0, "arousable by minor stimulation": 1, "obtunded": 2, "unresponsive": 3}
RIGHT = {"both right": 0, "a single right": 1, "none right": 2}
GAZE = {"normal": 0, "partial gaze palsy": 1, "total gaze palsy": 2}
FIELDS = {"no visual loss": 0, "partial hemianopia": 1, "complete hemianopia": 2, "bilateral hemianopia": 3}
FACE = {"normal": 0, "minor paralysis": 1, "partial paralysis": 2, "complete paralysis": 3}
LIMB = {"no drift": 0, "drift": 1, "some effort against gravity": 2, "no effort against gravity": 3, "no movement": 4}
ATAXIA = {"absent": 0, "a single limb": 1, "more limbs": 2}
SENSORY = {"normal": 0, "mild loss": 1, "severe loss": 2}
LANGUAGE = {"no aphasia": 0, "mild to moderate aphasia": 1, "severe aphasia": 2, "mute or global aphasia": 3}
SPEECH = {"normal": 0, "mild dysarthria": 1, "severe dysarthria": 2}
NEGLECT = {"absent": 0, "mild": 1, "severe": 2}
"""What an answer adds, for each kind of item."""

UNTESTABLE = "amputated or fused: untestable (UN), recorded with the reason and none of these, so leave it unanswered"
ARM = (
    "drift: drifts down before a full 10 seconds; some effort: cannot get to or keep the position, with some effort against "
    f"gravity; {UNTESTABLE}"
)
LEG = (
    "drift: drifts down within 5 seconds; some effort: falls within 5 seconds, with some effort against gravity; "
    f"{UNTESTABLE}"
)

UNAFFECTED = {
    "level_of_consciousness": "alert",
    "orientation_questions": "both right",
    "commands": "both right",
    "gaze": "normal",
    "visual_fields": "no visual loss",
    "facial_palsy": "normal",
    "left_arm": "no drift",
    "right_arm": "no drift",
    "left_leg": "no drift",
    "right_leg": "no drift",
    "limb_ataxia": "absent",
    "sensory_loss": "normal",
    "language": "no aphasia",
    "dysarthria": "normal",
    "extinction": "absent",
}


@calculator(
    title="Stroke Scale of the National Institutes of Health",
    synonyms=("NIHSS", "NIH stroke scale", "National Institutes of Health Stroke Scale", "stroke severity score"),
    result=Result("points", places=0),
    reference=("lyden-2017-nihss", "ninds-nihss"),
    says="The NIH Stroke Scale is {result}.",
    warnings=(
        "The scale was designed for research; who rates is to be certified.",
        "An item that cannot be tested has no points on the form: with it unanswered the total is given as a range.",
    ),
    vectors=(
        # fifteen times 0
        Vector(UNAFFECTED, "0 points", by="hand"),
        # 3 + 2 + 2 + 2 + 3 + 3 + 4 × 4 + 2 + 2 + 3 + 2 + 2, the most that the scale has
        Vector(
            {
                "level_of_consciousness": "unresponsive",
                "orientation_questions": "none right",
                "commands": "none right",
                "gaze": "total gaze palsy",
                "visual_fields": "bilateral hemianopia",
                "facial_palsy": "complete paralysis",
                "left_arm": "no movement",
                "right_arm": "no movement",
                "left_leg": "no movement",
                "right_leg": "no movement",
                "limb_ataxia": "more limbs",
                "sensory_loss": "severe loss",
                "language": "mute or global aphasia",
                "dysarthria": "severe dysarthria",
                "extinction": "severe",
            },
            "42 points",
            by="hand",
        ),
        # fifteen times 1
        Vector(
            {
                "level_of_consciousness": "arousable by minor stimulation",
                "orientation_questions": "a single right",
                "commands": "a single right",
                "gaze": "partial gaze palsy",
                "visual_fields": "partial hemianopia",
                "facial_palsy": "minor paralysis",
                "left_arm": "drift",
                "right_arm": "drift",
                "left_leg": "drift",
                "right_leg": "drift",
                "limb_ataxia": "a single limb",
                "sensory_loss": "mild loss",
                "language": "mild to moderate aphasia",
                "dysarthria": "mild dysarthria",
                "extinction": "mild",
            },
            "15 points",
            by="hand",
        ),
        # 2 + 2 (fields) + 2 (face) + 3 (left arm) + 2 (left leg) + 2 (language)
        Vector(
            {
                **UNAFFECTED,
                "level_of_consciousness": "obtunded",
                "visual_fields": "complete hemianopia",
                "facial_palsy": "partial paralysis",
                "left_arm": "no effort against gravity",
                "left_leg": "some effort against gravity",
                "language": "severe aphasia",
            },
            "13 points",
            by="hand",
        ),
    ),
)
def nihss(
    level_of_consciousness: Annotated[
        str,
        Choice(
            *CONSCIOUSNESS,
            means="level of consciousness",
            counts="obtunded: needs repeated stimulation to attend; unresponsive: coma, or reflex responses only",
        ),
    ],
    orientation_questions: Annotated[
        str, Choice(*RIGHT, means="the month and the person's age", counts="of the 2 answers")
    ],
    commands: Annotated[
        str, Choice(*RIGHT, means="commands: close the eyes, grip and release the hand", counts="of the 2 tasks")
    ],
    gaze: Annotated[
        str,
        Choice(
            *GAZE,
            means="horizontal gaze",
            counts="total: forced deviation or total paresis that the oculocephalic manoeuvre does not overcome",
        ),
    ],
    visual_fields: Annotated[
        str, Choice(*FIELDS, means="visual fields", counts="bilateral: blind, cortical blindness included")
    ],
    facial_palsy: Annotated[
        str,
        Choice(
            *FACE,
            means="palsy of the face",
            counts="minor: flattened nasolabial fold, asymmetry on smiling; partial: total or near-total paralysis of the lower face",
        ),
    ],
    left_arm: Annotated[str, Choice(*LIMB, means="strength of the left arm", counts=ARM)],
    right_arm: Annotated[str, Choice(*LIMB, means="strength of the right arm", counts=ARM)],
    left_leg: Annotated[str, Choice(*LIMB, means="strength of the left leg", counts=LEG)],
    right_leg: Annotated[str, Choice(*LIMB, means="strength of the right leg", counts=LEG)],
    limb_ataxia: Annotated[
        str,
        Choice(
            *ATAXIA,
            means="ataxia of the limbs",
            counts=f"only if out of proportion to weakness; more limbs: 2 limbs; {UNTESTABLE}",
        ),
    ],
    sensory_loss: Annotated[str, Choice(*SENSORY, means="loss of sensation to pinprick")],
    language: Annotated[str, Choice(*LANGUAGE, means="best language")],
    dysarthria: Annotated[
        str,
        Choice(
            *SPEECH,
            means="articulation",
            counts="severe: nearly unintelligible; intubated or another physical barrier: untestable (UN), recorded with the reason and none of these, so leave it unanswered",
        ),
    ],
    extinction: Annotated[str, Choice(*NEGLECT, means="extinction and inattention (neglect)")],
) -> float:
    """How severe the neurological deficit of an adult with a stroke is."""
    awareness = (
        points(True, CONSCIOUSNESS[level_of_consciousness])
        + points(True, RIGHT[orientation_questions])
        + points(True, RIGHT[commands])
    )
    head = points(True, GAZE[gaze]) + points(True, FIELDS[visual_fields]) + points(True, FACE[facial_palsy])
    arms = points(True, LIMB[left_arm]) + points(True, LIMB[right_arm])
    legs = points(True, LIMB[left_leg]) + points(True, LIMB[right_leg])
    body = points(True, ATAXIA[limb_ataxia]) + points(True, SENSORY[sensory_loss])
    speech = points(True, LANGUAGE[language]) + points(True, SPEECH[dysarthria])
    return awareness + head + arms + legs + body + speech + points(True, NEGLECT[extinction])
