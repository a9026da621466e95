import { checkIds, isCheckId, optionsOf } from '../check/check-ids';
import * as z from 'zod';
import type { Profile } from '../profile/profile';
import { shippedProfiles } from '../profile/shipped';
import type { ProjectData } from './project-schema';
import type { PathFault } from './project-fault';
import type { Benchmark } from './sections/benchmarks-section';
import type { CheckRule } from './sections/checks-section';

/** What no JSON Schema can say: names that nothing has, names that two things have. `holds` is all else. */
export function meaningOf(read: ProjectData): { holds: ProjectData; found: PathFault[] } {
  const found: PathFault[] = [];
  const profiles = read.profiles.filter((profile, at) => profileHolds(profile, at, read.profiles, found));
  const ids = new Set([...profiles, ...shippedProfiles].map(({ id }) => id));
  const isKnown = (profile: string | undefined, path: PathFault['path']) => {
    if (profile === undefined || ids.has(profile)) return true;
    found.push({ path: [...path, 'profile'], message: `There is no profile “${profile}”.` });
    return false;
  };
  const files = Object.entries(read.files).map(([pattern, setting]) =>
    isKnown(setting.profile, ['files', pattern])
      ? [pattern, setting]
      : [pattern, { ...setting, profile: undefined }],
  );
  const checks = read.checks.filter((rule, at) => isKnown(rule.profile, ['checks', at]));
  const holds = {
    profiles,
    files: Object.fromEntries(files) as ProjectData['files'],
    checks: checks.map((rule) => ({ ...rule, rules: knownRules(rule, read.checks.indexOf(rule), found) })),
    benchmarks: read.benchmarks.filter(
      ({ profile }, at) => isNamedOnce(read.benchmarks, at, found) && isKnown(profile, ['benchmarks', at]),
    ),
  };
  return { holds, found };
}

function profileHolds(profile: Profile, at: number, all: Profile[], found: PathFault[]): boolean {
  if (all.findIndex(({ id }) => id === profile.id) < at) {
    found.push({ path: ['profiles', at, 'id'], message: `Two profiles are called “${profile.id}”.` });
    return false;
  }
  try {
    z.fromJSONSchema(profile.schema);
    return true;
  } catch (error) {
    const message = `is no JSON Schema: ${error instanceof Error ? error.message : String(error)}`;
    found.push({ path: ['profiles', at, 'schema'], message });
    return false;
  }
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
