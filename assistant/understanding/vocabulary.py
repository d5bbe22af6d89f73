"""The words by which clinicians name facts, people and intents: a table, not code. All are regular expressions, case ignored."""

FACT_LABELS: dict[str, str] = {
    "respiratory_rate": r"resp(?:iratory|iration)? rate|resps?|rr",
    "temperature": r"temp(?:erature)?",
    "oxygen_saturation": r"oxygen saturations?|o2 sats?|spo2|spo₂|sao2|sao₂|sats?",
    "pao2": r"pao2|pao₂|po2|po₂",
    "paco2": r"pa?co2|pa?co₂",
    "fio2": r"fio2|fio₂|inspired oxygen",
    "arterial_ph": r"(?:arterial )?ph",
    "glasgow_coma_scale": r"gcs|glasgow coma (?:scale|score)",
    "inr": r"inr",
    "aptt": r"aptt|ptt",
    "urea_nitrogen": r"(?:blood |serum )?urea(?: nitrogen)?|bun",
    "bilirubin": r"(?:total |serum )?bili(?:rubin)?",
    "ast": r"ast|sgot|aspartate (?:amino)?transaminase|aspartate aminotransferase",
    "alt": r"alt|sgpt|alanine (?:amino)?transaminase|alanine aminotransferase",
    "platelets": r"platelets?(?: count)?|plts?",
    "haemoglobin": r"ha?emoglobin|hb|hgb",
    "haematocrit": r"ha?ematocrit|hct",
    "white_cells": r"white (?:blood )?cells?(?: count)?|white count|wbc|wcc",
    "lactate": r"lactate",
    "ciwa": r"ciwa(?:-?ar)?(?: score)?",
    "level": r"(?:serum )?dig(?:oxin|ifab)?(?: dose)? (?:level|conc(?:entration)?)",
    "phenytoin": r"(?:total )?phenytoin(?: level)?",
    "measured_osmolality": r"measured osmolality",
    "urine_potassium": r"urin(?:e|ary) (?:potassium|k\+?)",
    "urine_chloride": r"urin(?:e|ary) (?:chloride|cl-?)|ucl",
    "urine_osmolality": r"urin(?:e|ary) osm(?:olality)?|uosm",
    "body_mass_index": r"bmi|body mass index",
    "urine_sodium": r"urin(?:e|ary) (?:sodium|na\+?)|una",
    "urine_creatinine": r"urin(?:e|ary) (?:creatinine|creat|cr)|ucr",
    "total_cholesterol": r"total cholesterol|cholesterol|tc",
    "hdl_cholesterol": r"hdl(?:[ -]c(?:holesterol)?)?",
    "triglycerides": r"triglycerides?|tgs?",
    "qt": r"qt(?: interval)?",
    "heart_rate": r"heart rate|hr|pulse(?: rate)?",
    "creatinine": r"(?:serum |plasma )?creatinine(?! clearance)|creat|s?\.?cr(?!cl)|scr",
    "crcl": r"creatinine clearance|cr\.?cl|crcl|clcr|cockcroft(?:[ –-]gault)?",
    "egfr": r"e?gfr",
    "sodium": r"(?:serum |plasma )?sodium|na\+?",
    "potassium": r"(?:serum |plasma )?pott?as+ium|k\+?",
    "chloride": r"(?:serum )?chloride|cl-?",
    "bicarbonate": r"bicarbonate|bicarb|hco₃-?|hco3-?|total co2|tco2",
    "albumin": r"(?:serum )?albumin|alb",
    "calcium": r"(?:serum |total |plasma |adj(?:usted)?\.? )*calcium|adj(?:usted)?\.? ca|ca(?:2\+|²⁺|\+\+)?",
    "magnesium": r"(?:serum |plasma )?magnesium(?: level)?|mag|(?-i:Mg)(?:2\+|²⁺)?",
    "phosphate": r"(?:serum )?phosphate|po4|po₄|phosphorus|phos",
    "glucose": r"(?:blood |plasma |capillary )?glucose|cbg|bm",
    "ketones": r"(?:blood )?ketones?|beta-hydroxybutyrate",
    "weight": r"(?:actual |current |body ?)*weigh(?:s|t|ing)|wt|bw",
    "height": r"height|ht",
    "age": r"age[d]?",
    "systolic": r"systolic(?: (?:blood )?pressure)?|sbp",
    "diastolic": r"diastolic(?: (?:blood )?pressure)?|dbp",
    "drop_factor": r"drop factor",
    "dose_rate": r"dose rate|dose of infusion",
    "rate": r"rate|infusion rate|pump(?: rate)?(?: at)?",
    "concentration": r"concentration|strength|conc",
}
"""Labels before (or after) a number, by the name of the fact, which is also the name of the input it fills."""

