import type { CheckedGroup } from './group-check';

/** A place is expected where this share of the groups have it. */
const NEARLY_ALL = 0.8;
/** With fewer groups than this, nothing can be said of what most of them have. */
const MANY_GROUPS = 5;
/** Groups with a further place are the rule when they are so many times more than those without. */
const TIMES_MORE = 10;
/** Further gatherings of places are not told apart. */
const MOST_GATHERINGS = 10_000;
/** A ladder's rungs are numbered; a number of more digits is an id. */
const RUNG = /^\d{1,3}$/;

/** Which places the groups of a dataset have, each alone and together. Datasets that are read together are told apart by their profiles. */
export class PlaceCensus {
  private readonly kinds = new Map<string, KindCensus>();

  add(group: CheckedGroup): void {
    const kind = kindOf(group);
    const census = this.kinds.get(kind) ?? new KindCensus();
    this.kinds.set(kind, census);
    census.add(placesOf(group));
  }

  missingIn(group: CheckedGroup): string[] {
    const here = placesOf(group);
    if (group.type === 'fusion' || group.type === 'composition' || here.length < 2) return [];
    const census = this.kinds.get(kindOf(group));
    const lacks = new Set([...(census?.common ?? []), ...(census?.wider(here) ?? []), ...gaps(here)]);
    for (const place of here) lacks.delete(place);
    return [...lacks];
  }
}

/** Places that groups have together, and how many groups have just these. */
interface Gathering {
  places: Set<string>;
  found: number;
}

/** The groups of one type. What follows from all of them is worked out once: groups are asked for after all were added. */
class KindCensus {
  private groups = 0;
  private readonly single = new Map<string, number>();
  private readonly together = new Map<string, Gathering>();
  private nearlyAll: string[] | null = null;
  private holders: Map<string, Gathering[]> | null = null;

  add(places: string[]): void {
    this.nearlyAll = this.holders = null;
    this.groups++;
    for (const place of places) this.single.set(place, (this.single.get(place) ?? 0) + 1);
    const key = JSON.stringify(places);
    const gathering = this.together.get(key);
    if (gathering) gathering.found++;
    else if (this.together.size < MOST_GATHERINGS)
      this.together.set(key, { places: new Set(places), found: 1 });
  }

  /** Places that nearly all groups of a type have. */
  get common(): string[] {
    if (this.groups < MANY_GROUPS) return [];
    return (this.nearlyAll ??= [...this.single].flatMap(([place, found]) =>
      found >= NEARLY_ALL * this.groups ? [place] : [],
    ));
  }

  /** What the many groups have that have all these places and more. */
  wider(here: string[]): Iterable<string> {
    const alike = this.together.get(JSON.stringify(here))?.found ?? 1;
    this.holders ??= this.holdersOfPlaces();
    const holding = here.map((place) => this.holders?.get(place) ?? []);
    const fewest = holding.reduce((least, each) => (each.length < least.length ? each : least));
    const wider = fewest.find(
      ({ places, found }) =>
        found >= alike * TIMES_MORE && places.size > here.length && here.every((place) => places.has(place)),
    );
    return wider?.places ?? [];
  }

  /** By place, the gatherings that have it and can be the rule. */
  private holdersOfPlaces(): Map<string, Gathering[]> {
    const holders = new Map<string, Gathering[]>();
    for (const gathering of this.together.values()) {
      if (gathering.found < TIMES_MORE) continue;
      for (const place of gathering.places) {
        const known = holders.get(place);
        if (known) known.push(gathering);
        else holders.set(place, [gathering]);
      }
    }
    return holders;
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
