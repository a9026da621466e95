import * as vscode from 'vscode';
import { withTerm } from '../../core/query/query-terms';
import type { TeamQueue } from '../../core/queue/team-queue';
import type { QueueState, Sort } from '../../protocol/table';

/** A query and an order that somebody wants to come back to. */
export interface SavedQueue {
  name: string;
  query: string;
  sort: Sort | null;
}

/** The queues that were kept for the datasets of this workspace. */
export class SavedQueues {
  private readonly state: vscode.Memento;

  constructor(state: vscode.Memento) {
    this.state = state;
  }

  of(file: string): SavedQueue[] {
    return this.state.get<SavedQueue[]>(memory(file), []);
  }

  /** Keeps a queue; one of the same name gives way to it. */
  async keep(file: string, queue: SavedQueue): Promise<void> {
    const others = this.of(file).filter(({ name }) => name !== queue.name);
    await this.state.update(memory(file), [...others, queue]);
  }

  async drop(file: string, name: string): Promise<void> {
    await this.state.update(
      memory(file),
      this.of(file).filter((queue) => queue.name !== name),
    );
  }
}

function memory(file: string): string {
  return `queues:${file}`;
}

/** Asks for a name, and keeps what is searched for and sorted by. */
export async function saveQueue(
  queues: SavedQueues,
  file: string,
  { query, sort }: QueueState,
): Promise<void> {
  if (query === '' && sort === null) {
    throw new Error(vscode.l10n.t('Search or sort first: there is nothing to keep yet.'));
  }
  const name = await vscode.window.showInputBox({
    title: vscode.l10n.t('Keep as a queue'),
    prompt: vscode.l10n.t('A name for: {0}', query || vscode.l10n.t('all rows, sorted')),
    value: query,
    validateInput: (text) => (text.trim() ? null : vscode.l10n.t('A name is needed.')),
  });
  if (name !== undefined) await queues.keep(file, { name: name.trim(), query, sort });
}

const ALL_ROWS: SavedQueue = { name: '', query: '', sort: null };

/** The queues of a team as one chooses them: one's own share of each. */
export function teamChoices(queues: Record<string, TeamQueue>, annotator: string | null): TeamChoice[] {
  return Object.entries(queues).map(([name, { query, annotators, overlap }]) => {
    const mine = annotator !== null && annotators.includes(annotator);
    return {
      label: `$(organization) ${name}`,
      description: mine ? query : vscode.l10n.t('not for you: ask for your name in scholium.json'),
      detail: vscode.l10n.t('{0} of {1} get each row', overlap, annotators.join(', ')),
      queue: { name, query: withTerm(query, `queue:${name}`), sort: null },
    };
  });
}

type TeamChoice = vscode.QuickPickItem & { queue: SavedQueue };

/** Lets somebody choose one of the team's queues or of those that were kept, or drop one. Null when nothing was chosen. */
export async function chooseQueue(
  queues: SavedQueues,
  file: string,
  team: TeamChoice[],
): Promise<SavedQueue | null> {
  const drop: vscode.QuickInputButton = {
    iconPath: new vscode.ThemeIcon('trash'),
    tooltip: vscode.l10n.t('Forget this queue'),
  };
  const picker = vscode.window.createQuickPick<vscode.QuickPickItem & { queue: SavedQueue }>();
  const list = () => [
    { label: vscode.l10n.t('All rows'), queue: ALL_ROWS },
    ...team,
    ...queues.of(file).map((queue) => ({
      label: queue.name,
      description: queue.query === queue.name ? '' : queue.query,
      buttons: [drop],
      queue,
    })),
  ];
  picker.items = list();
  picker.title = vscode.l10n.t('Queues');
  picker.placeholder = vscode.l10n.t('Which rows do you want to go through?');
  picker.onDidTriggerItemButton(async ({ item }) => {
    await queues.drop(file, item.queue.name);
    picker.items = list();
  });
  const chosen = new Promise<SavedQueue | null>((resolve) => {
    picker.onDidAccept(() => resolve(picker.selectedItems[0]?.queue ?? null));
    picker.onDidHide(() => resolve(null));
  });
  picker.show();
  return chosen.finally(() => picker.dispose());
}
