import { useMemo, useRef } from 'preact/hooks';
import { isMadeOfParts, seedAt } from '../../src/core/link/group-order';
import { answerKey } from '../../src/core/link/answer-key';
import type { LinkType } from '../../src/core/profile/profile';
import type { SourceText } from '../../src/core/profile/reading';
import type { PageGroup } from '../../src/protocol/group';
import { pageAround } from '../group-session';
import type { GroupSession } from '../group-session';
import type { GroupState, PageState } from '../page-state';
import { RichText } from '../text/RichText';
import { GROUP_TITLES, MARK_WORDS } from './group-words';
import { MemberCard } from './MemberCard';
import { memberMarks } from './member-marks';
import type { ComparedProblem } from './member-marks';
import { NoGroup } from './NoGroup';
import { useGroupKeys } from './use-group-keys';

/** Types in which all rows have one answer. */
const ONE_ANSWER: ReadonlySet<LinkType> = new Set([
  'reformulation',
  'extension',
  'translation',
  'equivalent',
] as const);

/** The rows that belong together with one: what the others came from first, and how they differ. */
export function GroupView({ state, group }: { state: PageState; group: GroupSession }) {
  const here = state.group;
  const shown = group.group;
  if (!here || !shown) return <NoGroup state={state} />;
  const key = `${shown.type} ${shown.name}`;
  return <Members key={key} here={here} shown={shown} group={group} decided={state.labelledHere} />;
}

interface MembersProps {
  here: GroupState;
  shown: PageGroup;
  group: GroupSession;
  decided: PageState['labelledHere'];
}

function Members({ here, shown, group, decided }: MembersProps) {
  const box = useRef<HTMLDivElement>(null);
  useGroupKeys(box, here, group);
  const { type, members, size } = shown;
  const { first, end } = pageAround(here.cursor, members.length);
  const seed = seedAt(members, type);
  const original = originalOf(here);
  const marks = useMemo(() => marksOf(shown, here, original), [shown, here.rows]);
  const right = useMemo(() => answerOfMost(here, seed), [here.rows]);
  return (
    <div class="group" ref={box}>
      <GroupHead shown={shown} marked={marks.size > 0} />
      <div class={`members ${type} ${original || seed !== -1 ? 'with-seed' : ''}`}>
        {original && <Original source={original} marks={marks.get(original)} />}
        {members.slice(first, end).map((member, offset) => {
          const at = first + offset;
          const row = here.rows.get(at);
          const answer = row ? answerKey(row.reading) : null;
          return (
            <MemberCard
              key={at}
              member={member}
              row={row}
              type={type}
              at={at}
              seed={at === seed}
              result={isMadeOfParts(member.place, type)}
              current={at === here.cursor}
              decided={member.number === null ? undefined : decided.get(member.number)}
              marks={marks}
              answerDiffers={ONE_ANSWER.has(type) && right !== null && answer !== null && answer !== right}
              onPick={() => void group.goTo(at)}
              onOpen={() => void group.open()}
            />
          );
        })}
      </div>
      {end - first < size && <p class="mut more">{moreWords(first, end, size)}</p>}
      {size === 1 && !original && <p class="mut more">No other row is in this group.</p>}
    </div>
  );
}

function GroupHead({ shown: { type, name, byHand, size }, marked }: { shown: PageGroup; marked: boolean }) {
  return (
    <header class="group-head">
      <h2>{GROUP_TITLES[type]}</h2>
      <span class="name" title={name}>
        {byHand ? `linked by ${name.replace(/T.*/, '')}` : name}
      </span>
      <span class="mut num">
        {size.toLocaleString('en')} {size === 1 ? 'row' : 'rows'}
      </span>
      {marked && (
        <span class="legend r">
          {(MARK_WORDS[type] ?? []).map(({ kind, words }) => (
            <span>
              <span class={`quantity ${kind}`}>12</span> {words}
            </span>
          ))}
        </span>
      )}
    </header>
  );
}

/** The original where it is no row, but a text in the rows that were made from it. */
function Original({ source, marks }: { source: SourceText; marks: Parameters<typeof RichText>[0]['marks'] }) {
  return (
    <article class="member seed text-only" aria-label="original">
      <header>
        <b class="place">original</b>
        <span class="mut">as its rows have it</span>
      </header>
      <div class="text problem-text">
        <RichText source={source} marks={marks} />
      </div>
    </article>
  );
}

function originalOf({ rows, found, at }: GroupState): SourceText | null {
  const type = found?.groups[at]?.type;
  for (const row of rows.values()) {
    const link = row?.reading.links.find((each) => each.type === type && each.original);
    if (link?.original) return link.original;
  }
  return null;
}

function marksOf({ type, members }: PageGroup, { rows }: GroupState, original: SourceText | null) {
  const problems: ComparedProblem[] = [];
  let seed = -1;
  if (original) seed = problems.push({ place: '', texts: [original], answer: null }) - 1;
  const seedMember = seedAt(members, type);
  for (const [at, row] of rows) {
    if (!row) continue;
    const { reading } = row;
    const answer = Number(answerKey(reading) ?? NaN);
    const place = members[at]?.place ?? '';
    problems.push({ place, texts: reading.problem, answer: Number.isFinite(answer) ? answer : null });
    if (at === seedMember && !original) seed = problems.length - 1;
  }
  return problems.length > 1 ? memberMarks(type, problems, seed) : new Map();
}

/** The answer that all should have: the seed's, else the one that most have. */
function answerOfMost({ rows }: GroupState, seed: number): string | null {
  const seeded = rows.get(seed);
  const own = seeded ? answerKey(seeded.reading) : null;
  if (own !== null) return own;
  const counts = new Map<string, number>();
  for (const row of rows.values()) {
    const key = row ? answerKey(row.reading) : null;
    if (key !== null) counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return [...counts].toSorted((a, b) => b[1] - a[1])[0]?.[0] ?? null;
}

function moreWords(first: number, end: number, size: number): string {
  const [from, to, all] = [first + 1, end, size].map((number) => number.toLocaleString('en'));
  return `Rows ${from} to ${to} of ${all}. The cursor goes on to the next ones.`;
}
