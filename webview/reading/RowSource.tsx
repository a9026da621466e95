import type { LoadedRow } from '../loaded-row';
import { jsonText } from '../../src/core/row/json';
import { Act } from '../Act';

/** More source than this many characters is cut. */
const LONGEST = 200_000;

/** The row as it is written, over several lines to be read. */
export function RowSource({ row: { parsed }, editable }: { row: LoadedRow; editable: boolean }) {
  const text = parsed.kind === 'value' ? jsonText(parsed.value, 2) : parsed.text;
  return (
    <section class="source" aria-label="Row source">
      <div class="sec">
        <h2>Source</h2>
        <span>formatted for reading; the file keeps its own bytes</span>
        <span class="r source-acts">
          {editable && <Act of="editField">Edit field</Act>}
          {editable && <Act of="editRow">Edit row</Act>}
          <Act of="toggleSource">Hide</Act>
        </span>
      </div>
      <pre tabIndex={0}>{text.length > LONGEST ? `${text.slice(0, LONGEST)}\n…` : text}</pre>
    </section>
  );
}
