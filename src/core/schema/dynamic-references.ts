import type { JsonPath } from '../row/json';
import { pointerTo } from './json-pointer';
import { schemaParts } from './schema-parts';
import { UnusableSchema } from './unusable-schema';

type Schema = Record<string, unknown>;

/** What the root is called where parts have an `$id` and it has none: a reference over resources needs its name. */
const ROOT = 'https://schema.invalid/root';

/**
 * Writes `$ref` for each `$dynamicRef` of a schema, which is changed. A `$dynamicRef` means the outermost of the schema resources that
 * were gone through and have its `$dynamicAnchor` (core, section 8.2.3.2). Rows are held against the root, so that it is always the
 * outermost: where it has the anchor, that one is meant; where only one resource has it, that one. Throws UnusableSchema where it
 * depends on the way.
 */
export function withoutDynamicReferences(schema: Schema): Schema {
  const parts = [...schemaParts(schema)];
  if (!parts.some(([part]) => part['$dynamicRef'] !== undefined || part['$dynamicAnchor'] !== undefined))
    return schema;
  const resources = parts.filter(([part, path]) => path.length > 0 && part['$id'] !== undefined);
  if (resources.length > 0) schema['$id'] ??= ROOT;
  const { $id: root } = schema;
  const anchors = new Anchors(typeof root === 'string' ? root : '', parts, resources);
  for (const [part, path] of parts) {
    const { $ref: fixed, $dynamicRef: dynamic, $dynamicAnchor: anchor } = part;
    if (typeof fixed === 'string') part['$ref'] = anchors.fixed(fixed, path);
    if (typeof dynamic === 'string') refer(part, anchors.dynamic(dynamic, path));
    if (typeof anchor === 'string' && anchors.isAlone(anchor)) part['$anchor'] ??= anchor;
    delete part['$dynamicRef'];
    delete part['$dynamicAnchor'];
  }
  return schema;
}

/** The `$dynamicAnchor`s of a schema: where each resource has them. The validator mixes up those of one name, so that these are told by their places. */
class Anchors {
  private readonly root: string;
  private readonly resources: JsonPath[];
  /** By name, then by the path of the resource, as JSON: the path of the part. */
  private readonly places = new Map<string, Map<string, JsonPath>>();

  constructor(root: string, parts: [Schema, JsonPath][], resources: [Schema, JsonPath][]) {
    this.root = root;
    this.resources = resources.map(([, path]) => path).toSorted((a, b) => b.length - a.length);
    for (const [{ $dynamicAnchor: name }, path] of parts) {
      if (typeof name !== 'string') continue;
      const places = this.places.get(name) ?? new Map<string, JsonPath>();
      this.places.set(name, places.set(this.home(path), path));
    }
  }

  isAlone(name: string): boolean {
    return this.places.get(name)?.size === 1;
  }

  /** What a `$ref` means: only that within its own resource is told anew. */
  fixed(reference: string, path: JsonPath): string {
    const places = reference.startsWith('#') ? this.places.get(reference.slice(1)) : undefined;
    const place = places && places.size > 1 ? places.get(this.home(path)) : undefined;
    return place ? this.pointer(place) : reference;
  }

  dynamic(reference: string, path: JsonPath): string {
    const name = reference.slice(reference.indexOf('#') + 1);
    const places = this.places.get(name);
    if (!reference.includes('#') || !places || places.size === 1) return reference;
    const ofRoot = places.get(this.home([]));
    if (ofRoot) return this.pointer(ofRoot);
    throw new UnusableSchema(
      [...path, '$dynamicRef'],
      `may mean any of ${places.size} parts with an $id of their own, as each has the $dynamicAnchor “${name}”: which one depends on the way to it; say by $ref which one is meant`,
    );
  }

  /** Of a path within the root: the resource that it is in. */
  private home(path: JsonPath): string {
    return JSON.stringify(
      this.resources.find((resource) => resource.every((step, at) => step === path[at])) ?? [],
    );
  }

  private pointer(path: JsonPath): string {
    return path.length === 0 ? this.root : `${this.root}#${pointerTo(path)}`;
  }
}

function refer(part: Schema, reference: string): void {
  if (part['$ref'] === undefined) part['$ref'] = reference;
  else part['allOf'] = [...(Array.isArray(part['allOf']) ? part['allOf'] : []), { $ref: reference }];
}
