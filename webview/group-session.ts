import { errorMessage } from '../src/core/error-message';
import type { PageGroup, PageMember, RowGroups } from '../src/protocol/group';
import type { Host } from './host';
import { loadRow } from './loaded-row';
import type { LoadedRow } from './loaded-row';
import type { GroupState, PageState } from './page-state';
import type { Session } from './session';
import type { Store } from './store';
import { turnToView } from './turn-to-view';

/** Members drawn at once: the cursor turns to the next ones at their end. */
const MEMBERS_A_PAGE = 48;
const NOTHING: RowGroups = { groups: [], share: 1, failure: null, linked: true };

/** The rows that belong together with the one in hand: their groups, and a cursor that goes through one of them. */
export class GroupSession {
  /** The member above (-1) or below (1) one that is drawn, as they lie on the page; itself where there is none. */
  beside: (at: number, by: 1 | -1) => number = (at) => at;
  readonly host: Host;
  readonly store: Store;
  private readonly session: Session;

  constructor(host: Host, store: Store, session: Session) {
    this.host = host;
    this.store = store;
    this.session = session;
  }

  private get state(): PageState {
    return this.store.state;
  }

  /** The group in front. */
  get group(): PageGroup | null {
    const { group } = this.state;
    return group?.found?.groups[group.at] ?? null;
  }

  /** Puts the groups of a row in front, once they are read; null: of no row, where there is none. */
  async show(of: number | null): Promise<void> {
    const { view } = this.state;
    if (view === 'group') return;
    const group: GroupState = {
      of,
      from: view,
      found: null,
      at: 0,
      cursor: 0,
      rows: new Map(),
      failure: null,
    };
    this.store.update({ group });
    await this.session.inSight.occupy(this.refresh('links'));
    await turnToView(this, 'group');
  }

  /** More is known of the groups, or their rows changed: what is in front stays in front. */
  async refresh(changed: 'links' | 'rows'): Promise<void> {
    const before = this.state.group;
    if (!before) return;
    const found = before.of === null ? NOTHING : await this.groupsOf(before.of);
    const now = this.state.group;
    if (!found || now?.of !== before.of) return;
    const known = now.found?.groups[now.at];
    const same = found.groups.findIndex(({ type, name }) => type === known?.type && name === known.name);
    const at = Math.max(0, same);
    const members = found.groups[at]?.members ?? [];
    const inHand = known?.members[now.cursor];
    const cursor = members.findIndex((each) => (inHand ? isSame(each, inHand) : each.number === before.of));
    const kept = same !== -1 && sameMembers(members, known?.members ?? []);
    this.update({ found, at, cursor: Math.max(0, cursor), rows: kept ? now.rows : new Map() });
    await this.load(changed === 'rows');
  }

  goBy(members: number): Promise<void> {
    return this.goTo((this.state.group?.cursor ?? 0) + members);
  }

  goByLines(by: 1 | -1): Promise<void> {
    return this.goTo(this.beside(this.state.group?.cursor ?? 0, by));
  }

  async goTo(cursor: number): Promise<void> {
    const { group } = this.state;
    const last = (this.group?.members.length ?? 0) - 1;
    const to = Math.max(0, Math.min(cursor, last));
    if (!group || to === group.cursor) return;
    this.update({ cursor: to });
    await this.load();
  }

  goToLast(): Promise<void> {
    return this.goTo(Infinity);
  }

  /** Puts another of the row's groups in front, with the cursor on the row. */
  async turn(by: 1 | -1): Promise<void> {
    const { group } = this.state;
    const count = group?.found?.groups.length ?? 0;
    if (!group || count < 2) return;
    const at = (group.at + by + count) % count;
    const members = group.found?.groups[at]?.members ?? [];
    const cursor = Math.max(
      0,
      members.findIndex(({ number }) => number === group.of),
    );
    this.update({ at, cursor, rows: new Map() });
    await this.load();
  }

  /** Reads the member under the cursor: here, or in its own file. */
  async open(): Promise<void> {
    const member = this.memberAtCursor;
    if (!member) return this.leave();
    const { beside, number } = member;
    if (beside) return this.session.ask((host) => host.openBeside(beside.file, beside.row));
    if (number !== null && number !== this.state.row?.packet.number) {
      void this.session.inSight.show(number);
      await this.session.inSight.settled;
    }
    await this.turnTo('focus');
  }

  /** Back to where the group was asked for. */
  leave(): Promise<void> {
    return this.turnTo(this.state.group?.from ?? 'focus');
  }

  private get memberAtCursor(): PageMember | null {
    return this.group?.members[this.state.group?.cursor ?? 0] ?? null;
  }

  private turnTo(view: GroupState['from']): Promise<void> {
    return turnToView(this, view, { group: null, listVersion: this.state.listVersion + 1 });
  }

  /** Reads the members that are drawn, all at once, and shows them together: nothing moves when the next one comes. */
  private async load(anew = false): Promise<void> {
    const { group } = this.state;
    const shown = this.group;
    if (!group || !shown) return;
    const { first, end } = pageAround(group.cursor, shown.members.length);
    const wanted = shown.members.slice(first, end).map((member, at) => ({ member, at: first + at }));
    if (!anew && wanted.every(({ at }) => group.rows.has(at))) return;
    const read = await Promise.all(
      wanted.map(async ({ member, at }) => [at, await this.read(member)] as const),
    );
    if (this.group === shown) this.update({ rows: new Map(read) });
  }

  private async read({ number, beside }: PageMember): Promise<LoadedRow | null> {
    if (number !== null) {
      const packet = await this.host.row(number).catch(() => null);
      return packet && loadRow(packet, this.state.opening.profile);
    }
    const packet = beside && (await this.host.rowBeside(beside.file, beside.row).catch(() => null));
    return packet && loadRow(packet, this.state.opening.profile);
  }

  private async groupsOf(row: number): Promise<RowGroups | null> {
    try {
      return await this.host.groups(row);
    } catch (error) {
      this.update({ failure: errorMessage(error) });
      return null;
    }
  }

  private update(change: Partial<GroupState>): void {
    const { group } = this.state;
    if (group) this.store.update({ group: { ...group, ...change } });
  }
}

/** The members that are drawn while the cursor is on one. */
export function pageAround(cursor: number, members: number): { first: number; end: number } {
  const first = Math.floor(cursor / MEMBERS_A_PAGE) * MEMBERS_A_PAGE;
  return { first, end: Math.min(first + MEMBERS_A_PAGE, members) };
}

function sameMembers(some: PageMember[], others: PageMember[]): boolean {
  return some.length === others.length && some.every((member, at) => isMember(member, others[at]));
}

function isMember(member: PageMember, other: PageMember | undefined): boolean {
  return other !== undefined && other.place === member.place && isSame(member, other);
}

function isSame(one: PageMember, other: PageMember): boolean {
  if (one.number !== other.number) return false;
  return one.beside?.file === other.beside?.file && one.beside?.row === other.beside?.row;
}
