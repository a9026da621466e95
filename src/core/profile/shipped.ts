import alpaca from './shipped/alpaca.json';
import arithmetic from './shipped/arithmetic.json';
import asdiv from './shipped/asdiv.json';
import champConcept from './shipped/champ-concept.json';
import champDialogue from './shipped/champ-dialogue.json';
import champHint from './shipped/champ-hint.json';
import champProblem from './shipped/champ-problem.json';
import champSolution from './shipped/champ-solution.json';
import chat from './shipped/chat.json';
import chatCompletion from './shipped/chat-completion.json';
import composed from './shipped/composed.json';
import conceptMemory from './shipped/concept-memory.json';
import deepmath from './shipped/deepmath.json';
import distilled from './shipped/distilled.json';
import dynamath from './shipped/dynamath.json';
import dynamathResults from './shipped/dynamath-results.json';
import eedi from './shipped/eedi.json';
import eGsm from './shipped/e-gsm.json';
import equationPredictions from './shipped/equation-predictions.json';
import generic from './shipped/generic.json';
import gsm8k from './shipped/gsm8k.json';
import gsm8kModelSolutions from './shipped/gsm8k-model-solutions.json';
import gsmHard from './shipped/gsm-hard.json';
import gsmIc from './shipped/gsm-ic.json';
import gsmRanges from './shipped/gsm-ranges.json';
import gsmSymbolic from './shipped/gsm-symbolic.json';
import helm from './shipped/helm.json';
import jiuzhang from './shipped/jiuzhang.json';
import judgedTurns from './shipped/judged-turns.json';
import lessonPlan from './shipped/lesson-plan.json';
import lmEval from './shipped/lm-eval.json';
import m3kang from './shipped/m3kang.json';
import math from './shipped/math.json';
import mathBeyond from './shipped/math-beyond.json';
import mathcanvas from './shipped/mathcanvas.json';
import mathforge from './shipped/mathforge.json';
import mathnet from './shipped/mathnet.json';
import mathq from './shipped/mathq.json';
import mathqa from './shipped/mathqa.json';
import mathqaPython from './shipped/mathqa-python.json';
import mathreal from './shipped/mathreal.json';
import mathShepherd from './shipped/math-shepherd.json';
import mawps from './shipped/mawps.json';
import misconception from './shipped/misconception.json';
import misconceptionPredictions from './shipped/misconception-predictions.json';
import mrGsm8k from './shipped/mr-gsm8k.json';
import numberCookbook from './shipped/number-cookbook.json';
import numinamath from './shipped/numinamath.json';
import numinamathTir from './shipped/numinamath-tir.json';
import olympiadbench from './shipped/olympiadbench.json';
import omniMath from './shipped/omni-math.json';
import openmath from './shipped/openmath.json';
import openR1 from './shipped/open-r1.json';
import paramawps from './shipped/paramawps.json';
import perStep from './shipped/per-step.json';
import preference from './shipped/preference.json';
import prm800k from './shipped/prm800k.json';
import prmScored from './shipped/prm-scored.json';
import prmbench from './shipped/prmbench.json';
import processbench from './shipped/processbench.json';
import promptCompletion from './shipped/prompt-completion.json';
import proofChoice from './shipped/proof-choice.json';
import proverVerifier from './shipped/prover-verifier.json';
import queryResponse from './shipped/query-response.json';
import remediationCase from './shipped/remediation-case.json';
import remediationExample from './shipped/remediation-example.json';
import rewardedRollouts from './shipped/rewarded-rollouts.json';
import sampledPrograms from './shipped/sampled-programs.json';
import sampledResponses from './shipped/sampled-responses.json';
import scratchmath from './shipped/scratchmath.json';
import sidecarLogprobs from './shipped/sidecar-logprobs.json';
import skillTree from './shipped/skill-tree.json';
import staged from './shipped/staged.json';
import stepAdvantages from './shipped/step-advantages.json';
import stepwiseLabels from './shipped/stepwise-labels.json';
import strategyLog from './shipped/strategy-log.json';
import studentExplanation from './shipped/student-explanation.json';
import svamp from './shipped/svamp.json';
import teacherRationales from './shipped/teacher-rationales.json';
import thoughtTemplate from './shipped/thought-template.json';
import turnsWithAnswer from './shipped/turns-with-answer.json';
import verl from './shipped/verl.json';
import wantedOrNot from './shipped/wanted-or-not.json';
import weMath from './shipped/we-math.json';
import weMath2 from './shipped/we-math-2.json';
import weMathKnowledge from './shipped/we-math-knowledge.json';
import { profileSchema } from './profile';
import type { Profile } from './profile';

/** What a row is taken for when no other profile fits. */
export const genericProfile: Profile = profileSchema.parse(generic);

/** The profiles that ship with Scholium. To add one: a JSON file in `shipped/` and a line here. */
export const shippedProfiles: Profile[] = [
  ...[
    alpaca,
    arithmetic,
    asdiv,
    champConcept,
    champDialogue,
    champHint,
    champProblem,
    champSolution,
    chat,
    chatCompletion,
    composed,
    conceptMemory,
    deepmath,
    distilled,
    dynamath,
    dynamathResults,
    eedi,
    eGsm,
    equationPredictions,
    gsm8k,
    gsm8kModelSolutions,
    gsmHard,
    gsmIc,
    gsmRanges,
    gsmSymbolic,
    helm,
    jiuzhang,
    judgedTurns,
    lessonPlan,
    lmEval,
    m3kang,
    math,
    mathBeyond,
    mathcanvas,
    mathforge,
    mathnet,
    mathq,
    mathqa,
    mathqaPython,
    mathreal,
    mathShepherd,
    mawps,
    misconception,
    misconceptionPredictions,
    mrGsm8k,
    numberCookbook,
    numinamath,
    numinamathTir,
    olympiadbench,
    omniMath,
    openmath,
    openR1,
    paramawps,
    perStep,
    preference,
    prm800k,
    prmScored,
    prmbench,
    processbench,
    promptCompletion,
    proofChoice,
    proverVerifier,
    queryResponse,
    remediationCase,
    remediationExample,
    rewardedRollouts,
    sampledPrograms,
    sampledResponses,
    scratchmath,
    sidecarLogprobs,
    skillTree,
    staged,
    stepAdvantages,
    stepwiseLabels,
    strategyLog,
    studentExplanation,
    svamp,
    teacherRationales,
    thoughtTemplate,
    turnsWithAnswer,
    verl,
    wantedOrNot,
    weMath,
    weMath2,
    weMathKnowledge,
  ].map((data) => profileSchema.parse(data)),
  genericProfile,
];
