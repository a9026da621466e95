import { useMemo } from 'preact/hooks';
import { changedSince } from '../../src/core/compare/changed-since';
import { changedParts } from '../../src/core/compare/changed-parts';
import type { Step } from '../../src/core/profile/reading';
import { CodeCells, CodeText } from '../text/CodeCells';
import { useFindingMarks } from '../text/finding-marks';
import { useFoundText } from '../text/found-text';
import type { Mark, Span } from '../text/mark';
import { RichText } from '../text/RichText';

interface StepTextProps {
  step: Pick<Step, 'source' | 'wrong' | 'form'>;
  /** What stands in its place in the trace that is labelled: what differs from it is marked. */
  against?: string | undefined;
  /** The step before, where what changed in formulas since is ringed. */
  since?: string | undefined;
  /** Where it is about to be divided: a UTF-16 offset in its text. */
  restFrom?: number | undefined;
}

/** A step's text: prose, a line of a program, or what a tool gave back. */
export function StepText({ step, against, since, restFrom }: StepTextProps) {
  const { source, form } = step;
  if (form === undefined || source.dialect !== 'plain')
    return <ComparedText {...{ step, against, since, restFrom }} />;
  return <ProgramText step={step} />;
}

/** Steps that have less than this in common are two texts, not two versions of one. */
const IN_COMMON = 0.4;

function ComparedText({ step: { source, wrong }, against, since, restFrom }: StepTextProps) {
  const marks = useMemo(
    () => [
      ...(against === undefined ? [] : differences(against, source)),
      ...(since === undefined ? [] : ofKind(changedSince(since, source.text, source.dialect), 'ring')),
      ...(restFrom === undefined ? [] : ofKind([{ start: restFrom, end: source.text.length }], 'rest')),
    ],
    [against, since, restFrom, source],
  );
  return <RichText source={source} wrong={wrong} marks={marks} field="step" />;
}

function differences(against: string, { text, dialect }: Step['source']): Mark[] {
  const parts = changedParts(against, text, dialect);
  const changed = parts.reduce((sum, { start, end }) => sum + end - start, 0);
  if (changed > (1 - IN_COMMON) * text.length) return [];
  return parts.map(({ start, end, formula }) => ({ start, end, kind: formula ? 'ring' : 'differs' }));
}

function ProgramText({ step: { source, wrong, form } }: { step: Pick<Step, 'source' | 'wrong' | 'form'> }) {
  const found = useFoundText(source.text, { field: 'step', path: source.path });
  const doubted = useFindingMarks(source.path, source.start, source.text.length);
  const marks = useMemo(
    () => [...ofKind(wrong, 'wrong'), ...ofKind(found, 'found'), ...doubted],
    [wrong, found, doubted],
  );
  const code = { cell: { kind: form ?? 'code', language: '' }, code: source.text, marks };
  if (form === 'output') return <CodeCells {...code} />;
  return (
    <pre class="program-lines">
      <CodeText {...code} />
    </pre>
  );
}

function ofKind(spans: Span[], kind: Mark['kind']): Mark[] {
  return spans.map(({ start, end }) => ({ start, end, kind }));
}
