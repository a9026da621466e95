import type { FunctionComponent, HTMLAttributes, TargetedEvent } from 'preact';

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

export const ToolkitButton = tag<{ appearance: string; disabled: boolean }>('vscode-button');
export const ToolkitCheckbox = tag<{ checked: boolean; disabled: boolean }>('vscode-checkbox');
export const ToolkitDropdown = tag<{ value: string }>('vscode-dropdown');
export const ToolkitOption = tag<{ value: string }>('vscode-option');
export const ToolkitProgressRing = tag('vscode-progress-ring');
export const ToolkitTextArea = tag<{
  rows?: number;
  resize: string;
  value: string;
  placeholder: string;
  spellcheck?: boolean;
}>('vscode-text-area');
export const ToolkitTextField = tag<{ value: string; placeholder: string; spellcheck: boolean }>(
  'vscode-text-field',
);

/** What an event's control holds. */
export function valueOf(event: TargetedEvent<HTMLElement>): string {
  const { currentTarget } = event;
  return 'value' in currentTarget ? String(currentTarget.value) : '';
}
