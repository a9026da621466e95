import path from 'node:path';
import * as vscode from 'vscode';
import { detectProfile } from '../../core/profile/detect';
import { inferRoles } from '../../core/profile/infer/infer-roles';
import { roleChoices } from '../../core/profile/mapping/role-choices';
import type { Profile } from '../../core/profile/profile';
import { genericProfile, shippedProfiles } from '../../core/profile/shipped';
import { writtenProfile } from '../../core/profile/written-profile';
import { NEW_PROJECT, withProfile } from '../../core/project/edit-project';
import { ownProfile } from '../../core/project/own-profile';
import { patternOf, profilesOf } from '../../core/project/project';
import type { MappingStart } from '../../protocol/mapping';
import type { DatasetDocument } from '../document/dataset-document';
import type { ChosenProfiles } from '../profile-choice';
import type { ProjectFiles } from './project-files';
import { mayMakeProject, projectText, writeProject } from './project-text';

/** What the mapping editor begins with. */
export async function mappingStart(document: DatasetDocument, projects: ProjectFiles): Promise<MappingStart> {
  const sample = await document.sample();
  const { profile, lacks } = document.inForce;
  const own = document.project?.profiles.includes(profile) ?? false;
  const file = await projects.placeFor(document.uri.fsPath);
  return {
    inForce: profile,
    detected: detectProfile(sample, shippedProfiles).profile,
    inferred: inferRoles(sample, genericProfile).profile,
    title: own ? profile.title : path.parse(document.name).name,
    lacks,
    choices: roleChoices(shippedProfiles),
    project: { name: vscode.workspace.asRelativePath(file), there: document.project !== null },
  };
}

/** Writes a profile into the project file, made when somebody agrees, and reads this dataset with it. Rejects when it is not saved. */
export async function saveMapping(
  document: DatasetDocument,
  projects: ProjectFiles,
  chosen: ChosenProfiles,
  draft: Profile,
): Promise<void> {
  const file = await projects.placeFor(document.uri.fsPath);
  const text = await projectText(file, 'profiles');
  const profile = ownProfile(draft, {
    sample: await document.sample(),
    own: new Set(document.project?.profiles.map(({ id }) => id)),
    all: new Set(profilesOf(document.project).map(({ id }) => id)),
  });
  const detail = vscode.l10n.t('The profile “{0}” will be written to {1}.', profile.title, file);
  if (text === null && !(await mayMakeProject(detail)))
    throw new Error(vscode.l10n.t('Not saved: {0} was not made.', file));
  const pattern = patternOf({ folder: path.dirname(file) }, document.uri.fsPath);
  const edited = withProfile(text ?? NEW_PROJECT, writtenProfile(profile), pattern);
  await writeProject(file, edited);
  await chosen.choose(document.uri.fsPath, undefined);
  projects.readAgain(); // open datasets are read by it
}
