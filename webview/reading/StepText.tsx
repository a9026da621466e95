import { useMemo } from 'preact/hooks';
import type { Step } from '../../src/core/profile/reading';
import { CodeCells, CodeText } from '../text/CodeCells';
import { useFindingMarks } from '../text/finding-marks';
import { useFoundText } from '../text/found-text';
import type { Mark, Span } from '../text/mark';
import { RichText } from '../text/RichText';

/** A step's text: prose, a line of a program, or what a tool gave back. */
export function StepText({ step }: { step: Pick<Step, 'source' | 'wrong' | 'form'> }) {
  const { source, wrong, form } = step;
  if (form === undefined || source.dialect !== 'plain')
    return <RichText source={source} wrong={wrong} field="step" />;
  return <ProgramText step={step} />;
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

function ofKind(spans: Span[], kind: 'wrong' | 'found'): Mark[] {
  return spans.map(({ start, end }) => ({ start, end, kind }));
}