UNIT_FACTS: tuple[tuple[str, str], ...] = (
    ("age", r"years|months|weeks|days"),
    ("weight", r"kg|lb|st"),
    ("height", r"m|cm|in|ft"),
    ("dose_rate", r"(?:micrograms|nanograms|mg|g|units|milliunits|mmol|mEq)(?:/kg)?/(?:min|h)"),
    ("rate", r"mL/h"),
    ("drop_factor", r"drops/mL"),
    ("heart_rate", r"bpm|beats/min"),
    ("respiratory_rate", r"breaths/min"),
    ("concentration", r"(?:micrograms|mg|g|units|mmol|mEq)/mL"),
)
"""What a number is when only its unit, as the house prints it, tells."""

SEX: dict[str, str] = {
    "female": r"woman|women|female|girl|lady|she|her|♀",
    "male": r"man|men|male|boy|gentleman|he|his|him|♂",
}
POPULATION: dict[str, str] = {
    "pregnancy": r"pregnan\w*|gravid|(?:pre-?)?eclamp(?:sia|tic)|in labour|trimester|antenatal",
    "child": r"child(?:ren)?(?![\s-]?(?:pugh|turcotte))|pa?eds|paediatric\w*|pediatric\w*|infants?|babys?|babies|neonat\w*|newborn|toddlers?|boys?|girls?|kids?|teenagers?|adolescents?",
    "adult": r"adults?|woman|women|man|men|elderly|lady|gentleman|grown-?ups?",
}
CHOICES: dict[str, dict[str, str]] = {
    "access": {
        "central": r"central(?:ly)?(?: venous)?(?: line| access| catheter)?|cvc|picc",
        "peripheral": r"peripheral(?:ly)?|venflon|(?:periph\w*) (?:line|cannula|vein)",
    },
    "ecg_change_or_paralysis": {"present": r"ecg changes?|paralysis|paralysed|paralyzed|u waves?"},
    "symptoms": {
        "absent": r"a-?symptomatic|(?:without|no|nil) (?:any )?(?:symptoms?|sx)|symptom-?(?:free|less)|not symptomatic|(?:completely|perfectly|feels?|feeling|totally) (?:well|fine)",
        "present": r"(?<!not )symptomatic|with (?:severe )?symptoms|severe symptoms",
    },
    "kidneys": {
        "normal": r"(?:normal|good) (?:kidneys?|renal function|kidney function|e?gfr|creatinine)|(?:kidneys?|renal function|kidney function|e?gfr|creatinine|u\+?es?|u&es?) (?:(?:are|is|all) )*(?:normal|fine|ok|good)",
        "impaired": r"(?:renal|kidney) (?:impairment|failure|insufficiency|disease)|(?:impaired|bad|failing) kidneys?|ckd|aki|esrf|eskd|anuri[ac]",
    },
}
"""Choice inputs that a person says in words, and the states of which statements speak."""
STATES: dict[str, dict[str, str]] = {
    "symptoms": {
        "absent": r"without symptoms|(?<!until )asymptomatic|(?:mild|no) symptoms",
        "present": r"(?:with|severe) symptoms|symptomatic|encephalopathy|tetany|seizures?",
    },
    "kidneys": {
        "normal": r"normal (?:kidneys|renal function|kidney function)|kidneys are adequate",
        "impaired": r"(?<!caution in )(?:(?:severe )?renal (?:impairment|insufficiency|failure)|impaired kidneys|(?:low|lowest|reduced) kidney function)|(?:eGFR|creatinine clearance) (?:<|\d+ to|less than|under|below)[^;.]*",
    },
}
"""How statements name a state that was said of a patient, by the name of the fact."""
KIDNEYS = (60, 90)
"""Below and from which eGFR, in mL/min/1.73 m², a patient is looked up as one with impaired or with normal kidneys, between them
as neither. They only order what is quoted; nobody is told them."""

NAMED_CHOICES = frozenset({"opioid", "steroid", "infusate", "patient"})
"""Choice inputs whose options name drugs, fluids and kinds of patient: where one stands in a question, it means nothing else."""

