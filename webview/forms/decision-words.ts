import { isAnswer, isAnswerRuling } from '../../src/core/annotation/label-kinds';
import { targetName } from '../../src/core/cut/step-target';
import type { AnswerValue } from '../../src/core/scheme/asked-questions';
import type { AnswerDecision, AnswerRuling, Decision } from '../../src/core/annotation/event';
import type { AskedBy } from '../asking/use-asked-by';
import { answerInWords, plainAnswer } from '../asking/answer-words';
import { regionName } from '../pictures/region-words';

/** What was decided, in a few words: those of the schemes for answers, as long as a scheme has the question. */
export function decisionInWords(decision: Decision, askedBy: AskedBy): string {
  return `${aboutWords(decision)}${saidWords(decision, askedBy)}`;
}

const MARKS = { 'bad-problem': 'bad problem', skipped: 'skipped', 'gave-up': 'gave up' };

function aboutWords({ target }: Decision): string {
  switch (target.kind) {
    case 'step':
      return `step ${targetName(target)}: `;
    case 'trace':
      return 'trace: ';
    case 'problem':
      return 'problem: ';
    case 'hint':
    case 'concept':
      return `${target.kind} ${target.at + 1}: `;
    case 'pair':
      return 'pair: ';
    case 'region':
      return target.shape ? `${regionName(target).toLowerCase()}: ` : '';
    case 'row':
      return '';
  }
}

function saidWords(decision: Decision, askedBy: AskedBy): string {
  if (isAnswerRuling(decision)) return answerWords(decision, decision.value.answer, askedBy, 'settled as ');
  if (isAnswer(decision)) {
    const why = decision.rationale === undefined ? '' : `, ${decision.rationale}`;
    return `${answerWords(decision, decision.value, askedBy)}${why}`;
  }
  switch (decision.what) {
    case 'label':
    case 'verdict':
      return decision.value;
    case 'mark':
      return decision.reason === undefined
        ? MARKS[decision.value]
        : `${MARKS[decision.value]}, ${decision.reason}`;
    case 'flag':
      return `flag, ${decision.value.category}`;
    case 'reply':
      return `answer to a flag, ${decision.value.state ?? decision.value.comment}`;
    case 'link':
      return `linked as ${decision.value.type}`;
    case 'tag':
      return `${decision.value.on ? 'tag' : 'tag off'} ${decision.value.name}`;
    case 'comment':
      return `comment, ${decision.value}`;
    case 'carry':
      return 'still holds';
    case 'drop':
      return 'dropped';
    case 'cut':
      return 'cut otherwise';
    case 'adjudication':
      return `settled as ${decision.value.label}`;
    case 'region':
      return `region ${decision.value.label}`;
    case 'contamination':
      return `${decision.value.verdict} as ${decision.value.item} of ${decision.value.benchmark}`;
    case 'duplicate':
      return `${decision.value.verdict} as ${decision.value.item} of ${decision.value.file}`;
    case 'quarantine':
      return decision.value.on ? 'quarantine' : 'out of quarantine';
    case 'curation':
      return decision.value.verdict;
    case 'finding':
      return `${decision.value.rule} ${decision.value.verdict}`;
  }
}

/** The question and the answer, by the words of the scheme; by those of the log where the scheme is gone. */
function answerWords(
  decision: AnswerDecision | AnswerRuling,
  value: AnswerValue | null,
  askedBy: AskedBy,
  how = '',
): string {
  const question = askedBy(decision);
  const title = question?.title ?? decision.question;
  const words =
    value === null ? 'taken back' : question ? answerInWords(question, value) : plainAnswer(value);
  return `${/[?:.]$/.test(title) ? title : `${title}:`} ${how}${words}`;
}
