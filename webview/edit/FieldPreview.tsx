import { useContext, useEffect, useMemo, useState } from 'preact/hooks';
import type { Dialect } from '../../src/core/maths/dialect';
import { isObject, jsonText, kindOf, pathText } from '../../src/core/row/json';
import type { Json } from '../../src/core/row/json';
import { numberSpellings } from '../../src/core/row/number-spellings';
import { rowFields } from '../../src/core/row/row-fields';
import { RichText } from '../text/RichText';
import { TextContext } from '../text/text-services';

/** What is typed is drawn once the typing rests for so long (ms). */
const REST = 60;
/** More characters of a text, or more values of a list or object, are not drawn. */
const LONGEST_TEXT = 100_000;
const MOST_VALUES = 200;

interface FieldPreviewProps {
  /** Undefined while what is typed is no value: then the last one stays. */
  value: Json | undefined;
  typed: string;
  dialect: Dialect;
}

/** A field as it will be read, a moment after it was typed. */
export function FieldPreview({ value, typed, dialect }: FieldPreviewProps) {
  const shown = useRested(value, typed);
  const spellings = useMemo(() => numbersIn(shown), [shown]);
  return (
    <section class="edit-preview" aria-label="Preview">
      <div class="sec">
        <h2>Preview</h2>
        <span>{shown && kindOf(shown.value)}</span>
      </div>
      <div class="preview" tabIndex={0}>
        {shown && <Drawn value={shown.value} name="" spellings={spellings} dialect={dialect} />}
      </div>
    </section>
  );
}

interface Shown {
  value: Json;
  typed: string;
}

function useRested(value: Json | undefined, typed: string): Shown | null {
  const services = useContext(TextContext);
  const [shown, setShown] = useState<Shown | null>(value === undefined ? null : { value, typed });
  useEffect(() => {
    if (value === undefined || typed === shown?.typed) return;
    const timer = setTimeout(() => {
      if (services.kind === 'live') services.queue.beginBurst(); // formulas in sight do not flicker
      setShown({ value, typed });
    }, REST);
    return () => clearTimeout(timer);
  }, [value, typed, shown, services]);
  return shown;
}

/** Numbers are shown as they were typed. */
function numbersIn(shown: Shown | null): ReadonlyMap<string, string> {
  return shown === null || typeof shown.value === 'string' ? new Map() : numberSpellings(shown.typed);
}

interface DrawnProps {
  value: Json;
  /** The path to it. */
  name: string;
  spellings: ReadonlyMap<string, string>;
  dialect: Dialect;
}

function Drawn({ value, name, spellings, dialect }: DrawnProps) {
  if (typeof value === 'string') return <DrawnText text={value} dialect={dialect} />;
  if (!Array.isArray(value) && !isObject(value)) return <code>{spellings.get(name) ?? jsonText(value)}</code>;
  return (
    <dl class="fields">
      {leavesOf(value).map((leaf) => (
        <>
          <dt>{pathText(leaf.path)}</dt>
          <dd>
            <Drawn value={leaf.value} name={pathText(leaf.path)} spellings={spellings} dialect={dialect} />
          </dd>
        </>
      ))}
    </dl>
  );
}

function DrawnText({ text, dialect }: { text: string; dialect: Dialect }) {
  const cut = text.length > LONGEST_TEXT;
  return (
    <div class="text">
      <RichText source={{ text: cut ? text.slice(0, LONGEST_TEXT) : text, dialect }} />
      {cut && (
        <p class="mut">The preview ends here: the text has {text.length.toLocaleString('en')} characters.</p>
      )}
    </div>
  );
}

function leavesOf(value: Json) {
  const leaves = [];
  for (const field of rowFields(value)) {
    if (leaves.length === MOST_VALUES) break;
    const isLeaf = typeof field.value !== 'object' || field.value === null;
    if (isLeaf) leaves.push(field);
  }
  return leaves;
}
