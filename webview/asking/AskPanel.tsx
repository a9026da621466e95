import type { ComponentChildren } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { isAsked, lacksRationale } from '../../src/core/scheme/answers';
import type { TargetAnswers } from '../../src/core/scheme/answers';
import { answerText, spansIn } from '../../src/core/scheme/asked-questions';
import type { AnswerValue, AskedQuestion, AskedValue } from '../../src/core/scheme/asked-questions';
import type { AnswerSession } from '../answer-session';
import { Button } from '../controls';
import { keepFocus } from '../frame/keep-focus';
import { Icon } from '../Icon';
import { RichText } from '../text/RichText';
import { answerInWords, titleOfValue } from './answer-words';
import type { SuggestedAnswer } from './suggested-answers';
import { WordsBox } from './WordsBox';

interface AskPanelProps {
  answers: AnswerSession;
  /** The part of the row that is in hand, in words. */
  about: string;
  /** What models answered about that part, where one has answered oneself. */
  suggested: readonly SuggestedAnswer[];
  /** Words are being written. */
  writing: boolean;
}

/** All questions of the scheme, each on its own line whether it is asked now or not: nothing moves. */
export function AskPanel({ answers, about, suggested, writing }: AskPanelProps) {
  const { current, question: inHand, questions } = answers;
  return (
    <section class="ask" aria-label={`Questions about ${about.toLowerCase()}`} onMouseDown={keepFocus}>
      <div class="ask-lines">
        {questions.map((question) => (
          <QuestionLine
            key={question.id}
            answers={answers}
            question={question}
            current={current}
            suggested={suggested.filter((each) => each.question === question.id)}
            now={question === inHand && current !== null}
            writing={writing}
          />
        ))}
      </div>
      <p class="ask-hint mut">{inHand?.guideline}</p>
    </section>
  );
}

interface QuestionLineProps {
  answers: AnswerSession;
  question: AskedQuestion;
  current: TargetAnswers | null;
  suggested: readonly SuggestedAnswer[];
  now: boolean;
  writing: boolean;
}

function QuestionLine({ answers, question, current, suggested, now, writing }: QuestionLineProps) {
  const { id, title, way, values } = question;
  const asked = current !== null && isAsked(question, current.answers);
  const given = current?.answers.has(id) ?? false;
  const names = useNames(answers, question);
  const lacksWhy = current !== null && lacksRationale(question, current);
  return (
    <div
      class={`ask-line ${now ? 'now' : ''} ${asked ? '' : 'off'}`}
      role="group"
      aria-label={asked ? title : `${title}: not asked here`}
      aria-current={now ? 'true' : undefined}
      onClick={() => answers.askAbout(id)}
    >
      <span class="ask-title">
        <Icon name={given && !lacksWhy ? 'check' : 'blank'} /> {title}
      </span>
      <div class="ask-answer">
        {way === 'one' || way === 'several' ? (
          <Values {...{ answers, question, now }} given={current?.answers.get(id)} values={values}>
            {question.rationale !== null && (
              <Why
                {...{ answers, question, now, given }}
                missing={lacksWhy}
                said={current?.rationales.get(id) ?? ''}
                open={now && writing}
              />
            )}
          </Values>
        ) : way === 'span' ? (
          <Spans {...{ answers, question, now }} given={current?.answers.get(id)} />
        ) : way === 'text' ? (
          <Words {...{ answers, title, now }} text={current?.answers.get(id)} open={now && writing} />
        ) : (
          <Picked {...{ answers, names, now }} id={current?.answers.get(id)} />
        )}
        {suggested.map((each) => (
          <SuggestedWords
            by={each.by}
            words={names.get(answerText(each.value)) ?? answerInWords(question, each.value)}
          />
        ))}
      </div>
    </div>
  );
}

/** What a model answered: behind one's own answer, where nothing has to move for it. */
function SuggestedWords({ by, words }: { by: string; words: string }) {
  const name = `${by} suggests ${words}`;
  return (
    <span class="ask-suggested" role="img" aria-label={name} title={name}>
      <Icon name="sparkle" /> {words}
    </span>
  );
}

interface ValuesProps {
  answers: AnswerSession;
  question: AskedQuestion;
  values: readonly AskedValue[];
  given: unknown;
  now: boolean;
  children: ComponentChildren;
}