INTENTS: dict[str, str] = {
    "monitoring": r"monitor\w*|observ\w*|re-?check\w*|how often|recheck\w*|re-?measure\w*|watch\w*|follow-?up|when (?:do|should) (?:i|we) (?:check|repeat|measure)|surveillance|target",
    "special_groups": r"renal|kidneys?|ckd|aki|dialysis|egfr|pregnan\w*|breast-?feed\w*|lactat\w+|hepatic|liver|elderly|older|frail|parenteral nutrition|tpn|short bowel|refeeding|neonat\w*|heart failure",
    "cautions": r"contra-?indicat\w*|avoid\w*|side[- ]effects?|adverse|toxic\w*|cautions?|dangers?|risks?|interact\w*|safe(?:ty|ly)?|overdose|antidote|hazards?|warn\w*|stop|too fast|over-?correct\w*",
    "causes": r"causes? of|as (?:a|the) cause|what(?:'s| is| has|'ve)? caus\w+|(?:can|could|does|do|did|may|might|would)\b[^.;?]{0,40}\bcause|cause\W*$|causing (?:it|this|that)\b|(?:due|secondary) to (?:the )?[\w-]+\W*\?|aetiolog\w*|etiolog\w*|culprits?|to blame",
    "checks": r"(?:any|a) (?:point|use|value|sense) (?:in )?(?:also )?(?:check|measur|test|send)\w*|worth (?:also )?(?:check|measur|test|send)\w*|(?:should|shall|do|must|can) (?:i|we) (?:also |need to |have to )*(?:check|measur|send|test)\w*|need (?:to )?(?:check|measure|send|test)(?:ed|ing)?",
    "differs": r"disagree\w*|differ\w*|controvers\w*|versus|vs|compar\w+|uk or us|guidelines? say|which guideline",
    "pearls": r"why|nnt|needed to treat|mechanism|evidence|better|superior|prefer\w*|isomers?|stereoisomers?|bioavailab\w*|absor\w+|pathophysiolog\w*|trials?|stud(?:y|ies)",
    "approach": r"when|thresholds?|sever\w+|mild|moderate|criteria|diagnos\w*|classif\w*|emergency|first|initial|approach|manag\w*|treat\w*|correct(?:ed|ing|ion)?|symptom\w*",
    "dose": r"dos(?:e|es|age|ages|ing)|how much|giv(?:e|en|ing)|administ\w*|regimens?|prescri\w+|replac\w*|start\w*|infus\w*|bolus|how fast|how quickly|rate|load(?:ing)?|maintenance|orally|intravenous\w*|iv|im|by mouth|oral|dilut\w*|route",
}
"""What is asked for, most specific first; the name is a role of the answer, or `dose`."""

ASKS_WHETHER = r"^\W*(?:is|are|can|could|may|should|shall|do|does|did|was|were|why|when|who|which|at (?:which|what)|what (?:happens|counts|comes|is (?:done|given))|how (?:is|are|long))\b"
"""How a question begins that asks whether, when, which or how a thing is done, and no dose unless it says so."""
ASKS_DOSE = r"\b(?:dos(?:e|es|age|ages|ing)|how (?:much|many|fast)|rates?|regimens?|mg|units)\b"

ONE_SIDE = ("monitoring", "special_groups", "cautions", "pearls", "differs", "causes", "checks")
"""Intents that ask for one side of a topic, not for the whole of it."""
NO_DOSE = ("causes", "checks")
"""Intents that no dose answers, whoever stands behind the question."""

FOLLOW_UP = r"^\s*(?:and|but|what about|how about|what if|also|or|then|so|does|do|is|will|in|with|for|if|why|when|how often|how long|how fast|same|any (?:point|use|value|sense)|(?:is it |not )?worth|(?:should|shall|must) (?:i|we) (?:also )?(?:check|measure|send|test))\b"
POINTING = r"\b(?:it|its|that|this|those|these|they|them|the same|the dose|the drug|the infusion|the level)\b"
CHANGE = r"\btoo (?:fast|quick\w*|rapid\w*|much|slow\w*)|over-?correct\w*|\b(?:risen|fallen|rose|fell|dropped|jumped|gone (?:up|down)|went (?:up|down))\b"
"""Words of a level that has changed."""
NEW_PATIENT = r"\b(?:different|new|another|next) (?:patient|pt|one|case|person|child|man|woman|lady|gentleman)\b"
WITHDRAW = r"\b(?:ignore|forget|disregard|drop|remove|scrap)\s+(?:the|his|her|their|that|my)?\s*(\w+)"

GENERAL = r"comes?|complete|sources?|loss|lost|losing|absent|depend\w*|peripheral\w*|central(?:ly)?|lines?|cannulas?|point|check\w*|measur\w*|worth|chang\w*|differ\w*|push|typo|actually|correction|wrong|mistake|mistyped|meant|post|first|next|units?|fast\w*|quick\w*|slow\w*|speed|limits?|old|aged?|years?|months?|weeks?|weigh\w*|tall|kg|now|today|dos\w+|rates?|levels?|treat\w*|manag\w*|monitor\w*|infus\w*|bolus|injections?|inject\w*|tablets?|maximum|minimum|frequen\w*|severe|mild|moderate|acute|adults?|child(?:ren)?|intravenous|oral|risks?|cautions?|emergency|guidelines?|labels?|drugs?|medicines?|conditions?"
"""Words of the trade that name no subject: a question of nothing else asks for none."""

