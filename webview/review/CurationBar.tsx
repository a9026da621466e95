import type { CurationVerdict } from '../../src/core/annotation/event';
import { Act } from '../Act';
import { Icon } from '../Icon';
import type { PageState } from '../page-state';
import type { ReviewSession } from '../review-session';

const ACTS = [
  { verdict: 'accepted', action: 'acceptRow', word: 'Accept' },
  { verdict: 'rejected', action: 'rejectRow', word: 'Reject' },
  { verdict: 'fixed', action: 'fixRow', word: 'Fix' },
  { verdict: 'skipped', action: 'skipReview', word: 'Skip' },
] as const;

const ICONS: Record<CurationVerdict, string> = {
  accepted: 'pass',
  rejected: 'circle-slash',
  fixed: 'edit',
  skipped: 'debug-step-over',
};

/** What is made of the whole row, a key each, with how many were made so; and what everybody made of this one. */
export function CurationBar({ state, review }: { state: PageState; review: ReviewSession }) {
  const { row, curated, opening } = state;
  const { curations } = review;
  const own = curations.find(({ annotator }) => annotator === opening.annotator);
  const changed = new Set(
    (row?.packet.review ?? []).flatMap(({ decision, drifted }) => (drifted ? [decision.id] : [])),
  );
  return (
    <div class="curate" role="group" aria-label="The whole row">
      <b>Row</b>
      {ACTS.map(({ verdict, action, word }) => (
        <Act of={action} pressed={own?.what === 'curation' && own.value.verdict === verdict}>
          {word} <span class="num mut">{curated[verdict].toLocaleString('en')}</span>
        </Act>
      ))}
      <span class="made" role="status">
        {curations.map(
          (each) =>
            each.what === 'curation' && (
              <span key={each.annotator}>
                <Icon name={ICONS[each.value.verdict]} /> {each.value.verdict} by {each.annotator}
                {changed.has(each.id) && <span class="mut"> before the row changed</span>}
              </span>
            ),
        )}
      </span>
    </div>
  );
}
