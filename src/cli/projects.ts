import path from 'node:path';
import { nodeFileStore } from '../core/dataset/node-file-store';
import { findProject, openProject } from '../core/project/project';
import type { Project } from '../core/project/project';
import { faultLine } from '../core/project/project-fault';
import { UnreadableInput } from './exit-codes';
import { reasonOf } from './reason';

/** The project files of the datasets that a command reads. What is wrong in one is said once, on the error output. */
export class Projects {
  /** Some project file has an error. */
  faulty = false;
  private readonly named: string | undefined;
  private readonly opened = new Map<string, Promise<Project>>();

  /** `named`: the project file for all datasets; where missing, it is the one nearest above each. */
  constructor(named: string | undefined) {
    this.named = named;
  }

  async of(dataset: string): Promise<Project | null> {
    const file = this.named ?? (await findProject(nodeFileStore, path.dirname(path.resolve(dataset))));
    if (file === null) return null;
    const opened = this.opened.get(file) ?? this.open(file);
    this.opened.set(file, opened);
    return opened;
  }

  private async open(file: string): Promise<Project> {
    const project = await openProject(nodeFileStore, path.resolve(file)).catch((error: unknown) => {
      throw new UnreadableInput(`${file}: ${reasonOf(error)}`);
    });
    const shown = path.relative('', file) || file;
    for (const fault of project.faults) process.stderr.write(`${faultLine(shown, fault)}\n`);
    this.faulty ||= project.faults.some(({ severity }) => severity === 'error');
    return project;
  }
}
