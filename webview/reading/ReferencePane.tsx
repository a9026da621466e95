import type { ComponentChildren } from 'preact';
import { useContext } from 'preact/hooks';
import type { Target } from '../../src/core/annotation/event';
import type { LibraryEntry } from '../../src/core/profile/library-entry';
import { jsonText, pathText } from '../../src/core/row/json';
import type { Answer, Field, Reading, Reference, Trace, Translation } from '../../src/core/profile/reading';
import { Act, KeyCap } from '../Act';
import { Acting } from '../acting';
import type { RowAsking } from '../asking/row-asking';
import type { Action } from '../../src/protocol/actions';
import type { Part } from '../page-state';
import { Picture } from '../pictures/Picture';
import { languageAttributes } from '../text/language-attributes';
import { RichText } from '../text/RichText';
import { Choices } from './Choices';
import { labelSigns } from './label-signs';
import { LabelSign } from './LabelPlaces';
import { OwnComment } from './OwnComment';
import { languageWords, ProblemPanes } from './ProblemPanes';
import { ProgramVerdicts } from './ProgramVerdicts';
import { RowFacts } from './RowFacts';
import { StepText } from './StepText';
import { TagList } from './TagList';

interface ReferencePaneProps {
  reading: Reading;
  library: ReadonlyMap<string, LibraryEntry>;
  shown: Record<Part, boolean>;
  /** The dataset's own solution, where it is not itself labelled. */
  solution: Trace | null;
  /** Names of the concepts that one tagged the row with. */
  tags: string[];
  /** What one remarked oneself of the row, its problem, hints and concepts. */
  comments: string[];
  /** Traces are labelled beside this pane. */
  labelling: boolean;
  /** What is asked of the row, where a scheme asks. */
  asking: RowAsking | null;
}

/** Problem, answer, hints, concepts, guideline: what one needs in sight to judge a step. */
export function ReferencePane(props: ReferencePaneProps) {
  const { reading, library, shown, solution, tags, comments, labelling, asking } = props;
  const now = (kind: Target['kind'], at = 0) => inHand(asking, kind, at);
  const { problemIds, hints, concepts, context, others } = reading;
  const linkedAnswers = problemIds.flatMap(({ id }) => library.get(id)?.answers ?? []);
  const answers = [...reading.answers, ...linkedAnswers];
  const pinned = shown.pinned && labelling && (answers.length > 0 || solution !== null);
  const answer = answers.length > 0 && (
    <Answers answers={answers} translations={reading.translations} pinned={labelling ? pinned : null} />
  );
  return (
    <aside class={`ref ${now('row').class}`} aria-label="Problem and reference">
      {pinned && (
        <section class="pinned" aria-label="Pinned reference">
          {answer || <Act of="pinReference">Unpin</Act>}
          {solution && <Ladder solution={solution} />}
        </section>
      )}
      {context.length > 0 && (
        <section>
          {context.map(({ speaker, source }) => (
            <div class="turn">
              <p class="speaker">{speaker}</p>
              <div class="text note">
                <RichText source={source} />
              </div>
            </div>
          ))}
        </section>
      )}
      <section {...now('problem', 0)} class={`problem text ${now('problem').class}`}>
        <ProblemPanes reading={reading} />
        {problemIds.map((reference) => (
          <ReferenceText reference={reference} library={library} field="problem" />
        ))}
      </section>
      {reading.choices.length > 0 && <Choices choices={reading.choices} />}
      <RowFacts reading={reading} />
      <RowTags tags={tags} />
      {comments.map((text) => (
        <OwnComment text={text} />
      ))}
      {!pinned && answer}
      <ProgramVerdicts reading={reading} />
      {hints.length > 0 && (
        <Foldable title="Hints" count={hints.length} part="hints" act="toggleHints" shown={shown}>
          <ol class="ladder">
            {hints.map((hint, at) => (
              <li {...now('hint', at)}>
                <b>{at + 1}</b>
                <div class="text">
                  <ReferenceText reference={hint} library={library} field="hint" />
                </div>
              </li>
            ))}
          </ol>
        </Foldable>
      )}
      {concepts.length > 0 && (
        <Foldable title="Concepts" count={concepts.length} part="concepts" act="toggleConcepts" shown={shown}>
          {concepts.map((concept, at) => (
            <div {...now('concept', at)} class={`concept ${now('concept', at).class}`}>
              <ConceptName concept={concept} library={library} />
              <div class="def text">
                <ReferenceText reference={concept} library={library} field="concept" />
              </div>
            </div>
          ))}
        </Foldable>
      )}
      {solution && !pinned && (
        <Foldable
          title={solution.author}
          count={solution.steps.length}
          part="solution"
          act="toggleSolution"
          shown={shown}
        >
          <Ladder solution={solution} />
        </Foldable>
      )}
      {(labelling || asking) && <Guideline shown={shown} asked={asking?.guideline} />}
      {others.length > 0 && <OtherFields others={others} shown={shown} />}
    </aside>
  );
}

/** The steps of the dataset's own solution. */
function Ladder({ solution }: { solution: Trace }) {
  return (
    <ol class="ladder">
      {solution.steps.map((step, at) => (
        <li>
          <b>{at + 1}</b>
          <div class="text">
            <StepText step={step} />
            {step.media?.map((medium) => (
              <Picture medium={medium} />
            ))}
          </div>
        </li>
      ))}
    </ol>
  );
}

