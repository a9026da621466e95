import type { Ref } from 'preact';
import { useEffect, useImperativeHandle, useLayoutEffect, useRef } from 'preact/hooks';
import { ToolkitTextArea, ToolkitTextField, valueOf } from './toolkit';

/** Names a control: the library gives each one of its own, such as “Text field”, once it stands in the page. */
function useName(label: string): Ref<HTMLElement> {
  const control = useRef<HTMLElement>(null);
  useLayoutEffect(() => control.current?.setAttribute('aria-label', label), [label]);
  return control;
}

interface TextBoxProps {
  label: string;
  value: string;
  placeholder: string;
  onInput: (value: string) => void;
}

export function TextBox({ label, value, placeholder, onInput }: TextBoxProps) {
  return (
    <label class="field">
      <span>{label}</span>
      <ToolkitTextArea
        ref={useName(label)}
        aria-label={label}
        placeholder={placeholder}
        data-first
        rows={4}
        resize="none"
        value={value}
        onInput={(event) => onInput(valueOf(event))}
      />
    </label>
  );
}

/** A text box with a list of what can be typed in it. */
export interface ComboBox {
  focus(): void;
  /** UTF-16 offset in its text. */
  readonly caret: number;
  setCaret(at: number): void;
  /** Goes to the box with the first letters of what is typed: the next ones come after them. */
  begin(text: string): void;
}

interface ComboBoxProps {
  /** Gives hold of the box. */
  box: Ref<ComboBox>;
  label: string;
  value: string;
  placeholder: string;
  /** Element id of the list, and of the option in hand; null while there is none. */
  list: string | null;
  option: string | null;
  invalid: boolean;
  onInput: (value: string) => void;
  onFocus: () => void;
  onBlur: () => void;
  onKeyDown: (event: KeyboardEvent) => void;
}

export function ComboBoxField({ box, label, list, option, invalid, onInput, ...rest }: ComboBoxProps) {
  const field = useRef<HTMLElement>(null);
  const input = () => field.current?.shadowRoot?.querySelector('input') ?? null;
  useImperativeHandle(box, () => ({
    focus: () => input()?.focus(),
    get caret() {
      return input()?.selectionStart ?? 0;
    },
    setCaret: (at) => input()?.setSelectionRange(at, at),
    begin: (text) => {
      const inner = input();
      if (!inner) return;
      inner.value = text; // the library would put it there a frame later, over what is typed meanwhile
      inner.focus();
      inner.setSelectionRange(text.length, text.length);
    },
  }));
  useLayoutEffect(() => field.current?.setAttribute('aria-label', label), [label]); // the library has set its own
  useLayoutEffect(() => describeCombo(input(), list, option));
  return (
    <ToolkitTextField
      ref={field}
      class="combo"
      aria-label={label}
      aria-invalid={invalid}
      spellcheck={false}
      onInput={(event) => onInput(valueOf(event))}
      {...rest}
    />
  );
}

/** The library's text field knows nothing of lists: its inner box, which has the focus, is told. */
function describeCombo(input: HTMLInputElement | null, list: string | null, option: string | null): void {
  if (!input) return;
  input.setAttribute('role', 'combobox');
  input.setAttribute('aria-autocomplete', 'list');
  input.setAttribute('aria-expanded', String(list !== null));
  input.setAttribute('autocomplete', 'off');
  Object.assign(input, {
    ariaControlsElements:
      list === null ? null : [document.getElementById(list)].filter((each) => each !== null),
    ariaActiveDescendantElement: option === null ? null : document.getElementById(option),
  });
}

/** A text box that fills its place, for source or for a field's text. */
export interface SourceBox {
  focus(): void;
  /** Puts the caret there, or selects, and brings it into view. UTF-16 offsets. */
  select(start: number, end: number): void;
}

interface SourceBoxProps {
  /** Gives hold of the box. */
  box: Ref<SourceBox>;
  label: string;
  value: string;
  look: 'json' | 'text';
  invalid: boolean;
  /** A part that is marked in its place. */
  marked: { start: number; end: number; look: 'error' | 'warning' } | null;
  onInput: (value: string) => void;
}

/** A longer text is not laid out a second time for its mark. */
const LONGEST_MARKED = 200_000;

export function SourceBoxField(props: SourceBoxProps) {
  const { box, label, value, look, invalid, marked, onInput } = props;
  const area = useRef<HTMLElement>(null);
  const place = useRef<HTMLDivElement>(null);
  const mirror = useRef<HTMLPreElement>(null);
  const inner = () => area.current?.shadowRoot?.querySelector('textarea') ?? null;
  const alignMirror = () => alignTo(inner(), mirror.current);
  useImperativeHandle(box, () => ({
    focus: () => inner()?.focus(),
    select: (start, end) => selectIn(inner(), place.current, [start, end]),
  }));
  useEffect(() => {
    const text = inner();
    text?.addEventListener('scroll', alignMirror);
    return () => text?.removeEventListener('scroll', alignMirror);
  }, []);
  useEffect(alignMirror);
  return (
    <div class={`source-box is-${look}`} ref={place}>
      <ToolkitTextArea
        ref={area}
        aria-label={label}
        aria-invalid={invalid}
        placeholder=""
        resize="none"
        spellcheck={false}
        value={value}
        onInput={(event) => onInput(valueOf(event))}
      />
      {marked && value.length <= LONGEST_MARKED && (
        <pre class="mirror" aria-hidden="true" ref={mirror}>
          {value.slice(0, marked.start)}
          <mark class={marked.look}>{value.slice(marked.start, marked.end)}</mark>
          {`${value.slice(marked.end)}\n`}
        </pre>
      )}
    </div>
  );
}

/** Lays the mirror of a text box's text over it: as wide without its scroll bar, and scrolled as far. */
function alignTo(text: HTMLTextAreaElement | null, mirror: HTMLElement | null): void {
  if (!text || !mirror) return;
  mirror.style.right = `${text.offsetWidth - text.clientWidth - 2}px`;
  mirror.scrollTop = text.scrollTop;
}

/** A browser does not bring a selection into view that was not typed or clicked. */
function selectIn(
  text: HTMLTextAreaElement | null,
  around: HTMLElement | null,
  [start, end]: [number, number],
): void {
  if (!text || !around) return;
  text.focus();
  text.setSelectionRange(start, end);
  text.scrollTop = topOf(text, around, start) - text.clientHeight / 3;
}

/** Where an offset stands in the box's content (CSS pixels), by the same text laid out alike. */
function topOf(text: HTMLTextAreaElement, around: HTMLElement, offset: number): number {
  const { value, scrollHeight } = text;
  if (value.length > LONGEST_MARKED) return (scrollHeight * offset) / value.length;
  const ruler = document.createElement('pre');
  const place = document.createElement('span');
  ruler.className = 'mirror';
  place.textContent = '|';
  ruler.append(value.slice(0, offset), place);
  around.append(ruler);
  alignTo(text, ruler);
  const top = place.offsetTop;
  ruler.remove();
  return top;
}

interface LineBoxProps {
  label: string;
  value: string;
  placeholder: string;
  class?: string;
  onInput: (value: string) => void;
  onKeyDown?: (event: KeyboardEvent) => void;
}

/** A text box of one line. */
export function LineBox({ label, onInput, ...rest }: LineBoxProps) {
  return (
    <ToolkitTextField
      ref={useName(label)}
      aria-label={label}
      spellcheck={false}
      onInput={(event) => onInput(valueOf(event))}
      {...rest}
    />
  );
}
