import { counted } from '../../src/core/counted';
import type { CountedEntry } from '../../src/core/concept/concept-report';
import { RichText } from '../text/RichText';
import { ConceptAct } from './ConceptAct';
import type { ConceptSession, ConceptState } from './concept-session';

/** What the entry in hand says, how often it is used, and what with: each leads to its rows. */
export function ConceptDetail({ state, session }: { state: ConceptState; session: ConceptSession }) {
  const entry = session.chosenEntry;
  if (!entry) return null;
  const others = neighboursOf(state);
  return (
    <aside class="concept-detail" aria-label="The concept in hand" tabIndex={0}>
      <h2>{entry.title}</h2>
      <p class="mut">{[entry.kind, ...entry.path].join(' › ')}</p>
      {entry.text !== entry.title && (
        <div class="text note">
          <RichText source={{ text: entry.text, dialect: entry.dialect, path: [] }} />
        </div>
      )}
      <p class="mut">
        <code>{entry.id}</code>
      </p>
      <p class="num">{countsOf(entry)}</p>
      <p>
        <ConceptAct of="findRows">Show its rows</ConceptAct>
      </p>
      {others.length > 0 && <h3>In rows with</h3>}
      <ul>
        {others.map(({ other, rows }) => (
          <li key={other.id}>
            <button
              type="button"
              title={other.title}
              onClick={() => void session.find(entry.query, other.query)}
            >
              <span class="name">{other.title}</span> <span class="num mut">{rows.toLocaleString('en')}</span>
            </button>
          </li>
        ))}
      </ul>
    </aside>
  );
}

function countsOf({ rows, steps, tagged, examples }: CountedEntry): string {
  const tags = Object.entries(tagged).map(([by, count]) => `${count.toLocaleString('en')} tagged by ${by}`);
  return [
    counted(rows, 'row'),
    ...(steps > 0 ? [counted(steps, 'step')] : []),
    ...(examples > 0 ? [counted(examples, 'example')] : []),
    ...tags,
  ].join(', ');
}

const MOST_SHOWN = 30;

function neighboursOf({ opening, chosen }: ConceptState): { other: CountedEntry; rows: number }[] {
  const { entries = [], together = [] } = opening.report ?? {};
  return together
    .flatMap(({ one, other, rows }) => {
      const place = one === chosen ? other : other === chosen ? one : null;
      const found = place === null ? undefined : entries[place];
      return found ? [{ other: found, rows }] : [];
    })
    .toSorted((a, b) => b.rows - a.rows)
    .slice(0, MOST_SHOWN);
}
