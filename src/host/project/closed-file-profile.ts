import { DatasetFile } from '../../core/dataset/dataset-file';
import { nodeFileStore } from '../../core/dataset/node-file-store';
import type { Profile } from '../../core/profile/profile';
import { decideProfile } from '../../core/project/decide-profile';
import type { Project } from '../../core/project/project';

/** Who says how a file is read that is not open in Scholium. */
export interface ProfileSources {
  chosenProfile(file: string): string | undefined;
  projectOf(file: string): Promise<Project | null>;
}

/** The profile of a file that is not open in Scholium, and the project that it belongs to. */
export async function closedFileProfile(
  sources: ProfileSources,
  file: string,
): Promise<{ profile: Profile; project: Project | null }> {
  const project = await sources.projectOf(file);
  const dataset = await DatasetFile.open(nodeFileStore, file);
  const sample = await dataset.sample();
  await dataset.close();
  const id = sources.chosenProfile(file);
  const chosen = id === undefined ? null : { id, why: '' };
  return { profile: decideProfile(sample, { file, project, chosen }).profile, project };
}
