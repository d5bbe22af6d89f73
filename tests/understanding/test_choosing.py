"""Each calculator is asked for by its names and by what a message needs; what speaks about one, or gives its result, asks for none."""

from collections import Counter

import pytest

from assistant.assembly import Assistant, load_registry
from assistant.registry import Registry
from assistant.settings import Settings
from assistant.understanding.choosing.calculators import Choice, choose, find_not_held
from assistant.understanding.vocabulary import read_table
from assistant.understanding.words.patterns import read_phrase
from evals.reading import read_set

RUN = [
    ("TIA last night, 71, bp 152/88, speech only, 40 min, diabetic. early stroke risk score?", "abcd2"),
    ("abcd 2 for the lady in bay 3", "abcd2"),
    ("wbc 2.1 segs 40% bands 3%, absolute count?", "absolute_neutrophil_count"),
    ("Adjusted body weight, woman 120 kg, 1.63 m", "adjusted_body_weight"),
    ("albi grade, bili 28 alb 31", "albi"),
    ("Na 141 Cl 103 HCO3 13 albumin 18, gap corrected for the albumin please", "albumin_corrected_anion_gap"),
    ("albumin corrected delta ratio na 138 cl 99 bic 12 alb 25", "albumin_corrected_delta_ratio"),
    ("delta gap with the albumin correction, na 139 cl 98 hco3 13 alb 20", "albumin_corrected_delta_gap"),
    ("MABL: blood volume 5.2 L, hct 40, trigger 24", "allowable_blood_loss"),
    ("how much can she lose before we transfuse? ebv 4200, hct 38, floor 25", "allowable_blood_loss"),
    ("RIF pain 19M, how likely is appendicitis, wcc 14, temp 37.9, rebound", "alvarado"),
    ("A–a gradient on air, pao2 8.1 kPa paco2 4.0", "alveolar_arterial_gradient"),
    ("tobramycin 7 mg/kg, which interval for crcl 52", "aminoglycoside_interval"),
    ("na 140 cl 101 hco3 14 gap", "anion_gap"),
    ("APACHE-II for bed 9 pls", "apache_ii"),
    ("Apgars at one minute: hr 110, weak cry, some flexion, grimace, blue hands", "apgar"),
    ("83F 52kg cr 140 eliquis for AF - does she qualify for the reduced dose", "apixaban_dose_criteria"),
    ("AST to platelet ratio, ast 80 (uln 40), plt 110", "apri"),
    ("AUDIT-C: 4 times a week, 3 drinks, binge monthly", "audit_c"),
    ("bicarbonate short of how much? hco3 11, 70 kg", "bicarbonate_deficit"),
    ("BISAP 61M, bun 28, confused, effusion on cxr", "bisap"),
    ("Bishops score 3 cm, 60%, station -1, medium, mid", "bishop_score"),
    ("cx 1cm 30% effaced firm posterior, favourable for induction?", "bishop_score"),
    ("quetelet 92 kg 178 cm", "body_mass_index"),
    ("bmi? 54kg 1.71m", "body_mass_index"),
    ("BSA for chemo 82 kg 176 cm", "body_surface_area"),
    ("Haycock BSA, 14 kg 92 cm", "body_surface_area_haycock"),
    ("bsa by du bois 60kg 165", "body_surface_area_du_bois"),
    ("35% TBSA flame burn 70 kg 3 h ago, hartmanns rate?", "burn_fluids"),
    ("CAGE 2 of the 4 positive? cut down yes, annoyed yes, guilty no, eye opener no", "cage"),
    ("feels guilty, annoyed when told, needs an eye opener in the morning, tried to cut down", "cage"),
    ("caprinni for hemicolectomy 70M", "caprini"),
    ("carbo auc 5, gfr 88", "carboplatin_dose"),
    ("McIsaac: 9yo, temp 38.6, no cough, nodes, exudate", "centor_mcisaac"),
    ("chads-va 77 ht dm", "cha2ds2_va"),
    ("CHA2DS2VASc, 80F, HTN, stroke", "cha2ds2_vasc"),
    ("Charlson please: copd, ckd 4, dementia", "charlson"),
    ("Child-Pugh: bili 45 umol, alb 27, inr 1.8, mild ascites, no enceph", "child_pugh"),
    ("alcohol withdrawal, how severe? tremor moderate, sweats, anxious, no hallucinations", "ciwa_ar"),
    ("lmp 2 may 2026 - when was the conception", "conception_date"),
    ("Payne calcium 2.05 alb 22", "corrected_calcium"),
    ("conventional corrected calcium 8.1 albumin 2.4 g/dl", "corrected_calcium_conventional"),
    ("retic index, retics 4, hct 30", "corrected_reticulocyte_count"),
    ("RPI retics 8% hct 25", "reticulocyte_production_index"),
    ("retics 5 pcv 26, is the marrow responding", "reticulocyte_production_index"),
    ("Na 124 glucose 40, Katz factor", "corrected_sodium_katz"),
    ("sodium 126 sugar 38 corrected by hillier", "corrected_sodium_hillier"),
    ("CRB: 70, rr 34, 100/58, muddled", "crb_65"),
    ("curb sixty five: urea 8, rr 22, 120/70, 55, orientated", "curb_65"),
    ("fine class for bed 4, 80M, has all bloods", "psi"),
    ("cockroft gault 66F 58kg creat 98", "creatinine_clearance"),
    ("CrCl with the weight chosen by the bmi, 60M 130kg 172cm creat 110", "creatinine_clearance_by_bmi"),
    ("12h collection 700 ml, urine creat 5.1 mmol, plasma 140, crcl?", "creatinine_clearance_measured"),
    ("months backwards failed, amt4 3, drowsy, fluctuating since yesterday, delirium score", "delirium_4at"),
    ("Wrenn delta gap na 136 cl 95 hco3 12", "delta_gap_wrenn"),
    ("delta ratio 139/98/11", "delta_ratio"),
    ("digoxin level 4 ng/ml 70 kg, how many vials of digibind", "digoxin_fab_vials_by_level"),
    ("swallowed 30 digoxin tablets 250 mcg, vials of antidote?", "digoxin_fab_vials_by_ingestion"),
    ("digitalisation iv 65 kg", "digoxin_loading_dose"),
    ("c1v1=c2v2, stock 20%, want 500 ml of 5%", "dilution"),
    ("how much of the stock 10 mg/ml for 50 ml of 1 mg/ml", "dilution"),
    ("12 mg/kg, she weighs 48 kg, max 600 mg", "dose_by_weight"),
    ("500 ml over 4 h through a 20 drop giving set, drops a minute", "drop_rate"),
    ("gtt/min for 1 L over 10 h, factor 15", "drop_rate"),
    ("DASI: can do stairs, cannot run", "duke_activity_status_index"),
    ("tonicity na 150 gluc 30", "effective_osmolality"),
    ("Schwartz 4 yo 100 cm creatinine 45", "egfr_bedside_schwartz"),
    ("ckd-epi 58M creat 1.4 mg/dl", "egfr_ckd_epi"),
    ("eGFR please, 81F creat 120", "egfr_ckd_epi"),
    ("combined creatinine-cystatin GFR: cr 1.1, cys 1.3, 60F", "egfr_cr_cys"),
    ("cystatin c 1.4, man 66, very sarcopenic, egfr", "egfr_cys"),
    (
        "free water clearance without the electrolytes, urine 3 L una 40 uk 20 na 126",
        "electrolyte_free_water_clearance",
    ),
    ("two levels 14 and 6 mg/L, 8 h apart, half life?", "elimination_half_life"),
    ("a1c 7.4 as an average glucose", "estimated_average_glucose"),
    ("Nadler 70kg 172cm male", "estimated_blood_volume"),
    ("naegele, lmp 3 jan", "estimated_due_date"),
    ("LMP 1 aug 2026, when is the baby due", "estimated_due_date"),
    ("winter's formula bicarb 11", "expected_carbon_dioxide"),
    ("hco3 9, paco2 30 mmHg, is that adequately compensated", "expected_carbon_dioxide"),
    ("fever pain: fever yes, pus yes, 2 days", "fever_pain"),
    ("fib 4: 66, ast 51, alt 40, plt 190", "fib_4"),
    ("child 12 kg 7% dehydrated, deficit in ml", "fluid_deficit"),
    ("FeNa: una 12 na 136 ucr 90 cr 2.4", "fractional_excretion_of_sodium"),
    ("on furosemide so FEUrea pls", "fractional_excretion_of_urea"),
    ("na 162, 60 kg woman, how much water is she missing", "free_water_deficit"),
    ("rate of free water over 48h from 164 to 148, 70kg", "free_water_replacement_rate"),
    ("GAD-7 all answered several days", "gad_7"),
    ("how far along is she, lmp 20 june", "gestational_age"),
    ("Blatchfords? urea 11, hb 98, sbp 104, hr 104, melaena", "glasgow_blatchford"),
    ("eyes to pain, groans only, withdraws", "glasgow_coma_scale"),
    ("E3V4M6 - gcs", "glasgow_coma_scale"),
    ("GIR: 10% dextrose at 9 ml/h, 2.7 kg", "glucose_infusion_rate"),
    ("has-bled 84F on aspirin, sbp 175", "has_bled"),
    ("HEART: slightly suspicious, normal ecg, 49, smoker, trop neg", "heart_score"),
    ("UFH running at 1100 units/h, aptt 95, 80kg, up or down?", "heparin_infusion_adjustment"),
    ("Raschke 82 kg", "heparin_infusion_start"),
    ("plt halved day 7 of heparin, probability of HIT", "hit_4ts"),
    ("4Ts for bed 3", "hit_4ts"),
    ("holliday segar 22kg", "holliday_segar"),
    ("HOMA fasting glucose 6 insulin 18", "homa_ir"),
    ("ideal weight man 183cm", "ideal_body_weight"),
    ("200 mg in 250 ml, what is the concentration per ml", "infusion_concentration"),
    ("pump at 12 ml/h, 4 mg in 50 ml, 70 kg, what dose is running in mcg/kg/min", "infusion_dose"),
    ("250 ml at 40 ml/h, when does it finish", "infusion_duration"),
    ("5 mcg/kg/min, 400 mg in 250 ml, 80 kg, rate in ml/h", "infusion_rate"),
    ("Ganzoni 60 kg hb 7 target 13", "iron_deficit"),
    ("lung ca on chemo, VTE risk score, plt 380 hb 9 wcc 13 bmi 37", "khorana"),
    ("khorhana score, pancreatic", "khorana"),
    ("LDL by Friedewald tc 6 hdl 1.1 tg 1.5", "ldl_cholesterol_friedewald"),
    ("Sampson LDL tc 250 hdl 40 tg 420", "ldl_cholesterol_sampson"),
    ("janmahasathian F 110kg 160", "lean_body_weight"),
    ("fat free mass, man 95 kg 180 cm", "lean_body_weight"),
    ("alc hep day 7 of pred, is he responding? bili 210 from 260", "lille"),
    ("vd 0.5 l/kg, 70 kg, target 15 mg/l at once, loading dose", "loading_dose_from_volume"),
    ("Maddreys df pt 24 control 12 bili 10", "maddrey_discriminant_function"),
    ("clearance 5 L/h, keep it at 8 mg/L, q8h, F 1. what dose", "maintenance_dose_from_clearance"),
    ("421 rule 18 kg", "maintenance_fluids"),
    ("MDRD 60F creat 1.3", "mdrd_gfr"),
    ("mean arterial pressure 88/46", "mean_arterial_pressure"),
    ("map? 92/41", "mean_arterial_pressure"),
    ("MELD-Na bili 3 inr 1.6 cr 1.4 na 128", "meld_na"),
    ("newest MELD (3.0): M, bili 4, na 130, inr 2, cr 1.1, alb 28", "meld_3_0"),
    ("MME by the 2016 factors, oxycodone 20 bd", "morphine_equivalents_cdc_2016"),
    ("2022 CDC factors: tramadol 200 mg a day in MME", "morphine_milligram_equivalents"),
    ("malnutrition screening: bmi 18, lost 6%, eating", "must"),
    ("NEWS please rr 24 sats 93 on 2L bp 104/60 hr 112 temp 38.4 alert", "news2"),
    ("nihs for bed 2: left arm drift, facial droop", "nihss"),
    ("non-HDL: total 5.8 hdl 1.2", "non_hdl_cholesterol"),
    ("morphine 60 mg/day to oral hydromorphone, 25% less", "opioid_rotation"),
    ("orbit score 79 hb 10", "orbit"),
    ("measured osm 330, na 140 glucose 6 urea 5 - osmolar gap", "osmolal_gap"),
    ("CaO2 hb 8 sats 94 pao2 75", "oxygen_content"),
    ("oxygen tank 340 L at 4 l/min", "oxygen_cylinder_duration"),
    ("mean airway pressure 18, fio2 0.9, pao2 55, ox index = OI?", "oxygenation_index"),
    ("15 cigs a day for 22 years, pack years", "pack_years"),
    ("Padova score medical pt 82", "padua"),
    ("fluid bolus 10 ml/kg, 14 kg toddler", "paediatric_fluid_bolus"),
    ("transfuse a 9 kg baby, hb 6.2 to 10, how many ml red cells", "paediatric_transfusion_volume"),
    ("P/F: pao2 70 on 60%", "pao2_fio2_ratio"),
    ("PERC 28F hr 82 sats 99", "perc"),
    ("phenytoin 8 mg/L albumin 20 true level?", "phenytoin_corrected"),
    ("PHQ 9 answers all nearly every day", "phq_9"),
    ("10 year cardiovascular risk, AHA PREVENT, 55M", "prevent_risk"),
    ("quick sofa rr 24, confused, sbp 92", "qsofa"),
    ("bazet 400 / 88", "qtc_bazett"),
    ("QTc Framingham 400 72", "qtc_framingham"),
    ("fredericia 420 hr 110", "qtc_fridericia"),
    ("Hodges formula QT 380 hr 95", "qtc_hodges"),
    ("rautaharju 390, 100 bpm", "qtc_rautaharju"),
    ("Ransons on admission 60, wcc 18, glucose 14, ldh 500, ast 300, alcohol", "ranson_admission"),
    ("cardiac risk for a AAA repair, IHD, insulin, creat 190", "revised_cardiac_risk_index"),
    ("RCRI hip fracture", "revised_cardiac_risk_index"),
    ("Geneva 66M hr 102", "revised_geneva"),
    ("complete Rockall 70, hr 90, ulcer, clean base", "rockall"),
    ("clinical Rockall 82 hr 110", "rockall_pre_endoscopy"),
    ("serum osm na 140 glucose 8 urea 12", "serum_osmolality"),
    ("shock index hr 124 sbp 88", "shock_index"),
    ("PE on CT, can she go home - severity score, 60F sats 95", "simplified_pesi"),
    ("SIRS criteria temp 38.9 hr 104", "sirs"),
    ("what will 1 L of 3% saline do to his sodium of 116, how much will it raise, 70kg man", "sodium_change_per_litre"),
    ("adrogué-madias na 112", "sodium_change_per_litre"),
    ("Na deficit 116 to 124, 58 kg woman", "sodium_deficit"),
    ("SOFA day 3: plt 80, bili 40, gcs fine", "sofa"),
    ("css average: 500 mg bd, cl 6 l/h, F 0.8", "steady_state_concentration"),
    ("hydrocortisone 100 mg is how much prednisolone equivalent", "steroid_conversion"),
    ("snores, tired all day, neck 43, bmi 36, htn, 55M", "stop_bang"),
    ("what weight for a bmi of 25 at 1.70 m", "target_weight"),
    ("6 ml/kg PBW, man, 180 cm, vent settings", "tidal_volume"),
    ("predicted body weight female 158", "predicted_body_weight"),
    ("timi for nstemi 68 aspirin", "timi_nstemi"),
    ("TTKG urine k 30 serum k 5.8 uosm 500 posm 300", "transtubular_potassium_gradient"),
    ("uag: na 40 k 25 cl 50", "urine_anion_gap"),
    ("urine osmolar gap 500, na 40 k 30 urea 120 glu 0", "urine_osmolal_gap"),
    ("passed 120 ml in 6 h, 75 kg, ml/kg/h?", "urine_output"),
    ("vanc AUC from the peak and trough 32 and 14", "vancomycin_auc_from_levels"),
    ("vancomycin 2 g a day, crcl 60, expected auc", "vancomycin_auc_population"),
    ("need 75 mg, vial is 50 mg/ml, how many ml", "volume_for_dose"),
    ("swollen left calf, wells, cancer on chemo", "wells_deep_vein_thrombosis"),
    ("Wells PE 70M hr 120 haemoptysis", "wells_pulmonary_embolism"),
]
SEVERAL = [
    ("wells?", {"wells_deep_vein_thrombosis", "wells_pulmonary_embolism"}),
    ("MELD", {"meld_3_0", "meld_na", "meld_original"}),
    ("corrected QT, QT 380 hr 110", {"qtc_bazett", "qtc_fridericia"}),
    ("corrected calcium 2.05 albumin 24", {"corrected_calcium", "corrected_calcium_conventional"}),
    ("true calcium? ca 1.98 alb 21", {"corrected_calcium", "corrected_calcium_conventional"}),
    ("melaena overnight, risk score before the scope", {"glasgow_blatchford", "rockall_pre_endoscopy"}),
    ("sore throat score", {"centor_mcisaac", "fever_pain"}),
    ("chest pain, risk score?", {"heart_score", "timi_nstemi"}),
    ("AF, stroke risk?", {"cha2ds2_vasc", "cha2ds2_va"}),
    ("cirrhosis, how advanced", {"child_pugh", "meld_3_0"}),
    ("could it be a PE, pretest probability", {"wells_pulmonary_embolism", "revised_geneva"}),
    (
        "oxycodone 60 mg in oral morphine equivalents",
        {"morphine_milligram_equivalents", "morphine_equivalents_cdc_2016"},
    ),
    ("GCS e3v4m5 and NIHSS", {"glasgow_coma_scale", "nihss"}),
    ("CURB-65, and the PSI too", {"curb_65", "psi"}),
    ("anion gap then winters, na 140 cl 100 hco3 8", {"anion_gap", "expected_carbon_dioxide"}),
    ("IBW and adjusted body weight F 100kg 160cm", {"ideal_body_weight", "adjusted_body_weight"}),
]
NONE = [
    "why is the qSOFA disliked",
    "is the Alvarado validated in pregnancy",
    "what are the cut-offs of the 4AT",
    "CURB-65 of 3, which antibiotic",
    "CHA2DS2-VASc 4, start apixaban?",
    "HAS-BLED 4 stop anticoagulation?",
    "MELD 30 terlipressin",
    "Child-Pugh C, paracetamol dose",
    "gcs 8 intubate?",
    "GCS 6/15 head injury mannitol",
    "qtc 520 what now",
    "egfr 25 apixaban",
    "crcl 28 enoxaparin",
    "bmi 40 enoxaparin",
    "map target septic shock",
    "anion gap 28 in DKA, insulin dose",
    "k 6.7",
    "corrected calcium 3.1 treat",
    "CIWA 20 chlordiazepoxide",
    "wells score 5 what next",
    "PF ratio 90 what next",
    "NEWS 9",
    "Waterlow 18, which mattress",
    "ECOG 2, fit for chemo?",
    "ASA grade 3 anaesthesia",
    "SCORE2 for a 55 year old smoker, sbp 150, cholesterol 6",
    "Ottawa ankle rules",
    "MMSE 22/30",
    "EuroSCORE II for valve surgery, cardiac risk",
    "RASS -3 what to do with propofol",
    "Morse fall scale",
    "how fast can I correct a sodium of 112",
    "bleeding on apixaban",
    "pneumonia severe antibiotics",
    "acute severe asthma magnesium dose",
    "opioid overdose naloxone dose",
    "burn 30% analgesia",
    "iron infusion in pregnancy",
    "lactate 5 septic fluid bolus",
    "osmolality 330 in HHS",
    "urine sodium 80 hyponatraemia",
    "does she need heart failure treatment",
    "he must have 2 units of blood",
    "any news on the CT?",
    "stroke 3 hours NIHSS 12 alteplase 70 kg",
    "fluid restriction in the winter months",
]


