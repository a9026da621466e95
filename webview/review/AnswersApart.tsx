import type { ComponentChildren } from 'preact';
import { placeOf } from '../../src/core/annotation/target-place';
import type { AnswerReview } from '../../src/core/review/answer-review';
import { isDue } from '../../src/core/review/trace-review';
import type { AskedQuestion, AnswerValue } from '../../src/core/scheme/asked-questions';
import { answerInWords, plainAnswer, targetInWords, titleOfValue } from '../asking/answer-words';
import type { AskedBy } from '../asking/use-asked-by';
import { WordsBox } from '../asking/WordsBox';
import type { PageState } from '../page-state';
import type { ReviewSession } from '../review-session';
import { Act } from '../Act';
import { Icon } from '../Icon';
import { RegionPicture } from '../pictures/RegionPicture';
import { AnsweredPart } from './AnsweredPart';
import type { AnsweredRow } from './AnsweredPart';
import { ownAnswers } from './own-answers';
import type { OwnDecision } from './own-decision';
import { TAKEN } from './ReviewHead';

interface AnswersApartProps {
  state: PageState;
  review: ReviewSession;
  askedBy: AskedBy;
  row: AnsweredRow;
}

/** What annotators answered to the questions of schemes, a line for each question about each part of the row. */
export function AnswersApart({ state, review, askedBy, row }: AnswersApartProps) {
  const { answers, answerers, answerInHand } = review;
  const { traces } = row;
  const drifted = new Set(row.said.flatMap(({ decision, drifted: is }) => (is ? [decision.id] : [])));
  const places = answers.map(({ target }) => placeOf(target));
  return (
    <div class="adj-rows" style={{ '--people': answerers.length + 1 }}>
      <div class="line names" role="row">
        {answerers.map((name, at) => (
          <span class="c" role="columnheader" title={name}>
            <span class="name">{name}</span> {at < TAKEN.length && <kbd>{at + 1}</kbd>}
          </span>
        ))}
        <span class="c" role="columnheader">
          settled
        </span>
        <span />
        <span role="columnheader">Answers</span>
      </div>
      {answers.map((each, at) => {
        const now = answerInHand !== null && state.cursor.step === at;
        return (
          <AnswerLine
            key={at}
            review={each}
            question={askedBy(each)}
            own={review.own}
            about={targetInWords(each.target, traces)}
            answerers={answerers}
            now={now}
            drifted={[...each.said.values()].some(({ id }) => drifted.has(id))}
            part={
              (now || places.indexOf(places[at] ?? '') === at) && (
                <AnsweredPart row={row} target={each.target} />
              )
            }
          />
        );
      })}
    </div>
  );
}

interface AnswerLineProps {
  review: AnswerReview;
  /** Undefined where its scheme is gone. */
  question: AskedQuestion | undefined;
  about: string;
  answerers: string[];
  own: OwnDecision;
  now: boolean;
  /** The text is another one than some of them saw. */
  drifted: boolean;
  /** What it is about; of several questions at the first, and at the one in hand. */
  part: ComponentChildren;
}

function AnswerLine(props: AnswerLineProps) {
  const { review, question, about, answerers, own, now, drifted, part } = props;
  const { said, settled, standing } = review;
  const words = (value: AnswerValue) => (question ? answerInWords(question, value) : plainAnswer(value));
  const state = isDue(standing) ? 'diff' : 'same';
  return (
    <div class={`line ${now ? 'now whole' : ''} ${state}`} role="row" aria-current={now ? 'true' : undefined}>
      {answerers.map((name) => {
        const answer = said.get(name);
        return (
          <span
            class="c answer-word"
            role="gridcell"
            title={
              answer
                ? [words(answer.value), answer.rationale ?? ''].filter(Boolean).join(': ')
                : `${name}: no answer`
            }
          >
            {answer ? words(answer.value) : '–'}
          </span>
        );
      })}
      <span
        class="c answer-word"
        role="gridcell"
        title={settled ? `${words(settled.value)}, by ${settled.by}` : ''}
      >
        {settled && <b>{words(settled.value)}</b>}
      </span>
      <span />
      <span class="t" role="gridcell">
        {about}: {question?.title ?? review.question}{' '}
        <span class="mut standing">{standingWord(standing, question)}</span>
        {[...said].flatMap(([name, { rationale }]) =>
          rationale === undefined ? [] : [<span class="why"> {`${name}: ${rationale}`}</span>],
        )}
        {part}
        {drifted && (
          <p class="drift">
            <Icon name="warning" /> This text changed after it was answered.
          </p>
        )}
        {now && <DecideActs {...{ answerers, review, question, words, own }} />}
        {now && review.target.kind === 'region' && <RegionPicture target={review.target} />}
      </span>
    </div>
  );
}

interface DecideActsProps extends Pick<AnswerLineProps, 'answerers' | 'review' | 'question' | 'own'> {
  words: (value: AnswerValue) => string;
}

/** One key takes an annotator's answer, or one that nobody gave. */
function DecideActs({ answerers, review: { said, settled }, question, own, words }: DecideActsProps) {
  const given = [...said.values()].map(({ value }) => value);
  const several = question?.way === 'several';
  const others = question
    ? ownAnswers(question).filter(({ value: { value } }) => several || !given.includes(value))
    : [];
  if (question?.way === 'text' && own.writing)
    return (
      <WordsBox
        title={question.title}
        said={settled ? words(settled.value) : ''}
        asked={own.wordsAsked}
        onKeep={(text) => void own.write(text)}
        onLeave={() => own.leave()}
      />
    );
  return (
    <div class="take">
      {answerers.map((name, at) => {
        const [key, answer] = [TAKEN[at], said.get(name)];
        return (
          key &&
          answer && (
            <Act of={key}>
              Take {name}: {words(answer.value)}
            </Act>
          )
        );
      })}
      {others.map(({ action, value }) => {
        const on = several ? own.chosen.includes(String(value.value)) : undefined;
        return (
          <Act of={action} {...(on === undefined ? {} : { pressed: on })}>
            {several && <Icon name={on ? 'check' : 'blank'} />} {titleOfValue(value)}
          </Act>
        );
      })}
      {several && (
        <Act of="decideByName">{own.chosen.length > 0 ? 'Decide for Those Chosen' : 'Decide for None'}</Act>
      )}
      {own.picking && <Act of="decideByName">Choose</Act>}
      {question?.way === 'text' && <Act of="decideByName">Write</Act>}
      {question?.way === 'span' && own.isAskedInFocus && <Act of="viewFocus">Choose Another in Focus</Act>}
    </div>
  );
}

function standingWord(standing: AnswerReview['standing'], question: AskedQuestion | undefined): string {
  if (isDue(standing)) return 'they differ';
  return question?.way === 'text' && standing === 'alone' ? 'in their own words' : standing;
}
