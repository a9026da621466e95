import { Busy } from '../controls';
import { EvidenceAct } from './EvidenceAct';
import type { EvidenceState } from './evidence-session';

interface OpeningProps {
  opening: EvidenceState['opening'];
}

/** Why there is nothing to see, and what to do. */
export function NoHits({ state: { opening } }: { state: EvidenceState }) {
  return opening.kind === 'duplicate' ? <NoDuplicates opening={opening} /> : <NoProblems opening={opening} />;
}

function NoDuplicates({ opening: { name, run, rows, sources, underWay, stopped, failure } }: OpeningProps) {
  const others = sources.slice(0, -1).map((source) => source.name);
  const where = [name, ...others].join(', ');
  return (
    <div class="blank">
      {failure !== null ? (
        <p role="alert">The search ended early: {failure}</p>
      ) : underWay !== null ? (
        <Busy>Comparing the problems of {where}</Busy>
      ) : run === 0 ? (
        <p>Duplicates were not looked for since {name} was opened.</p>
      ) : stopped ? (
        <p>The search was stopped before its end.</p>
      ) : (
        <p>
          No two of the {rows.toLocaleString('en')} rows of {where} have the same problem, as far as the
          search can tell.
        </p>
      )}
      {underWay === null && (
        <EvidenceAct of="findDuplicates" look="secondary">
          Find duplicates
        </EvidenceAct>
      )}
    </div>
  );
}

function NoProblems({ opening }: OpeningProps) {
  const { name, run, known, rows, sources, underWay, stopped, failure } = opening;
  const names = sources.map((source) => source.name).join(', ');
  return (
    <div class="blank">
      {failure !== null ? (
        <p role="alert">The check ended early: {failure}</p>
      ) : underWay !== null ? (
        <Busy>Looking for problems of {names || 'benchmarks'}</Busy>
      ) : known === 0 && run === 0 ? (
        <>
          <p>scholium.json names no benchmark yet.</p>
          <p class="mut">A benchmark is any dataset that {name} must not contain, such as a test set.</p>
          <EvidenceAct of="addBenchmark" look="secondary">
            Add a benchmark
          </EvidenceAct>
        </>
      ) : run === 0 ? (
        <>
          <p>{name} was not checked since it was opened.</p>
          <EvidenceAct of="check" look="secondary">
            Check against {known === 1 ? 'the benchmark' : `${known} benchmarks`}
          </EvidenceAct>
        </>
      ) : (
        <>
          <p>
            {stopped
              ? `No hit in the first ${rows.toLocaleString('en')} rows.`
              : `No row of ${name} holds a problem of ${names}, as far as the check can tell.`}
          </p>
          <p class="mut">Translations and short formulas with other numbers are often missed.</p>
          <EvidenceAct of="check" look="secondary">
            Check again
          </EvidenceAct>
        </>
      )}
    </div>
  );
}
