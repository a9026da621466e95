import type { CheckedGroup } from './group-check';

/** A place is expected where this share of the groups have it. */
const NEARLY_ALL = 0.8;
/** With fewer groups than this, nothing can be said of what most of them have. */
const MANY_GROUPS = 5;
/** Groups with a further place are the rule when they are so many times more than those without. */
const TIMES_MORE = 10;
/** A ladder's rungs are numbered; a number of more digits is an id. */
const RUNG = /^\d{1,3}$/;

/** Which places the groups of a dataset have, each alone and together. Datasets that are read together are told apart by their profiles. */
export class PlaceCensus {
  private readonly groups = new Map<string, number>();
  private readonly single = new Map<string, number>();
  private readonly together = new Map<string, Map<string, number>>();

  add(group: CheckedGroup): void {
    const type = kindOf(group);
    const places = placesOf(group);
    this.groups.set(type, (this.groups.get(type) ?? 0) + 1);
    for (const place of places) count(this.single, `${type} ${place}`);
    let together = this.together.get(type);
    if (!together) this.together.set(type, (together = new Map()));
    if (together.size < 10_000) count(together, JSON.stringify(places));
  }

  missingIn(group: CheckedGroup): string[] {
    const here = placesOf(group);
    if (group.type === 'fusion' || group.type === 'composition' || here.length < 2) return [];
    const lacks = new Set([...this.common(kindOf(group)), ...this.wider(kindOf(group), here), ...gaps(here)]);
    for (const place of here) lacks.delete(place);
    return [...lacks];
  }

  /** Places that nearly all groups of a type have. */
  private common(type: string): string[] {
    const groups = this.groups.get(type) ?? 0;
    if (groups < MANY_GROUPS) return [];
    return [...this.single].flatMap(([key, found]) =>
      key.startsWith(`${type} `) && found >= NEARLY_ALL * groups ? [key.slice(type.length + 1)] : [],
    );
  }

  /** What the many groups have that have all these places and more. */
  private wider(type: string, here: string[]): string[] {
    const together = this.together.get(type) ?? new Map<string, number>();
    const alike = together.get(JSON.stringify(here)) ?? 1;
    for (const [key, found] of together) {
      if (found < alike * TIMES_MORE) continue;
      const places = JSON.parse(key) as string[];
      if (places.length > here.length && here.every((place) => places.includes(place))) return places;
    }
    return [];
  }
}

function kindOf({ type, profile }: CheckedGroup): string {
  return JSON.stringify([type, profile]);
}

/** The rungs between the lowest and the highest that are not there. */
function gaps(places: string[]): string[] {
  const rungs = places.filter((place) => RUNG.test(place)).map(Number);
  if (rungs.length < 2) return [];
  const [low, high] = [Math.min(...rungs), Math.max(...rungs)];
  return Array.from({ length: high - low + 1 }, (_, at) => String(low + at)).filter(
    (rung) => !places.includes(rung),
  );
}

/** The places that a group has, each once. */
export function placesOf({ members }: CheckedGroup): string[] {
  return [...new Set(members.map(({ place }) => place))].filter((place) => place !== '').toSorted();
}

function count(counts: Map<string, number>, key: string): void {
  counts.set(key, (counts.get(key) ?? 0) + 1);
}
