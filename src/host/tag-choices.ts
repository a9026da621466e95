import type * as vscode from 'vscode';
import type { Decision } from '../core/annotation/event';
import { titleOf } from '../core/concept/concept-library';
import { libraryOf } from '../core/concept/count-concepts';
import type { TagChoice } from '../core/concept/tag-choices';
import { projectLibraries } from '../core/project/project-libraries';
import { nodeFileStore } from '../core/dataset/node-file-store';
import type { DatasetDocument } from './document/dataset-document';

const MOST_RECENT = 12;
const MEMORY = 'tags:recent';

/** The concepts that rows were tagged with lately in this workspace, the last one first. */
export class RecentTags {
  private readonly state: vscode.Memento;

  constructor(state: vscode.Memento) {
    this.state = state;
  }

  get list(): TagChoice[] {
    return this.state.get<TagChoice[]>(MEMORY, []);
  }

  /** Notes a decision that puts a tag somewhere. */
  async note(decision: Decision): Promise<void> {
    if (decision.what !== 'tag' || !decision.value.on) return;
    const { concept: id, name } = decision.value;
    const others = this.list.filter((choice) => choice.id !== id);
    await this.state.update(MEMORY, [{ id, name, about: '' }, ...others].slice(0, MOST_RECENT));
  }
}

/** What a dataset's rows can be tagged with: the entries of its library, and the names that rows use where they have been counted. */
export async function libraryChoices(document: DatasetDocument): Promise<TagChoice[]> {
  const { report } = document.concepts;
  if (report)
    return hintsLast(report.entries.map(({ id, title, kind, path }) => choiceOf(id, title, kind, path)));
  const elsewhere = await document.concepts.elsewhere();
  const libraries = await projectLibraries(document.project);
  const asked = { dataset: document.uri.fsPath, profile: document.inForce.profile, elsewhere, libraries };
  const entries = await libraryOf(nodeFileStore, asked);
  return hintsLast(entries.map((entry) => choiceOf(entry.id, titleOf(entry), entry.kind, entry.path)));
}

function choiceOf(id: string, name: string, kind: string, path: readonly string[]): TagChoice {
  return { id, name, about: [kind, ...path].join(' › ') };
}

/** Hints are many, and each belongs to one problem. */
function hintsLast(choices: TagChoice[]): TagChoice[] {
  return choices.toSorted((a, b) => isHint(a) - isHint(b));
}

function isHint({ about }: TagChoice): number {
  return Number(about.startsWith('hint'));
}
