"""Glasgow Coma Scale after Teasdale and Jennett, 1974, with the six motor responses of its later form."""

from typing import Annotated

from assistant.calculators.contract import Choice, Result, Vector, calculator


@calculator(
    title="Glasgow Coma Scale",
    synonyms=("Glasgow Coma Scale", "Glasgow Coma Score", "GCS"),
    result=Result("points", places=0),
    reference=("gcs-1974", "glasgow-coma-scale-faq"),
    says="The Glasgow Coma Scale is {result}.",
    warnings=(
        "A component that cannot be tested, as in intubation, sedation or paralysis, is recorded as not testable: "
        "no total is reported then.",
    ),
    vectors=(
        # 4 + 5 + 6
        Vector({"eye": "spontaneous", "verbal": "oriented", "motor": "obeys commands"}, "15 points", by="hand"),
        # 3 + 4 + 5
        Vector({"eye": "to sound", "verbal": "confused", "motor": "localising"}, "12 points", by="hand"),
        # 2 + 3 + 4
        Vector({"eye": "to pressure", "verbal": "words", "motor": "normal flexion"}, "9 points", by="hand"),
        # 1 + 2 + 3
        Vector({"eye": "none", "verbal": "sounds", "motor": "abnormal flexion"}, "6 points", by="hand"),
        # 1 + 1 + 2
        Vector({"eye": "none", "verbal": "none", "motor": "extension"}, "4 points", by="hand"),
        # 1 + 1 + 1
        Vector({"eye": "none", "verbal": "none", "motor": "none"}, "3 points", by="hand"),
    ),
)
def glasgow_coma_scale(
    eye: Annotated[
        str,
        Choice(
            *("spontaneous", "to sound", "to pressure", "none"),
            means="best eye opening",
            counts="to sound: after a spoken or shouted request; to pressure: after pressure on a finger tip; "
            "none: although nothing interferes. Not testable (NT) is none of these: then report the components, each with what was found or NT, and no total",
        ),
    ],
    verbal: Annotated[
        str,
        Choice(
            *("oriented", "confused", "words", "sounds", "none"),
            means="best verbal response",
            counts="oriented: gives name, place and date; confused: coherent but not oriented; words: single words that "
            "can be understood; sounds: moans or groans; none: although nothing interferes. Not testable (NT) is none of "
            "these: then report the components, each with what was found or NT, and no total",
        ),
    ],
    motor: Annotated[
        str,
        Choice(
            *("obeys commands", "localising", "normal flexion", "abnormal flexion", "extension", "none"),
            means="best motor response",
            counts="localising: brings the hand above the clavicle to a stimulus on the head or neck; normal flexion: bends "
            "the arm rapidly, withdraws; abnormal flexion: bends the arm, clearly abnormal; extension: extends the arm; "
            "none: although nothing interferes. Not testable (NT) is none of these: then report the components, each with what was found or NT, and no total",
        ),
    ],
) -> float:
    """The level of consciousness from the best eye, verbal and motor responses, each of which could be tested."""
    eyes = 4 if eye == "spontaneous" else 3 if eye == "to sound" else 2 if eye == "to pressure" else 1
    words = (
        5
        if verbal == "oriented"
        else 4
        if verbal == "confused"
        else 3
        if verbal == "words"
        else 2
        if verbal == "sounds"
        else 1
    )
    movement = (
        6
        if motor == "obeys commands"
        else 5
        if motor == "localising"
        else 4
        if motor == "normal flexion"
        else 3
        if motor == "abnormal flexion"
        else 2
        if motor == "extension"
        else 1
    )
    return eyes + words + movement
