import { namesInLanguages } from './names-in-languages';

/** Names that datasets give to the fields of a role, in small words, the surest first. */
export const fieldNames = {
  problem: [
    ...list(`
    problem, question, problem text, question text, problem statement, math problem, maths problem, word
    problem, perturbed problem, perturbed question, trap problem, trap question, modified problem, modified question, augmented
    question, new problem, original question, original problem, original text, problem markdown,
    question content, problem content, question body, problem en, question en, query, exercise, task,
    puzzle, statement, stem, prompt, user prompt, user input, instruction, input, input text, user, q,
    new question, raw text, text, content, body, rewritten, rewritten question, rewritten problem,
    theorem statement, informal statement, informal stmt, informal prefix, refined statement, informal
    theorem, natural language, message 1, nl statement, natural language statement, example, full
    prompt, goal, orig, question cn, question zh, problem zh, main question, inputs, informal, english,
    en, expression, m query`),
    ...namesInLanguages.problem,
  ],
  /** What is to be shown: a problem where nothing else is, and where it has a proof. */
  theorem: list(`nl theorem, theorem, theorem text, lemma, proposition, claim, conjecture, contents`),
  /** What comes before the question itself. */
  lead: list(`body, context, passage, background, premise, scenario, story, table`),
  answer: [
    ...list(`
    final answer, answer final, perturbed answer, modified answer, new answer, answer number, expected answer, expected
    output, gts, gt ans,
    ground truth answer, ground truth, groundtruth, gold answer, reference answer, golden answer, golden
    answers, golden, gold, gt answer, gt, ref ans, ref answer, answer, gold standard solution, output
    answer, correct answer, correct answers, correct options, correct choices, ans, answer key, numeric answer,
    numerical answer, final ans, short answer, answer en, answer value, correct option, correct choice,
    correct, target, label, result, solution, answers, final answers, extracted answer, exact answer,
    expected, output, value, a, spans, final, reference, ideal, targets, references, informal answer, informal
    solution, correct answer num, correct answer number, real answer, problem answer, acceptable answers, key, response`),
    ...namesInLanguages.answer,
  ],
  /** The dataset's own solution. */
  solution: [
    ...list(`
    solution, reference solution, ground truth solution, gold solution, worked solution, official
    solution, human solution, solution text, solution en, solutions, solutions markdown, solution
    markdown, proofs, rationale, explanation, reasoning, cot, chain of thought, step by step solution, gt cot, answer cot,
    answer rationale, derivation, proof, answer, informal proof, solution steps, worked steps, reasoning
    steps, ground truth cot, gold cot, nl proof, steps, step by step, informal solution, gold standard
    solution, sample solution, correct solution, full solution, detailed solution, answer analysis,
    accepted answer, correct answer, gold answer, golden answer, expected answer, ground truth answer,
    reference answer, reference response, golden response, answers, sol, cot content, thought, thinking,
    ground truth, answer text, replies, a, analysis, chain`),
    ...namesInLanguages.solution,
  ],
  /** What a model wrote. */
  model: list(`
    generated solution, generation, generations, response, responses, model response, model responses,
    model output, model outputs, model solution, model solutions, completion, completions, output,
    outputs, generated text, generated answer, generated solutions, samples, candidates, candidate
    solutions, candidate, rollouts, prediction, predictions, model answer, attempt, attempts,
    trajectory, trajectories, trace, traces, reasoning trace, reasoning content, assistant, llm
    response, generated rationale, sampled responses, deepseek reasoning, rationales, positive,
    positives, negative, negatives, correct solutions, incorrect solutions, helpful solution, sneaky
    solution, teacher solution, student solution, student solutions, student responses, student answers,
    student attempts, code response, solution attempt, generated, generated response, assistant
    response, outcome, resp, resps, pred, preds, thinking trajectories, thinking trajectory, modified
    process, model reasoning, long cot, message 2, answers, content`),
  steps: list(`
    steps, student incorrect solution, student solution, model output steps, model response by step,
    student steps, student work, chain of thoughts, process, solution steps, reasoning steps, step, cot
    steps, step by step, model steps, thoughts, reasoning chain, model solution steps, response steps,
    sections, steps with score, steps with scores, proof steps, derivation steps, tactics, traced tactics, completions`),
  /** Questions that lead to the answer of the whole. */
  subQuestions: list(`
    sub questions, subquestions, sub question, subquestion, sub question list, question decomposition,
    decomposition, decomposed questions, sub problems, subproblems, sub qas, sub qa, qa pairs, socratic
    questions, socratic, parts, sub parts, intermediate questions`),
  subAnswers: list(`
    sub answers, subanswers, sub question answers, subquestion answers, sub solutions, subsolutions,
    intermediate answers, answers, solutions`),
  program: list(`
    code, program, python code, python program, python solution, equation, equations, formula, codex
    code, dsl code, annotated formula, linear formula, expression, solution code, answer code, sympy
    code, output program, lequations, equation solution`),
  /** Statements and proofs for a proof assistant. */
  formal: list(`
    formal statement, formal proof, formal solution, lean4 statement, lean4 proof, lean4 code, lean
    code, lean proof, lean solution, isabelle statement, coq statement, lean4 formalization, lean
    formalization, lean statement, autoformalization, formal ground truth, formal theorem, formal, lean,
    lean4, next tactic, tactic`),
  chosen: list(`
    chosen, chosen response, response chosen, preferred, winner, win, accepted, better, chosen solution,
    preferred response, preferred output, better solution, better response, preferred solution, good
    solution, winning response`),
  rejected: list(`
    rejected, rejected response, response rejected, dispreferred, loser, lose, worse, rejected solution,
    dispreferred response, non preferred output, nonpreferred output, worse solution, worse response,
    dispreferred solution, bad solution, losing response`),
  hint: [...list(`hint, hints, hint text, hint list, tips, tip`), ...namesInLanguages.hint],
  concept: [
    ...list(`
    concept, concepts, knowledge concept, knowledge concepts, knowledge point, knowledge points, skill,
    skills, theorem, theorems, techniques, main ideas, key concepts, math concepts, subknowledge,
    knowledge, topics, tags, knowledge point routes, kc routes, key points, refs, references, premises,
    used premises, lemmas, knowledge components, skill 1, skill 2, keywords, msc classification, kc, kcs, knowledge component,
    math concept`),
    ...namesInLanguages.concept,
  ],
  author: list(`
    generator, model, model name, model id, generation model, author, generated by, teacher, teacher
    model, source model, solver, llm, policy, response model`),
  verdict: list(`
    is correct, correct, correctness, is true, final answer correct, is right, passed, is final answer
    correct, answer correct, verdict, final correct, correctness math verify, correctness list, model
    correct, verified, reward, rewards, verdicts, accepted, is passed, solved, pass, acc, value acc,
    success, true false, exact match, em, is equiv, is equivalent, judge correct, judge verdict, judgement, judgment, graded correct, solution correct, solution correctness, model solution correctness, response
    correctness, answer correctness, score, scores, label, labels`),
  firstError: list(`
    first error, first error step, first wrong step, first incorrect step, error step, error index,
    label, first error index, human labels first error idx, first error idx, incorrect index, wrong
    step, mistake index, error location, first error location, first error position, first error step idx, first mistake, first mistake
    step, first wrong step index, first incorrect step index, error step index, model solution first error step`),
  /** The numbers of all wrong steps, from 1 on. */
  wrongSteps: list(`
    error steps, wrong steps, incorrect steps, erroneous steps, mistake steps, bad steps, error step numbers, wrong step numbers,
    reason error section numbers, error section numbers, error sections`),
  stepLabels: list(`
    labels, step labels, human labels, ratings, step ratings, label, rating, step correctness, step
    scores, step rewards, process labels, step verdicts, process rewards, human ratings`),
  choice: [
    ...list(`
    mc1 targets, multiple choice targets, options, option, answer option list, answer options, choices,
    choice, answer choices, choice answer, alternatives, opts, multiple choice options, options en,
    choices en`),
    ...namesInLanguages.choice,
  ],
  /** Where the right one of the choices stands. */
  place: list(
    `answer index, answer idx, correct choice index, correct option index, correct choice idx, correct option idx, right index, correct index, correct idx, correct answer index, cop, gold index, label`,
  ),
  fact: [
    ...list(`
    id, idx, index, uid, uuid, unique id, identifier, question id, problem id, task id, item id, qid,
    pid, name, subject, type, topic, category, subfield, domain, field, area, problem type, question
    type, answer type, level, difficulty, grade, stage, educational stage, source, data source, dataset,
    split, year, competition, country, language, lang, unit, generator, model, problem source, ability,
    section, course, lesson, difficulty level, data topic, knowledge level, grade level, strategy,
    perspective, solution type, kind, mode, setting, role, skill level, cluster, cluster id, license,
    licence, contest, competition name, problem idx, problem index, sample index, record id, doc id,
    query id, subdomain, high level domain, raw subject, cot type, source type, subset, perturbation
    type, perturb type, problem version, difficult, inference mode, problem level, task type`),
    ...namesInLanguages.fact,
  ],
};

function list(names: string): string[] {
  return names
    .trim()
    .split(',')
    .map((name) => name.trim().replaceAll(/\s+/g, ' '));
}

/** Numbers that say something of the row or of a trace. */
export const measureName =
  /^(?!target scores$|timestamp$|(?:fetch|crawl|post|created?|updated?) time$).*(?:difficulty|\bavg\b|pass ?rate|pass \d|pass at|accuracy|score|reward|\bprobs?\b|probabilit|perplexity|confidence|rating|loss|solve rate|win rate|agreement|entropy|advantage|correctness count|percent|\brate\b|helpfulness|coherence|verbosity|complexity|clarity|completeness|^correctness$|\bratio\b|influence|similarity|^p value$|discrimination|time|tokens?$|length|\bpoints$)/;
