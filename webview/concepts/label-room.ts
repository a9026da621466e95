/** A label that wants to stand somewhere: its middle, its top and its size, in CSS pixels. */
export interface Label {
  id: number;
  x: number;
  y: number;
  width: number;
  height: number;
}

/** The labels for which there is room, where those that come first have the right of way. `always` gets its place whatever. */
export function labelsWithRoom(labels: Label[], always: ReadonlySet<number>): Set<number> {
  const placed: Label[] = labels.filter(({ id }) => always.has(id));
  const shown = new Set(placed.map(({ id }) => id));
  for (const label of labels) {
    if (shown.has(label.id) || placed.some((other) => overlap(label, other))) continue;
    placed.push(label);
    shown.add(label.id);
  }
  return shown;
}

function overlap(one: Label, other: Label): boolean {
  return (
    Math.abs(one.x - other.x) * 2 < one.width + other.width &&
    one.y < other.y + other.height &&
    other.y < one.y + one.height
  );
}
