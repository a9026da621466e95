import type { SourceText } from '../../src/core/profile/reading';
import type { AnswerVerdict } from '../../src/core/answer/comparison';
import type { EvidenceOpening } from '../../src/protocol/evidence-page';
import { Icon } from '../Icon';
import { RichText } from '../text/RichText';
import { EvidenceAct } from './EvidenceAct';
import { claimOf, classTitle, itemWords } from './evidence-words';
import type { EvidenceSide, LoadedEvidence, MarkedText } from './loaded-evidence';
import { GroupTable } from './GroupTable';
import { RunTable } from './RunTable';
import { ScoreScale } from './ScoreScale';

interface EvidenceViewProps {
  evidence: LoadedEvidence;
  /** The dataset, and the benchmark or file that the hit is of. */
  name: string;
  kind: EvidenceOpening['kind'];
  source: string;
  version: string | null;
  solutions: boolean;
}

/** What a hit rests on: both texts side by side, what is the same in them and what is not, both answers, and why. */
export function EvidenceView({ evidence, name, kind, source, version, solutions }: EvidenceViewProps) {
  const { hit, row, item, found, drifted } = evidence;
  return (
    <section class="ev" aria-label={`Evidence of hit on row ${hit.row + 1}`} tabIndex={0}>
      <div class="claim">
        <div>
          <h1>{classTitle(hit.class)}</h1>
          <p class="mut">{claimOf(evidence, kind, source)}</p>
          {drifted && (
            <p class="drift">
              <Icon name="warning" /> One of the texts changed since the check: check again before you judge.
            </p>
          )}
        </div>
        {hit.score !== null && <ScoreScale score={hit.score} />}
      </div>
      <div class="pair">
        <section aria-label={`Row ${hit.row + 1}`}>
          <div class="sec">
            <h2 class="num">Row {(hit.row + 1).toLocaleString('en')}</h2>
            <span>{name}</span>
            <EvidenceAct of="openRow" class="r">
              Open
            </EvidenceAct>
          </div>
          <Problem texts={row.problem} />
          {found && (
            <>
              <h3 class="found-in">{found.words}</h3>
              <Problem texts={found.texts} />
            </>
          )}
        </section>
        <section aria-label={`${itemWords(kind, hit.item)} of ${source}`}>
          <div class="sec">
            <h2>
              {source}, {itemWords(kind, hit.item)}
            </h2>
            {version !== null && <span>{version}</span>}
            <EvidenceAct of="openItem" class="r">
              Open
            </EvidenceAct>
          </div>
          <Problem texts={item.problem} />
        </section>
      </div>
      <Answers evidence={evidence} kind={kind} />
      <Solutions row={row} item={item} open={solutions} />
      <GroupTable evidence={evidence} />
      <RunTable evidence={evidence} />
    </section>
  );
}

function Problem({ texts }: { texts: MarkedText[] }) {
  if (texts.length === 0) return <p class="mut problem">No problem text</p>;
  return (
    <div class="problem text">
      {texts.map(({ source, marks }) => (
        <RichText source={source} marks={marks} />
      ))}
    </div>
  );
}

const AGREEMENT: Record<AnswerVerdict, { icon: string; words: string }> = {
  'equal-exact': { icon: 'check', words: 'answers agree' },
  'equal-symbolic': { icon: 'check', words: 'answers agree' },
  'equal-rounded': { icon: 'check', words: 'answers agree, rounded' },
  different: { icon: 'circle-slash', words: 'answers differ' },
  'cannot-tell': { icon: 'question', words: 'cannot tell whether the answers agree' },
};

function Answers({
  evidence: { hit, row, item, answers },
  kind,
}: Pick<EvidenceViewProps, 'evidence' | 'kind'>) {
  const agreement = answers ? AGREEMENT[answers.verdict] : null;
  return (
    <div class="vs">
      <div>
        <span class="mut num">Answer, row {(hit.row + 1).toLocaleString('en')}</span>
        <AnswerText of={row.answer} />
      </div>
      <div>
        <span class="mut">Answer, {itemWords(kind, hit.item)}</span>
        <AnswerText of={item.answer} />
        <span class="r agreement" title={answers?.how}>
          <Icon name={agreement?.icon ?? 'dash'} /> {agreement?.words ?? 'nothing to compare'}
        </span>
      </div>
    </div>
  );
}

function AnswerText({ of }: { of: SourceText | null }) {
  if (!of) return <span class="mut">none</span>;
  return (
    <b>
      <RichText source={of} inline />
    </b>
  );
}

function Solutions({ row, item, open }: { row: EvidenceSide; item: EvidenceSide; open: boolean }) {
  if (row.solution.length + item.solution.length === 0) return null;
  return (
    <div class="pair solutions">
      {[row, item].map(({ solution }, at) => (
        <section aria-label={at === 0 ? 'Solution of the row' : 'Solution of the item'}>
          <div class="sec">
            <h3>{solution.length > 0 ? 'Solution' : 'No solution'}</h3>
            {at === 0 && (
              <EvidenceAct of="toggleSolution" class="r" expanded={open}>
                {open ? 'Fold' : 'Unfold'}
              </EvidenceAct>
            )}
          </div>
          {open && (
            <div class="text note">
              {solution.map((source) => (
                <p>
                  <RichText source={source} />
                </p>
              ))}
            </div>
          )}
        </section>
      ))}
    </div>
  );
}