@pytest.fixture(scope="module")
def registry() -> Registry:
    """The calculators and regimens that are held."""
    return load_registry(Settings(_env_file=None))


@pytest.mark.parametrize(("message", "name"), RUN)
def test_a_message_asks_for_one_calculator(registry: Registry, message: str, name: str) -> None:
    choice = choose(message, registry)
    assert (choice.run, choice.offered) == ((name,), ())


@pytest.mark.parametrize(("message", "names"), SEVERAL)
def test_what_fits_alike_is_run_side_by_side_or_offered(registry: Registry, message: str, names: set[str]) -> None:
    choice = choose(message, registry)
    assert {*choice.run, *choice.offered} == names


@pytest.mark.parametrize("message", NONE)
def test_what_speaks_of_a_calculator_or_gives_its_result_asks_for_none(registry: Registry, message: str) -> None:
    choice = choose(message, registry)
    assert not choice.run and not choice.offered


def test_two_that_fit_are_offered_and_a_word_tells_one(registry: Registry) -> None:
    offered = choose("wells?", registry).offered
    assert choose("the leg one", registry, before=offered).run == ("wells_deep_vein_thrombosis",)
    assert choose("the leg one", registry) == Choice()


def test_every_calculator_can_be_asked_for(registry: Registry) -> None:
    calculators = {entry.name for entry in registry.all() if entry.kind == "calculator"}
    table = read_table("calculators")
    assert table["calculators"].keys() <= calculators
    grouped = {name for group in table["groups"] for name in group["of"]}
    asked = {
        name
        for name, said in table["calculators"].items()
        if said.get("names") or said.get("needs") or said.get("weak")
    }
    assert calculators <= asked | grouped
    assert grouped <= calculators


