import { rename, writeFile } from 'node:fs/promises';
import path from 'node:path';
import * as vscode from 'vscode';
import { nodeFileStore } from '../../core/dataset/node-file-store';
import { detectProfile } from '../../core/profile/detect';
import { inferRoles } from '../../core/profile/infer/infer-roles';
import { roleChoices } from '../../core/profile/mapping/role-choices';
import type { Profile } from '../../core/profile/profile';
import { genericProfile, shippedProfiles } from '../../core/profile/shipped';
import { writtenProfile } from '../../core/profile/written-profile';
import { NEW_PROJECT, withProfile } from '../../core/project/edit-project';
import { ownProfile } from '../../core/project/own-profile';
import { patternOf, profilesOf } from '../../core/project/project';
import { readProject } from '../../core/project/read-project';
import type { MappingStart } from '../../protocol/mapping';
import type { DatasetDocument } from '../document/dataset-document';
import type { ChosenProfiles } from '../profile-choice';
import type { ProjectFiles } from './project-files';

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
  const text = await currentText(file);
  const profile = ownProfile(draft, {
    sample: await document.sample(),
    own: new Set(document.project?.profiles.map(({ id }) => id)),
    all: new Set(profilesOf(document.project).map(({ id }) => id)),
  });
  if (text === null && !(await mayMake(file, profile.title)))
    throw new Error(vscode.l10n.t('Not saved: {0} was not made.', file));
  const pattern = patternOf({ folder: path.dirname(file) }, document.uri.fsPath);
  const edited = withProfile(text ?? NEW_PROJECT, writtenProfile(profile), pattern);
  await writeWhole(file, edited);
  await chosen.choose(document.uri.fsPath, undefined);
  projects.readAgain(); // open datasets are read by it
}

/** The text of the project file; null where there is none. Rejects when a profile cannot be put in it. */
async function currentText(file: string): Promise<string | null> {
  const open = vscode.workspace.textDocuments.find(({ uri }) => uri.fsPath === file);
  if (open?.isDirty) throw new Error(vscode.l10n.t('Save {0} first: it has edits of yours.', file));
  const bytes = await nodeFileStore.readAll(file).catch((error: unknown) => {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null;
    throw error;
  });
  if (bytes === null) return null;
  const text = new TextDecoder().decode(bytes);
  const broken = readProject(text).faults.find(({ path: where }) => where === '' || where === 'profiles');
  if (!broken) return text;
  throw new Error(vscode.l10n.t('Mend {0} first, line {1}: {2}', file, broken.line, broken.message));
}

async function mayMake(file: string, title: string): Promise<boolean> {
  const make = vscode.l10n.t('Create');
  const detail = vscode.l10n.t('The profile “{0}” will be written to {1}.', title, file);
  const words = vscode.l10n.t('This folder has no scholium.json yet. Create it?');
  return (await vscode.window.showInformationMessage(words, { modal: true, detail }, make)) === make;
}

/** The file has the old text or the new, whatever happens. */
async function writeWhole(file: string, text: string): Promise<void> {
  const beside = `${file}.${process.pid}.tmp`;
  await writeFile(beside, text, { flush: true });
  await rename(beside, file);
}
