import type { SecondOpinion } from '../../src/protocol/evidence-page';
import { EvidenceAct } from './EvidenceAct';
import type { LoadedEvidence } from './loaded-evidence';
import type { NumberedRun } from './hit-marks';

/** The stretches that are the same, where they stand, and what else speaks for the class. */
export function RunTable({ evidence }: { evidence: LoadedEvidence }) {
  const { runs, numbers, others, twins, field, hit } = evidence;
  return (
    <div class="grounds">
      <div>
        <table class="runs">
          <thead>
            <tr>
              <th scope="col">Same text</th>
              <th scope="col">Row, characters</th>
              <th scope="col">{hit.group ? 'Other row' : 'Item'}, characters</th>
            </tr>
          </thead>
          <tbody>
            {runs.map((run) => (
              <Run key={run.number} run={run} />
            ))}
          </tbody>
        </table>
        {runs.length === 0 && (
          <p class="mut">No long stretch is the same: words and numbers are shared one by one.</p>
        )}
        <p class="legend">
          <span>
            <span class="run">underlined</span> same text
          </span>
          <span>
            <span class="ring">circled</span> different number
          </span>
        </p>
      </div>
      <dl class="why num">
        {field !== null && (
          <>
            <dt>Field of the row</dt>
            <dd>
              <code>{field}</code>
            </dd>
          </>
        )}
        <dt>Numbers that differ</dt>
        <dd>{numbers.length}</dd>
        <dt>{hit.group ? 'Other rows like that row' : 'Other rows on this item'}</dt>
        <dd>{others}</dd>
        <dt>Of these with the same two texts</dt>
        <dd>{twins}</dd>
        {hit.group === null && (
          <>
            <dt>By its score</dt>
            <dd>{hit.decision}</dd>
          </>
        )}
        {hit.group === null && hit.decision === 'review' && <Opinion of={hit.opinion} />}
      </dl>
    </div>
  );
}

/** What a service of embeddings says: beside the evidence, and not counted. */
function Opinion({ of }: { of: SecondOpinion | null }) {
  return (
    <>
      <dt>Second opinion, not counted</dt>
      <dd title={of?.by}>
        {of ? `alike ${of.likeness.toFixed(2)}, ${of.by}` : <EvidenceAct of="secondOpinion">Ask</EvidenceAct>}
      </dd>
    </>
  );
}

function Run({ run: { number, row, item } }: { run: NumberedRun }) {
  return (
    <tr>
      <td>
        <span class="run">
          <sup>{number}</sup>
          {item.end - item.start} characters
        </span>
      </td>
      <td class="num">
        {row.start} to {row.end}
      </td>
      <td class="num">
        {item.start} to {item.end}
      </td>
    </tr>
  );
}
