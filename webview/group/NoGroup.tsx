import { Act } from '../Act';
import { Busy } from '../controls';
import type { PageState } from '../page-state';
import { rulesInWords } from './group-words';

/** No group to show: says why, and what would make one. */
export function NoGroup({ state: { group, opening, progress } }: { state: PageState }) {
  const failure = group?.failure ?? group?.found?.failure ?? null;
  const row = ((group?.of ?? 0) + 1).toLocaleString('en');
  if (failure !== null) return <Empty title="The links could not be read." words={`${failure}.`} />;
  if (progress.rows === 0 && progress.complete)
    return <Empty title="This file has no rows yet." words="Rows that belong together are shown here." />;
  if (!group?.found || group.found.share < 1) {
    return (
      <div class="group empty">
        <Busy>Looking for rows that belong together with row {row}</Busy>
      </div>
    );
  }
  const rules = rulesInWords(opening.profile);
  if (rules !== '')
    return <Empty title={`Row ${row} belongs to no group.`} words={`Rows are linked as ${rules}.`} byHand />;
  const words = `The profile “${opening.profile.title}” has no link rule. A rule names the field, or the part of an id, that linked rows share.`;
  return <Empty title="No rows of this dataset are linked." words={words} byHand />;
}

function Empty({ title, words, byHand = false }: { title: string; words: string; byHand?: boolean }) {
  return (
    <div class="group empty" role="status">
      <p>{title}</p>
      <p class="mut">{words}</p>
      {byHand && <p class="mut">To link rows by hand, select them in the table (Space), then press ⇧L.</p>}
      <p>
        <Act of="clearQuery">Back</Act> <Act of="viewTable">Table</Act>{' '}
        {byHand && <Act of="chooseProfile">Choose profile</Act>}
      </p>
    </div>
  );
}
