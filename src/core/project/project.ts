import path from 'node:path';
import { minimatch } from 'minimatch';
import type { CheckSettings } from '../check/check-settings';
import type { FileStore } from '../dataset/file-store';
import type { Profile } from '../profile/profile';
import { shippedProfiles } from '../profile/shipped';
import type { TeamQueue } from '../queue/team-queue';
import type { JsonSchema } from '../schema/infer-schema';
import { readProject } from './read-project';
import type { ReadProject } from './read-project';
import { readSchemas } from './read-schemas';
import type { Benchmark } from './sections/benchmarks-section';
import type { FileSetting } from './sections/files-section';

export const PROJECT_FILE = 'scholium.json';

/** A project file, read, and where it is. */
export interface Project extends ReadProject {
  file: string;
  folder: string;
  /** The JSON Schemas that it names and that could be read, by how it names them. */
  schemas: ReadonlyMap<string, JsonSchema>;
}

/** The project file nearest above a file or folder; none above `within`. Null where there is none. */
export async function findProject(files: FileStore, from: string, within?: string): Promise<string | null> {
  for (let folder = path.resolve(from); ; folder = path.dirname(folder)) {
    const names = await files.list(folder).catch((): string[] => []);
    if (names.includes(PROJECT_FILE)) return path.join(folder, PROJECT_FILE);
    if (folder === within || folder === path.dirname(folder)) return null;
  }
}

/** Reads a project file. Rejects when it cannot be read; what is wrong in it are its `faults`. */
export async function openProject(files: FileStore, file: string): Promise<Project> {
  const text = new TextDecoder().decode(await files.readAll(file)); // drops a byte order mark
  return projectOfText(files, file, text);
}

/** The same of a text that may not be on disk yet. */
export async function projectOfText(files: FileStore, file: string, text: string): Promise<Project> {
  const folder = path.dirname(file);
  const { schemas, faults } = await readSchemas(files, folder, readProject(text).files);
  return { ...readProject(text, faults), file, folder, schemas };
}

/** All profiles that a file of the project can be read with; one's own first, and instead of a shipped one of the same id. */
export function profilesOf(project: Project | null): Profile[] {
  const own = project?.profiles ?? [];
  return [...own, ...shippedProfiles.filter(({ id }) => own.every((each) => each.id !== id))];
}

/** What the project says of a file, and the pattern that named its profile. */
export function settingOf(project: Project | null, file: string): FileSetting & { by?: string } {
  let setting: FileSetting & { by?: string } = {};
  for (const [pattern, stated] of Object.entries(project?.files ?? {})) {
    if (!project || !matchesPattern(project, file, pattern)) continue;
    const told = Object.fromEntries(Object.entries(stated).filter(([, value]) => value !== undefined));
    setting = { ...setting, ...told, ...(stated.profile === undefined ? {} : { by: pattern }) };
  }
  return setting;
}

/** How the checks are set for a file that is read with a profile. */
export function checkSettings(project: Project | null, file: string, profile: Profile): CheckSettings {
  const settings: Record<string, CheckSettings[string]> = {};
  for (const { files, profile: only, rules } of project?.checks ?? []) {
    const patterns = typeof files === 'string' ? [files] : files;
    if (only !== undefined && only !== profile.id) continue;
    if (project && patterns && !patterns.some((pattern) => matchesPattern(project, file, pattern))) continue;
    for (const [id, stated] of Object.entries(rules)) {
      const setting = typeof stated === 'string' ? { severity: stated } : stated;
      settings[id] = { ...settings[id], ...setting };
    }
  }
  const schema = project?.schemas.get(settingOf(project, file).schema ?? '');
  if (schema) settings['schema'] = { ...settings['schema'], options: { schema } };
  return settings;
}

/** The queues that a team shares of a file, by name. */
export function queuesOf(project: Project | null, file: string): Record<string, TeamQueue> {
  if (!project) return {};
  const own = Object.entries(project.queues).filter(
    ([, { files }]) =>
      files === undefined || [files].flat().some((pattern) => matchesPattern(project, file, pattern)),
  );
  return Object.fromEntries(own);
}

/** The patterns of files of which the project says whether their entries are a library. */
export function libraryPatterns(project: Project | null): string[] {
  return Object.entries(project?.files ?? {})
    .filter(([, { library }]) => library !== undefined)
    .map(([pattern, { library }]) => `${pattern} ${String(library)}`);
}

/** The benchmark of this name, and where its file is; undefined where the project names none so. */
export function benchmarkNamed(
  project: Project | null,
  name: string,
): (Benchmark & { path: string }) | undefined {
  const found = project?.benchmarks.find((benchmark) => benchmark.name === name);
  return project && found ? { ...found, path: path.resolve(project.folder, found.file) } : undefined;
}

/** The pattern that matches this file alone. */
export function patternOf(project: Pick<Project, 'folder'>, file: string): string {
  return minimatch.escape(relativeTo(project, file));
}

/** Whether a pattern of the project file matches a file. */
function matchesPattern(project: Project, file: string, pattern: string): boolean {
  return minimatch(relativeTo(project, file), pattern, { dot: true, nocomment: true });
}

/** How the project file names a file: with slashes on every system. */
export function relativeTo({ folder }: Pick<Project, 'folder'>, file: string): string {
  return path.relative(folder, file).split(path.sep).join('/');
}
