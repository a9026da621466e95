/** A sign from the workbench's own set. Never the only sign: words or a name stand beside it. */
export function Icon({ name }: { name: string }) {
  return <i class={`codicon codicon-${name}`} aria-hidden="true" />;
}
