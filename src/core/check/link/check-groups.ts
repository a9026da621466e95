import { seedAt } from '../../link/group-order';
import type { LinkScan } from '../../link/link-scan';
import type { NamedPlace } from '../../link/named-rows';
import type { Finding } from '../finding';
import type { CheckedGroup, CheckedMember, GroupCheck, GroupFinding } from './group-check';
import { groupChecks } from './group-checks';

/** A finding, and in which of the files that were read together. */
export interface FileFinding {
  file: number;
  finding: Finding;
}

/** A group larger than this was made by mistake, by a rule that takes the topic for the seed: its rows are not compared. */
const LARGEST_GROUP = 10_000;
/** Characters of a group's name that a message shows. */
const LONGEST_NAME = 60;

/** Reads all groups of files that were read to their ends through every check of linked rows. */
export function* checkGroups(scan: LinkScan, names: string[]): Generator<FileFinding[]> {
  const running = groupChecks.map((check) => ({ check, run: check.start() }));
  const groups = new Groups(scan, names);
  for (const group of groups.all()) {
    for (const { check, run } of running) if (isAbout(check, group)) run.survey?.(group);
  }
  for (const group of groups.all()) {
    const found = running.flatMap(({ check, run }) =>
      isAbout(check, group) ? run.group(group).map((finding) => fileFinding(check, finding)) : [],
    );
    yield found;
  }
}

class Groups {
  private readonly scan: LinkScan;
  private readonly names: string[];
  private readonly dangling: Map<number, NamedPlace[]>;

  constructor(scan: LinkScan, names: string[]) {
    this.scan = scan;
    this.names = names;
    this.dangling = danglingByGroup(scan);
  }

  *all(): Generator<CheckedGroup> {
    const { index, facts } = this.scan;
    for (let number = 0; number < index.size; number++) {
      const { type, profile, name, members } = index.group(number);
      const dangling = this.dangling.get(number) ?? [];
      if (
        (members.length < 2 && dangling.length === 0 && !facts.hasOriginal) ||
        members.length > LARGEST_GROUP
      )
        continue;
      const checked = members.map((member) => ({
        ...member,
        ...facts.at(index.entryOf(member.file, member.row) ?? 0),
      }));
      const seed = checked[seedAt(members, type)] ?? null;
      yield {
        type,
        profile,
        name: shortened(name),
        members: checked,
        seed,
        dangling,
        nameOf: (member, from) => this.nameOf(member, from),
      };
    }
  }

  private nameOf(member: CheckedMember, from: CheckedMember): string {
    const row = `row ${member.row + 1}`;
    return member.file === from.file ? row : `${row} of ${this.names[member.file] ?? ''}`;
  }
}

/** Where hardly any of the rows that are named are there, they are in a file that was not read: that is no fault of these. */
function danglingByGroup({ dangling, named, index }: LinkScan): Map<number, NamedPlace[]> {
  if (2 * dangling.length > named.count) return new Map();
  const byGroup = new Map<number, NamedPlace[]>();
  for (const place of dangling) {
    const group = index.find(place.group);
    if (group !== undefined) byGroup.set(group, [...(byGroup.get(group) ?? []), place]);
  }
  return byGroup;
}

function shortened(name: string): string {
  return name.length <= LONGEST_NAME ? name : `${name.slice(0, LONGEST_NAME)}…`;
}

function isAbout({ types }: GroupCheck, { type }: CheckedGroup): boolean {
  return types === null || types.has(type);
}

function fileFinding(
  check: GroupCheck,
  { member, path, severity, message, evidence }: GroupFinding,
): FileFinding {
  const { row, file } = member;
  const { rule } = check;
  return {
    file,
    finding: {
      row,
      path,
      span: null,
      check: rule.split('/', 1).join(''),
      rule,
      severity: severity ?? check.severity,
      message,
      evidence,
    },
  };
}
