import { findNodeAtLocation, getNodeValue, parseTree, printParseErrorCode } from 'jsonc-parser';
import type { Node, ParseError } from 'jsonc-parser';
import type * as z from 'zod';
import type { JsonPath } from '../row/json';
import { pathText } from '../row/json';
import { meaningOf } from './meaning-faults';
import { placeInText } from './project-fault';
import type { PathFault, ProjectFault } from './project-fault';
import type { ProjectData } from './project-schema';
import { knownKeys, sections } from './project-schema';

/** A project file as it was read: what of it holds, and what is wrong. */
export interface ReadProject extends ProjectData {
  faults: ProjectFault[];
  /** Line, from 1, of the value at a path. */
  lineOf(path: JsonPath): number;
}

/**
 * Reads the text of a project file. An entry that is wrong is left out, with a fault that says so; never throws. `more`: what is
 * wrong with files that it names.
 */
export function readProject(text: string, more: PathFault[] = []): ReadProject {
  const errors: ParseError[] = [];
  const root = parseTree(text, errors, { allowTrailingComma: true });
  const fault = ({ path, message, severity = 'error', structural = false }: PathFault): ProjectFault => {
    const { offset, length } = nearest(root, path) ?? { offset: 0, length: 1 };
    return {
      offset,
      length,
      ...placeInText(text, offset),
      path: pathText(path),
      message,
      severity,
      structural,
    };
  };
  const lineOf = (path: JsonPath) => placeInText(text, nearest(root, path)?.offset ?? 0).line;
  if (errors.length > 0)
    return { ...nothing(), lineOf, faults: errors.map((error) => syntaxFault(text, error)) };
  if (root?.type !== 'object') {
    const message = 'A project file is one object {...}.';
    return { ...nothing(), lineOf, faults: [fault({ path: [], message, structural: true })] };
  }
  const value = getNodeValue(root) as Record<string, unknown>;
  const found: PathFault[] = [...unknownSections(value), ...doubleKeys(root, [])];
  const places: Record<string, number[]> = {};
  const read = Object.fromEntries(
    Object.entries(sections).map(([name, schema]) => {
      const section = readSection(name, schema, value[name]);
      found.push(...section.found);
      places[name] = section.places;
      return [name, section.holds];
    }),
  ) as unknown as ProjectData;
  const { holds, found: meant } = meaningOf(read);
  found.push(...more, ...meant.map((each) => ({ ...each, path: inFile(each.path, places) })));
  return { ...holds, lineOf, faults: found.map(fault).toSorted((a, b) => a.offset - b.offset) };
}

function nothing(): ProjectData {
  return { profiles: [], files: {}, checks: [], benchmarks: [], schemes: {}, queues: {} };
}

interface ReadSection {
  holds: unknown;
  found: PathFault[];
  /** Where the entries that hold stand in the file's list, if it is one. */
  places: number[];
}

/** A section with the entries that fit; the others leave a fault. */
function readSection(name: string, schema: z.ZodType, value: unknown): ReadSection {
  const places = Array.isArray(value) ? [...value.keys()] : [];
  const whole = schema.safeParse(value);
  if (whole.success) return { holds: whole.data, found: [], places };
  const found: PathFault[] = [];
  const at = (path: readonly PropertyKey[]): JsonPath => [
    name,
    ...path.map((part) => (typeof part === 'number' ? part : String(part))),
  ];
  const bad = new Set<PropertyKey>();
  for (const { path, message, code } of whole.error.issues) {
    found.push({ path: at(path), message, structural: code !== 'custom' });
    if (path[0] !== undefined) bad.add(path[0]);
  }
  const holds = schema.safeParse(without(value, bad)).data ?? schema.parse(undefined);
  return { holds, found, places: places.filter((at) => !bad.has(at)) };
}

/** Entries were counted among those that fit: in the file the others are counted as well. */
function inFile(path: JsonPath, places: Record<string, number[]>): JsonPath {
  const [section = '', at, ...rest] = path;
  return typeof at === 'number' ? [section, places[section]?.[at] ?? at, ...rest] : path;
}

function without(value: unknown, bad: ReadonlySet<PropertyKey>): unknown {
  if (Array.isArray(value)) return value.filter((_, at) => !bad.has(at));
  if (typeof value !== 'object' || value === null) return undefined;
  return Object.fromEntries(Object.entries(value).filter(([key]) => !bad.has(key)));
}

function unknownSections(value: Record<string, unknown>): PathFault[] {
  return Object.keys(value)
    .filter((key) => !knownKeys.includes(key))
    .map((key) => ({
      path: [key],
      message: `There is no section “${key}”: it is passed over, and kept.`,
      severity: 'warning',
    }));
}

/** Of a key that an object has twice only the last one counts. */
function doubleKeys(node: Node, path: JsonPath): PathFault[] {
  const seen = new Set<string>();
  return (node.children ?? []).flatMap((child, at): PathFault[] => {
    if (child.type !== 'property') return doubleKeys(child, [...path, at]);
    const [name, value] = child.children ?? [];
    const key = String(name?.value);
    const twice = seen.has(key);
    seen.add(key);
    const inner = value ? doubleKeys(value, [...path, key]) : [];
    return twice
      ? [{ path: [...path, key], message: `“${key}” stands here twice.`, structural: true }, ...inner]
      : inner;
  });
}

/** The node at a path, or that around it where there is none. */
function nearest(root: Node | undefined, path: JsonPath): Node | undefined {
  if (!root) return undefined;
  return findNodeAtLocation(root, path) ?? (path.length > 0 ? nearest(root, path.slice(0, -1)) : root);
}

function syntaxFault(text: string, { error, offset, length }: ParseError): ProjectFault {
  const words = printParseErrorCode(error)
    .replaceAll(/([a-z])([A-Z])/g, '$1 $2')
    .toLowerCase();
  const frame = { path: '', severity: 'error' as const, structural: true };
  return { offset, length, ...placeInText(text, offset), ...frame, message: `This is no JSON: ${words}.` };
}
