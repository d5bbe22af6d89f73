"""The same question in other words, so that a re-ranker learns what is asked and not how the data set asks it.

MedQuAD's questions are sixteen templates around a topic. Each is read back into its kind and topic; wordings to train
with and wordings kept for judging share no phrase but the topic.
"""

import random
import re
from collections.abc import Mapping

ASKED: tuple[tuple[str, str], ...] = (
    ("information", r"What is \(are\) (.+)"),
    ("information", r"Do you have information about (.+)"),
    ("symptoms", r"What are the symptoms of (.+)"),
    ("treatment", r"What are the treatments for (.+)"),
    ("considerations", r"What to do for (.+)"),
    ("frequency", r"How many people are affected by (.+)"),
    ("genes", r"What are the genetic changes related to (.+)"),
    ("inheritance", r"Is (.+) inherited"),
    ("causes", r"What causes (.+)"),
    ("diagnosis", r"How to diagnose (.+)"),
    ("research", r"what research \(or clinical trials\) is being done for (.+)"),
    ("outlook", r"What is the outlook for (.+)"),
    ("risk", r"Who is at risk for (.+)"),
    ("prevention", r"How to prevent (.+)"),
    ("stages", r"What are the stages of (.+)"),
    ("complications", r"What are the complications of (.+)"),
)

TRAINED: Mapping[str, tuple[str, ...]] = {
    "information": ("what is {}", "tell me about {}", "{}", "explain {} briefly"),
    "symptoms": ("signs of {}", "how does {} present", "{} s/s", "what does a patient with {} complain of"),
    "treatment": ("tx for {}", "how do I treat {}", "management of {}", "{} therapy", "what is given for {}"),
    "considerations": ("advice in {}", "diet and self-care with {}", "what should I eat with {}"),
    "frequency": ("how common is {}", "incidence of {}", "{} how rare"),
    "genes": ("which gene causes {}", "mutation in {}", "{} genetics"),
    "inheritance": ("how is {} passed on", "inheritance of {}", "does {} run in families"),
    "causes": ("why do people get {}", "{} causes", "aetiology of {}", "what leads to {}"),
    "diagnosis": ("dx {}", "which tests confirm {}", "work-up of {}", "how is {} found"),
    "research": ("trials in {}", "new studies on {}"),
    "outlook": ("prognosis of {}", "how long do people live with {}", "{} survival"),
    "risk": ("risk factors for {}", "who gets {}", "{} who is likely to have it"),
    "prevention": ("how can {} be avoided", "prophylaxis of {}", "stop {} from happening"),
    "stages": ("staging of {}", "{} stages", "how is {} classified"),
    "complications": ("what can go wrong with {}", "complications {}", "problems that follow {}"),
}

KEPT: Mapping[str, tuple[str, ...]] = {
    "information": ("{} - overview please", "can you describe {} for me"),
    "symptoms": ("what would I notice in someone who has {}", "clinical features {}"),
    "treatment": ("rx {}", "what can be done about {}"),
    "considerations": ("living with {}: what matters", "lifestyle in {}"),
    "frequency": ("prevalence {}", "number of cases of {}"),
    "genes": ("{} molecular basis", "chromosome or DNA defect behind {}"),
    "inheritance": ("will my patient's children get {}", "{} autosomal or X-linked"),
    "causes": ("reason for {}", "what brings on {}"),
    "diagnosis": ("how would you confirm {}", "investigations {}"),
    "research": ("ongoing work on {}", "is anyone studying {}"),
    "outlook": ("what happens in the long run with {}", "life expectancy {}"),
    "risk": ("who should we watch for {}", "{} predisposition"),
    "prevention": ("keeping {} away", "can we protect against {}"),
    "stages": ("how far advanced can {} be", "{} grading"),
    "complications": ("what does {} lead to later", "sequelae of {}"),
}


def read_template(question: str) -> tuple[str, str] | None:
    """The kind and the topic of a question of MedQuAD; None where it follows no template."""
    bare = re.sub(r"[\s?]+$", "", question)
    for kind, pattern in ASKED:
        if found := re.fullmatch(pattern, bare):
            return kind, found[1].strip()
    return None


def rephrase(question: str, wordings: Mapping[str, tuple[str, ...]], chance: random.Random) -> str:
    """The question in one of the wordings, at times in lower case or with a question mark; a question that follows no
    template stays as it is."""
    read = read_template(question)
    if read is None:
        return question
    kind, topic = read
    asked = chance.choice(wordings[kind]).format(topic)
    asked = asked.lower() if chance.random() < 0.5 else asked[0].upper() + asked[1:]
    return asked + chance.choice(("", "?"))