/** Always a line, so that nothing moves when the first tag comes. */
function RowTags({ tags }: { tags: string[] }) {
  const act = useContext(Acting);
  if (!act && tags.length === 0) return null;
  return (
    <div class="row-tags">
      <Act of="tagRow">{tags.length === 0 ? 'No tags yet' : 'Tags'}</Act>
      <TagList tags={tags} />
    </div>
  );
}

interface AnswersProps {
  answers: Answer[];
  translations: Translation[];
  /** Whether they stay in sight; null where there is nothing beside which they could. */
  pinned: boolean | null;
}

function Answers({ answers, translations, pinned }: AnswersProps) {
  const own = new Set(answers.map(({ text }) => text.trim()));
  const others = translations.filter(({ role, source }) => role === 'answer' && !own.has(source.text.trim()));
  return (
    <section class="answer">
      <span class="mut">Reference answer</span>
      {answers.map((answer) => (
        <>
          <b>
            <RichText source={answer} field="answer" />
          </b>
          {remarkOn(answer) !== '' && <span class="mut">{remarkOn(answer)}</span>}
        </>
      ))}
      {others.map(({ language, source }) => (
        <>
          <span class="mut">{languageWords(language, 'in another language')}</span>
          <b {...languageAttributes(language)}>
            <RichText source={source} field="answer" />
          </b>
        </>
      ))}
      {pinned !== null && (
        <Act of="pinReference" class="pin" pressed={pinned}>
          {pinned ? 'Unpin' : 'Pin'}
        </Act>
      )}
    </section>
  );
}

/** Its unit, how it was come by, and whether it is none at all. */
function remarkOn({ unit = '', provenance = '', kind }: Answer): string {
  return [unit, provenance, kind === 'none' ? 'nothing to compare with' : ''].filter(Boolean).join(', ');
}

interface FoldableProps {
  title: string;
  count?: number;
  part: Part;
  act: Action;
  shown: Record<Part, boolean>;
  children: ComponentChildren;
}

/** A section that one key folds to its heading. */
function Foldable({ title, count, part, act, shown, children }: FoldableProps) {
  const open = shown[part];
  return (
    <section class={`foldable ${open ? '' : 'folded'}`}>
      <div class="sec">
        <h2>{title}</h2>
        {count !== undefined && <span class="num">{count}</span>}
        <span class="r">
          <Act of={act} expanded={open}>
            {open ? 'Fold' : 'Unfold'}
          </Act>
        </span>
      </div>
      {open && children}
    </section>
  );
}

/** A hint or concept: its text, from this row or from the file that holds it. */
export function ReferenceText({
  reference,
  library,
  field,
}: {
  reference: Reference;
  library: ReadonlyMap<string, LibraryEntry>;
  field: string;
}) {
  if (reference.kind === 'text') return <RichText source={reference.source} field={field} />;
  const entry = library.get(reference.id);
  if (entry) return <RichText source={{ ...entry.source, path: [] }} field={field} />;
  return <span class="missing">{reference.id} is in no file beside this one</span>;
}

/** Many concepts have a text and no name. */
function ConceptName({
  concept,
  library,
}: {
  concept: Reference;
  library: ReadonlyMap<string, LibraryEntry>;
}) {
  const name = concept.kind === 'id' ? library.get(concept.id)?.name : null;
  return name ? <p class="concept-name">{name}</p> : null;
}

/** Marks the part of the row that is asked about. */
function inHand(
  asking: RowAsking | null,
  kind: Target['kind'],
  at: number,
): { class: string; 'aria-current'?: 'true' } {
  const target = asking?.inHand;
  if (target?.kind !== kind || ('at' in target && target.at !== at)) return { class: '' };
  return { class: 'asked', 'aria-current': 'true' };
}

interface GuidelineProps {
  shown: Record<Part, boolean>;
  /** That of the scheme that asks. */
  asked: ComponentChildren;
}

function Guideline({ shown, asked }: GuidelineProps) {
  return (
    <Foldable title="Guideline" part="guideline" act="toggleGuideline" shown={shown}>
      {asked ?? <LabelGuideline />}
    </Foldable>
  );
}

function LabelGuideline() {
  return (
    <ul class="guide">
      {labelSigns.map(({ value, word, meaning, action }) => (
        <li>
          <LabelSign value={value} />
          <b>{word}</b>
          <span class="mut">{meaning}</span>
          <KeyCap of={action} />
        </li>
      ))}
    </ul>
  );
}

function OtherFields({ others, shown }: { others: Field[]; shown: Record<Part, boolean> }) {
  return (
    <Foldable title="Other fields" count={others.length} part="others" act="toggleOthers" shown={shown}>
      <dl class="fields">
        {others.map((field) => (
          <>
            <dt>{pathText(field.path) || 'row'}</dt>
            <dd>
              <FieldValue field={field} />
            </dd>
          </>
        ))}
      </dl>
    </Foldable>
  );
}

/** A value longer than this many characters is cut: the row's source has it whole. */
const LONGEST_VALUE = 4000;

function FieldValue({ field: { path, value, written } }: { field: Field }) {
  if (typeof value !== 'string') return <code>{cut(written ?? jsonText(value, 1))}</code>;
  const text = cut(value);
  return (
    <div class="text note">
      <RichText source={{ text, dialect: 'markdown', path }} />
    </div>
  );
}

function cut(text: string): string {
  return text.length <= LONGEST_VALUE
    ? text
    : `${text.slice(0, LONGEST_VALUE)} … (${text.length} characters)`;
}
