/** Tells whether the page has the focus, and whether keys reach it: then no dialog lies over it either. */
export function watchKeys(onFocus: (focused: boolean) => void, onKeys: (on: boolean) => void): void {
  let told: boolean | null = null;
  const look = () => {
    const focused = document.hasFocus();
    onFocus(focused);
    const on = focused && document.querySelector('dialog[open]') === null;
    if (on !== told) onKeys(on);
    told = on;
  };
  for (const event of ['focus', 'blur']) window.addEventListener(event, look);
  for (const event of ['focusin', 'focusout', 'close'])
    document.addEventListener(event, () => setTimeout(look), true);
  document.addEventListener('visibilitychange', look);
  look();
}