def test_a_name_belongs_to_one_calculator_or_group() -> None:
    table = read_table("calculators")
    said = [*table["calculators"].values(), *table["groups"]]
    names = Counter(
        phrase
        for one in said
        for phrase in {read_phrase(str(n)) for key in ("names", "says", "weak") for n in one.get(key, ())}
    )
    assert [phrase.parts for phrase, times in names.items() if times > 1] == []


def test_a_calculator_is_asked_for_by_its_title(registry: Registry) -> None:
    """An offer is taken up by its title."""
    for entry in registry.all():
        if entry.kind == "calculator":
            assert entry.name in choose(entry.title, registry).run, entry.title


def test_what_cannot_be_used_still_names_its_calculator(assistant: Assistant) -> None:
    answer = assistant.ask("Bazett 410 @ 96")
    assert {item.for_ for item in answer.missing_inputs} == {"qtc_bazett"}


@pytest.mark.parametrize(
    ("message", "name"),
    [
        ("want the Padua: 79, bedbound four days, resp failure, BMI 24, none of the rest", "padua"),
        ("nursing home resident with CCF and pneumonia, PORT score please", "psi"),
        ("CHA2DS2-VASc before we start apixaban, 76M, htn", "cha2ds2_vasc"),
    ],
)
def test_unknown_words_and_drugs_beside_a_name_do_not_hide_it(assistant: Assistant, message: str, name: str) -> None:
    answer = assistant.ask(message)
    assert name in {item.for_ for item in answer.missing_inputs} | {c.calculator for c in answer.calculations}