function Values({ answers, question, values, given, now, children }: ValuesProps) {
  const isOn = (value: AskedValue['value']) =>
    Array.isArray(given) ? given.includes(String(value)) : given === value;
  return (
    <span class="ask-values">
      {values.map((value) => (
        <Button
          look="quiet"
          class={`ask-value ${isOn(value.value) ? 'on' : ''}`}
          title={value.guideline}
          pressed={isOn(value.value)}
          onPress={() => {
            answers.askAbout(question.id);
            void answers.key(value.key);
          }}
        >
          {titleOfValue(value)} <kbd class={now ? '' : 'unseen'}>{value.key}</kbd>
        </Button>
      ))}
      {question.way === 'several' && <Enter answers={answers} now={now} words="Done" />}
      {children}
    </span>
  );
}

interface WhyProps {
  answers: AnswerSession;
  question: AskedQuestion;
  said: string;
  /** There is an answer to give a reason of. */
  given: boolean;
  /** It must be given, and is not. */
  missing: boolean;
  now: boolean;
  open: boolean;
}

/** Why an answer was given, on its line; in its place the box to write in. */
function Why({ answers, question: { title }, said, given, missing, now, open }: WhyProps) {
  if (open) return <WordsBox title={`Why, of ${title}`} said={said} {...boxOf(answers)} />;
  return (
    <>
      {said !== '' && (
        <span class="ask-text" title={said}>
          {said}
        </span>
      )}
      {missing && <span class="ask-missing">Why is missing</span>}
      <Enter answers={answers} now={now && given} words={said === '' ? 'Why' : 'Change'} />
    </>
  );
}

function Enter({ answers, now, words }: { answers: AnswerSession; now: boolean; words: string }) {
  return (
    <Button look="quiet" class="ask-value" disabled={!now} onPress={() => void answers.confirm()}>
      {words} <kbd class={now ? '' : 'unseen'}>↵</kbd>
    </Button>
  );
}

function boxOf(answers: AnswerSession) {
  return {
    asked: answers.wordsAsked,
    onKeep: (text: string) => void answers.write(text),
    onLeave: () => answers.leave(),
  };
}

interface WordsProps {
  answers: AnswerSession;
  text: unknown;
  title: string;
  now: boolean;
  open: boolean;
}

/** What was written; in its place the box to write in. */
function Words({ answers, text, title, now, open }: WordsProps) {
  const said = typeof text === 'string' ? text : '';
  if (open) return <WordsBox title={title} said={said} {...boxOf(answers)} />;
  return (
    <span class="ask-values">
      {said !== '' && <span class="ask-text">{said}</span>}
      <Enter answers={answers} now={now} words={said === '' ? 'Write' : 'Change'} />
    </span>
  );
}

interface SpansProps {
  answers: AnswerSession;
  question: AskedQuestion;
  given: AnswerValue | undefined;
  now: boolean;
}

/** The parts of the text that were chosen, drawn as they are there. */
function Spans({ answers, question, given, now }: SpansProps) {
  const spans = spansIn(given);
  return (
    <span class="ask-values">
      {spans.map(({ text, value }) => {
        const known = question.values.find((each) => each.value === value);
        return (
          <span class="ask-text">
            {known && <span class="mut">{titleOfValue(known)}</span>}{' '}
            <RichText source={{ text, dialect: isTerm(text) ? 'tex' : 'markdown' }} inline />
          </span>
        );
      })}
      <Enter answers={answers} now={now} words={spans.length === 0 ? 'Choose' : 'Change'} />
    </span>
  );
}

/** Whether a part of a text is one of a formula, and not words or a formula with its delimiters. */
function isTerm(text: string): boolean {
  return /[\\^_{}=]/.test(text) && !/^(?:\$|\\\(|\\\[)|\$/.test(text);
}

interface PickedProps {
  answers: AnswerSession;
  names: ReadonlyMap<string, string>;
  id: unknown;
  now: boolean;
}

/** What a question can be answered with by name, once its catalogue is known; by id. */
function useNames(answers: AnswerSession, question: AskedQuestion): ReadonlyMap<string, string> {
  const [names, setNames] = useState<ReadonlyMap<string, string>>(new Map());
  useEffect(() => {
    if (question.way !== 'pick') return;
    answers.choices(question).then(
      (choices) => setNames(new Map(choices.map((choice) => [choice.id, choice.name]))),
      () => undefined, // told by the form that asks
    );
  }, [answers, question]);
  return names;
}

/** What was picked, by its name. */
function Picked({ answers, names, id, now }: PickedProps) {
  const name = typeof id === 'string' ? (names.get(id) ?? id) : '';
  return (
    <span class="ask-values">
      {name !== '' && <span class="ask-text">{name}</span>}
      <Enter answers={answers} now={now} words={name === '' ? 'Choose' : 'Change'} />
    </span>
  );
}