ROUTES = {
    "intravenous": r"iv|intravenous\w*|infus\w*|drip|bolus|peripheral\w*|central\w*",
    "oral": r"oral\w*|by mouth|po|tablets?|sachets?|capsules?",
    "intramuscular": r"im|intramuscular\w*",
}
"""The words by which a route is named, in a question as in a passage."""

MANNERS = {
    "bolus": r"bolus\w*|push|undiluted|neat",
    "infusion": r"infus\w*|drip|pump",
    "line": r"peripheral\w*|central(?:ly)?|lines?|cannulas?|venflon|cvc|picc",
}
"""The words by which a manner of giving is named, in a question as in a passage."""

MEASURED = r"measure[sd]?|check(?:s|ed)?|monitored"
"""The words by which statements say that something is measured."""

UNIT_LEAD = r"^\s*(?:sorry|no|yes|it(?:'s| is| was)|that(?:'s| is| was)|i meant?|meant|in|,|\s)+\s"
"""What may stand before a unit that answers "which did you mean?"."""

DISORDERS: dict[str, tuple[float, str, float, str, float]] = {
    "potassium": (3.5, "hypokalaemia", 5.5, "hyperkalaemia", 0),
    "sodium": (133, "hyponatraemia", 148, "hypernatraemia", 0),
    "calcium": (2.15, "hypocalcaemia", 2.65, "hypercalcaemia", 4.008),
    "magnesium": (0.7, "hypomagnesaemia", 1.2, "hypermagnesaemia", 2.43),
    "phosphate": (0.75, "hypophosphataemia", 1.6, "hyperphosphataemia", 3.097),
}
"""Below and above which level, in mmol/L, a question is looked up under which name, and mg/dL in one mmol/L. They only choose
what is looked up, wide of the usual reference ranges; nobody is told them."""

LOWS = {"glucose": (4.0, "hypoglycaemia", 18.016)}
"""Below which level, in mmol/L, a question is about which disorder, and mg/dL in one mmol/L, where a high level names none."""

AIM = r"\b(?:aim(?:ing|ed)? (?:for|at)|target(?:ing|ed)?|goal|normal(?: range| value)?s?|reference (?:range|interval)|upper limit|lower limit)\b"
"""Words of a question for the value that is wanted or usual, which no calculation of one patient gives."""

CHECKING = r"(?:re-?)?(?:check|measur|test|send)\w*\s+(?:(?:an?|the|his|her|their|serum|plasma)\s+)*"
"""Words before the name of what is to be measured."""
OUT_OF_RANGE = r"(?:high|raised|elevated|low|rising|falling)"
"""Words before the name of what is measured that make it a level."""

OTHER_THING = r"(?:binders?|phosphates?|resin|sparing)\b"
"""Words after the name of what is measured that make it another thing: a potassium binder is no potassium."""

HARM = (
    r"\b(?:kill|murder|stop (?:some\w*|his|her|their|my|a (?:person|patient)\W?s?) heart(?! rate)|poison(?:ing)?\s+(?:some|him|her|them|my|me)|lethal dose|fatal dose|end (?:my|his|her) life|suicide|"
    r"(?:so|that) (?:it|nobody|no one) (?:does\s?n.?t|do not|can.?t|won.?t)\s+(?:show|be (?:found|detected)|find)|undetect\w+|without (?:being )?(?:caught|detected))\b"
)
"""Words of someone who means harm: nothing is looked up for them."""

OF_PEOPLE = r"(?:chronic )?(?:renal|kidney) (?:impairment|failure|disease)|ckd|cirrhosis|liver (?:failure|disease)|parenteral nutrition|total parenteral nutrition|tpn|heart failure|pregnan\w*"
"""Topics that say of whom something else is asked, wherever a drug, a disease or an earlier question is there to be asked about."""
DENIED_PEOPLE = r"\b(?:no|not|nor|without|denies)\s+((?:(?:known|any|severe)\s+)?(?:renal|kidney|liver|hepatic|heart|frail\w*|elderly|old|pregnan\w*|breast-?feed\w*)(?:\s+(?:disease|impairment|failure|problems?))?)"
"""What is said not to be so of the patient: nothing is asked about it."""
ADULT_FROM_YEARS = 18
LOW_PRESSURE, HIGH_PRESSURE, HIGH_IN_PREGNANCY = 90, (180, 110), (160, 110)
"""Systolic, and systolic and diastolic pressures in mmHg, from which an adult is looked up as one with hypotension or severe hypertension.
They only order what is quoted; nobody is told them."""
MODIFIERS = r"malnutrition|alcohol.*|refeeding.*|parenteral nutrition|renal.*|kidney.*|pregnan.*|liver.*|heart.*|diuretic.*|ceftriaxone"
"""Topics that only qualify another one when they come after it: "and if she is malnourished?"."""