def test_an_offer_names_each_and_its_title_takes_it_up(assistant: Assistant) -> None:
    first = assistant.ask("Wells score please, active cancer")
    assert {offer.name for offer in first.offered} == {"wells_deep_vein_thrombosis", "wells_pulmonary_embolism"}
    taken = assistant.ask(first.offered[0].title, first.conversation_id)
    assert {item.for_ for item in taken.missing_inputs} == {first.offered[0].name}


def test_two_that_are_named_both_ask_where_an_input_of_one_cannot_be_used(assistant: Assistant) -> None:
    answer = assistant.ask("anion gap and winters: Na 1400 mmol/L Cl 100 HCO3 10 mmol/L")
    named = {item.for_ for item in answer.missing_inputs} | {c.calculator for c in answer.calculations}
    assert named == {"anion_gap", "expected_carbon_dioxide"}


WAYS = read_set("choice", "tune")


def test_each_way_of_asking_of_the_labelled_sets_chooses_its_calculator(registry: Registry) -> None:
    """Those of which a table of names and needs can tell; the sets are scored whole by `python -m evals.reading choice`."""
    held = frozenset(entry.name for entry in registry.all() if entry.kind == "calculator")
    wrong = []
    for item in WAYS:
        choice, wants = choose(item["ask"], registry), set(item["wants"])
        run, offered = set(choice.run) & held, set(choice.offered) & held
        if item.get("ambiguous"):
            right = wants <= run | offered
        else:
            right = wants == run or (not item.get("all") and not item.get("none") and not run and wants == offered)
        wrong += [] if right else [(item["id"], item["ask"], sorted(run), sorted(offered))]
    assert len(WAYS) > 1000 and len(wrong) <= 0.01 * len(WAYS), wrong


@pytest.mark.parametrize(
    ("text", "score"),
    [
        ("GRACE score 72M nstemi hr 100", "GRACE score"),
        ("APACHE IV please", "APACHE IV"),
        ("what is his Oakland?", "Oakland"),
        ("NYHA III heart failure", None),
        ("his Rockwood is 6, dose of digoxin", None),
        ("is the Waterlow any good?", None),
        ("Wells score pls", None),
    ],
)
def test_a_score_that_is_not_held_is_found_where_it_is_asked_for(
    text: str, score: str | None, registry: Registry
) -> None:
    assert find_not_held(text, registry) == score


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("corected anion gap na 138 cl 99 hco3 12 alb 22", "albumin_corrected_anion_gap"),
        ("H.E.A.R.T score for CP in ED", "heart_score"),
        ("ideal body wt male 5'10", "ideal_body_weight"),
        ("ΔAG/ΔHCO3 na 139 cl 96 hco3 12", "delta_ratio"),
    ],
)
def test_short_misspelt_and_lettered_names_are_read(text: str, name: str, registry: Registry) -> None:
    assert choose(text, registry).run == (name,)
