import type { ComponentChildren, FunctionComponent, HTMLAttributes, Ref, TargetedEvent } from 'preact';
import { useEffect, useImperativeHandle, useRef } from 'preact/hooks';

/** The one place that knows which library the page's controls come from. */
export async function registerControls(): Promise<void> {
  const toolkit = await import('@vscode/webview-ui-toolkit');
  toolkit
    .provideVSCodeDesignSystem()
    .register(
      toolkit.vsCodeButton(),
      toolkit.vsCodeCheckbox(),
      toolkit.vsCodeDropdown(),
      toolkit.vsCodeOption(),
      toolkit.vsCodeProgressRing(),
      toolkit.vsCodeTextArea(),
      toolkit.vsCodeTextField(),
    );
}

/** A custom element for use in JSX. */
function tag<Own = object>(name: string): FunctionComponent<HTMLAttributes<HTMLElement> & Own> {
  return name as unknown as FunctionComponent<HTMLAttributes<HTMLElement> & Own>;
}

const ToolkitButton = tag<{ appearance: string; disabled: boolean }>('vscode-button');
const ToolkitCheckbox = tag<{ checked: boolean; disabled: boolean }>('vscode-checkbox');
const ToolkitDropdown = tag<{ value: string }>('vscode-dropdown');
const ToolkitOption = tag<{ value: string }>('vscode-option');
const ToolkitProgressRing = tag('vscode-progress-ring');
const ToolkitTextArea = tag<{
  rows?: number;
  resize: string;
  value: string;
  placeholder: string;
  spellcheck?: boolean;
}>('vscode-text-area');
const ToolkitTextField = tag<{ value: string; placeholder: string; spellcheck: boolean }>(
  'vscode-text-field',
);

interface ButtonProps {
  onPress: () => void;
  /** `quiet` is text with its key, `label` is one of the four label places, `primary` confirms a form. */
  look: 'quiet' | 'label' | 'primary' | 'secondary';
  class?: string;
  /** For buttons whose content is no words. */
  name?: string;
  title?: string;
  pressed?: boolean;
  expanded?: boolean;
  disabled?: boolean;
  children: ComponentChildren;
}

export function Button(props: ButtonProps) {
  const { onPress, look, name, title, pressed, expanded, disabled = false, children, ...rest } = props;
  return (
    <ToolkitButton
      disabled={disabled}
      appearance={look === 'primary' ? 'primary' : 'secondary'}
      class={`button ${look} ${rest.class ?? ''}`}
      aria-label={name}
      title={title}
      aria-pressed={pressed}
      aria-expanded={expanded}
      onClick={onPress}
    >
      {children}
    </ToolkitButton>
  );
}

interface ChoiceProps {
  label: string;
  value: string;
  options: readonly { value: string; text: string }[];
  onChoose: (value: string) => void;
}

export function Choice({ label, value, options, onChoose }: ChoiceProps) {
  return (
    <label class="field">
      <span>{label}</span>
      <ToolkitDropdown aria-label={label} value={value} onChange={(event) => onChoose(valueOf(event))}>
        {options.map((option) => (
          <ToolkitOption value={option.value}>{option.text}</ToolkitOption>
        ))}
      </ToolkitDropdown>
    </label>
  );
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
      aria-label={label}
      spellcheck={false}
      onInput={(event) => onInput(valueOf(event))}
      {...rest}
    />
  );
}

interface CheckProps {
  checked: boolean;
  disabled?: boolean;
  onChange: () => void;
  children: ComponentChildren;
}

export function Check({ checked, disabled = false, onChange, children }: CheckProps) {
  return (
    <ToolkitCheckbox
      class="check"
      checked={checked}
      disabled={disabled}
      onClick={() => !disabled && onChange()}
    >
      {children}
    </ToolkitCheckbox>
  );
}

/** Work is under way, and nobody knows how long it takes. */
export function Busy({ children }: { children: ComponentChildren }) {
  return (
    <span class="busy" role="status">
      <ToolkitProgressRing /> {children}
    </span>
  );
}

/** Whether keys that are typed now go into a text box. */
export function isTyping(element: Element | null): boolean {
  return (
    element !== null &&
    /^(vscode-text-(area|field)|vscode-dropdown|input|textarea|select)$/i.test(element.tagName)
  );
}

/** Whether Enter or Space now press a control. */
export function isControl(element: Element | null): boolean {
  return element !== null && /^(vscode-(button|checkbox|option)|button|summary|a)$/i.test(element.tagName);
}

function valueOf(event: TargetedEvent<HTMLElement>): string {
  const { currentTarget } = event;
  return 'value' in currentTarget ? String(currentTarget.value) : '';
}
