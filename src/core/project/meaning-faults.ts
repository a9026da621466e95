import { checkIds, isCheckId, optionsOf } from '../check/check-ids';
import type { Profile } from '../profile/profile';
import { shippedProfiles } from '../profile/shipped';
import { parseQuery } from '../query/parse-query';
import type { TeamQueue } from '../queue/team-queue';
import type { Scheme } from '../scheme/scheme';
import { schemeFaults } from '../scheme/scheme-faults';
import { shippedSchemes } from '../scheme/shipped';
import { schemaFaults } from '../schema/schema-faults';
import type { ProjectData } from './project-schema';
import type { PathFault } from './project-fault';
import type { Benchmark } from './sections/benchmarks-section';
import type { CheckRule } from './sections/checks-section';
import type { FileSetting } from './sections/files-section';

/** What no JSON Schema can say: names that nothing has, names that two things have. `holds` is all else. */
export function meaningOf(read: ProjectData): { holds: ProjectData; found: PathFault[] } {
  const found: PathFault[] = [];
  const profiles = read.profiles.filter((profile, at) => profileHolds(profile, at, read.profiles, found));
  const schemes = Object.fromEntries(
    Object.entries(read.schemes).filter(([name, scheme]) => schemeHolds(name, scheme, found)),
  );
  const names: Names = {
    profile: new Set([...profiles, ...shippedProfiles].map(({ id }) => id)),
    scheme: new Set([...Object.keys(schemes), ...shippedSchemes.map(({ name }) => name)]),
  };
  const files = Object.entries(read.files).map(([pattern, setting]) => [
    pattern,
    knownNames(setting, ['files', pattern], names, found),
  ]);
  const checks = read.checks.filter((rule, at) => isKnown('profile', rule, ['checks', at], names, found));
  const queues = Object.fromEntries(
    Object.entries(read.queues).filter(([name, queue]) => queueHolds(name, queue, found)),
  );
  const holds = {
    profiles,
    schemes,
    queues,
    files: Object.fromEntries(files) as ProjectData['files'],
    checks: checks.map((rule) => ({ ...rule, rules: knownRules(rule, read.checks.indexOf(rule), found) })),
    benchmarks: read.benchmarks.filter(
      (benchmark, at) =>
        isNamedOnce(read.benchmarks, at, found) &&
        isKnown('profile', { profile: benchmark.profile }, ['benchmarks', at], names, found),
    ),
  };
  return { holds, found };
}

/** The profiles and schemes that there are. */
type Names = Record<'profile' | 'scheme', ReadonlySet<string>>;

/** The setting without names that nothing has. */
function knownNames(
  setting: FileSetting,
  path: PathFault['path'],
  names: Names,
  found: PathFault[],
): FileSetting {
  const known = { ...setting };
  if (!isKnown('profile', setting, path, names, found)) delete known.profile;
  if (!isKnown('scheme', setting, path, names, found)) delete known.scheme;
  return known;
}

function isKnown(
  what: keyof Names,
  setting: { profile?: string | undefined; scheme?: string | undefined },
  path: PathFault['path'],
  names: Names,
  found: PathFault[],
): boolean {
  const name = setting[what];
  if (name === undefined || names[what].has(name)) return true;
  found.push({ path: [...path, what], message: `There is no ${what} “${name}”.` });
  return false;
}

function schemeHolds(name: string, scheme: Scheme, found: PathFault[]): boolean {
  const faults = schemeFaults(scheme);
  found.push(...faults.map(({ path, message }) => ({ path: ['schemes', name, ...path], message })));
  return faults.length === 0;
}

function queueHolds(name: string, queue: TeamQueue, found: PathFault[]): boolean {
  const { query, annotators, overlap } = queue;
  const before = found.length;
  const fault = (key: string, message: string) => found.push({ path: ['queues', name, key], message });
  for (const { message } of parseQuery(query).faults) fault('query', message);
  if (overlap > annotators.length)
    fault('overlap', `${overlap} annotators are to get each row, and there are ${annotators.length}.`);
  const twice = annotators.find((annotator, at) => annotators.indexOf(annotator) !== at);
  if (twice !== undefined) fault('annotators', `“${twice}” stands here twice.`);
  return found.length === before;
}

function profileHolds(profile: Profile, at: number, all: Profile[], found: PathFault[]): boolean {
  if (all.findIndex(({ id }) => id === profile.id) < at) {
    found.push({ path: ['profiles', at, 'id'], message: `Two profiles are called “${profile.id}”.` });
    return false;
  }
  const wrong = schemaFaults(profile.schema);
  for (const { path, message } of wrong)
    found.push({ path: ['profiles', at, 'schema', ...path], message: `${message}.` });
  return wrong.length === 0;
}

function isNamedOnce(benchmarks: readonly Benchmark[], at: number, found: PathFault[]): boolean {
  const name = benchmarks[at]?.name ?? '';
  if (benchmarks.findIndex((one) => one.name === name) === at) return true;
  found.push({ path: ['benchmarks', at, 'name'], message: `Two benchmarks are called “${name}”.` });
  return false;
}

function knownRules({ rules }: CheckRule, at: number, found: PathFault[]): CheckRule['rules'] {
  const kept = Object.entries(rules).filter(([id, setting]) => {
    const path = ['checks', at, 'rules', id];
    if (!isCheckId(id)) {
      found.push({ path, message: `There is no check “${id}”; there are ${checkIds().join(', ')}.` });
      return false;
    }
    return typeof setting === 'string' || optionsHold(id, setting.options, path, found);
  });
  return Object.fromEntries(kept);
}

function optionsHold(id: string, options: unknown, path: PathFault['path'], found: PathFault[]): boolean {
  if (options === undefined) return true;
  const schema = optionsOf(id);
  const issues = schema
    ? schema.safeParse(options).error?.issues
    : [{ path: [], message: `${id} has no options` }];
  for (const issue of issues ?? []) {
    const inner = issue.path.map((part) => (typeof part === 'number' ? part : String(part)));
    found.push({ path: [...path, 'options', ...inner], message: issue.message });
  }
  return issues === undefined || issues.length === 0;
}
