import fuzzysort from 'fuzzysort';

/** Something that a row or a step can be tagged with. */
export interface TagChoice {
  id: string;
  name: string;
  /** What it is and where it stands, in words. */
  about: string;
}

/** A choice in the list, and why it stands where it does. */
export interface ListedChoice {
  choice: TagChoice;
  /** `set`: it is a tag already; `recent`: it was used lately; `own`: it is in no library, only typed. */
  as: 'set' | 'recent' | 'library' | 'own';
}

export interface KnownChoices {
  /** Entries of libraries. */
  library: readonly TagChoice[];
  /** Tags that stand on the target. */
  set: readonly TagChoice[];
  /** Tags used lately, the last one first. */
  recent: readonly TagChoice[];
}

const MOST = 200;
/** A worse match than this is noise. */
const LEAST_SCORE = 0.25;

/** The choices for what was typed: those that are set first, then those used lately, then the library; each once. */
export function listChoices({ library, set, recent }: KnownChoices, typed: string): ListedChoice[] {
  const wanted = typed.trim();
  const seen = new Set<string>();
  const listed = [
    ...fitting(set, wanted).map((choice) => ({ choice, as: 'set' as const })),
    ...fitting(recent, wanted).map((choice) => ({ choice, as: 'recent' as const })),
    ...fitting(library, wanted).map((choice) => ({ choice, as: 'library' as const })),
  ].filter(({ choice }) => !seen.has(choice.id) && seen.add(choice.id));
  const shown: ListedChoice[] = listed.slice(0, MOST);
  const known = [...library, ...set, ...recent].some((choice) => isNamed(choice, wanted));
  if (wanted !== '' && !known) shown.push({ choice: { id: wanted, name: wanted, about: '' }, as: 'own' });
  return shown;
}

function isNamed({ id, name }: TagChoice, wanted: string): boolean {
  return [id, name].some((word) => word.toLowerCase() === wanted.toLowerCase());
}

/** Those that match, the best first; all in their order when nothing was typed. */
function fitting(choices: readonly TagChoice[], wanted: string): TagChoice[] {
  if (wanted === '') return [...choices];
  const by = (key: 'name' | 'id') =>
    fuzzysort.go(wanted, choices, { key, threshold: LEAST_SCORE, limit: MOST }).map(({ obj }) => obj);
  return [...by('name'), ...by('id')];
}
