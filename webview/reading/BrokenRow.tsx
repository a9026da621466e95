import { isSettled } from '../../src/core/annotation/finding-verdict';
import type { FindingVerdict } from '../../src/core/annotation/finding-verdict';
import type { ShownFinding } from '../../src/protocol/page';
import type { LoadedRow } from '../loaded-row';
import { Act } from '../Act';
import { Icon } from '../Icon';
import { megabytes } from './long-row';
import type { LongRowParts } from './long-row';
import { LongRow } from './LongRow';

/** Text around a fault that is drawn at most: a broken row can be megabytes long. */
const AROUND = 4000;

interface BrokenRowProps {
  row: LoadedRow;
  /** Its source can be edited here. */
  editable: boolean;
  /** Null where a page is only looked at: then the beginning of a long row is all there is. */
  parts: LongRowParts | null;
}

/** A row that is not JSON, with the error at its place; or one that is too long to be read whole. */
export function BrokenRow({ row, editable, parts }: BrokenRowProps) {
  const { parsed } = row;
  if (row.cut && parts) return <LongRow key={row.packet.number} row={row} parts={parts} />;
  if (row.cut)
    return (
      <Notice
        icon="info"
        words={`This row has ${megabytes(row.packet.size)} MB, too many to show: here is its beginning.`}
        text={parsed.text.slice(0, AROUND)}
      />
    );
  if (parsed.kind === 'blank') return <Notice icon="info" words="This line is blank." text="" />;
  if (parsed.kind === 'value') return null;
  const { offset, length, message } = parsed.error;
  const from = Math.max(0, offset - AROUND);
  return (
    <section class="broken-row">
      <p class="fault">
        <Icon name="error" /> This row is not JSON: {message} (character {offset + 1}).
      </p>
      <pre>
        {parsed.text.slice(from, offset)}
        <mark>{parsed.text.slice(offset, offset + length) || ' '}</mark>
        {parsed.text.slice(offset + length, offset + length + AROUND)}
      </pre>
      <p class="mut">Its neighbours are not affected.</p>
      <p class="ways-out">
        {editable && <Act of="editRow">Mend it here</Act>}
        <Act of="openAsText">Open as text</Act>
      </p>
    </section>
  );
}

function Notice({ icon, words, text }: { icon: string; words: string; text: string }) {
  return (
    <section class="broken-row">
      <p class="fault">
        <Icon name={icon} /> {words}
      </p>
      {text && <pre>{text}</pre>}
    </section>
  );
}

function verdictWords({ verdict, by, comment }: FindingVerdict): string {
  return `${verdict.replace('-', ' ')} (${by})${comment === '' ? '' : `: ${comment}`}`;
}

/** What the checks found in this row, a line each; what was judged a false alarm or accepted is struck out. */
export function FindingLines({ findings }: { findings: ShownFinding[] }) {
  if (findings.length === 0) return null;
  return (
    <ul class="findings" aria-label="Findings">
      {findings.slice(0, 8).map(({ severity, message, rule, verdict }) => (
        <li class={isSettled(verdict) ? 'settled' : severity}>
          <Icon name={severity} /> {isSettled(verdict) ? <s>{message}</s> : message}{' '}
          <span class="mut">
            {rule}
            {verdict && `, ${verdictWords(verdict)}`}
          </span>
        </li>
      ))}
      {findings.length > 8 && <li class="mut">and {findings.length - 8} more</li>}
      <li class="r">
        <Act of="openAsText">Open as text</Act>
      </li>
    </ul>
  );
}
