import { PROJECT_FILE, settingOf } from '../project/project';
import type { Project } from '../project/project';
import { shippedSchemes } from './shipped';
import type { NamedScheme } from './scheme';
import { wordQuestions } from './word-questions';
import type { WordQuestions } from './word-questions';

/** What one chooses to label steps and traces as without a scheme: good, neutral, bad, unsure, and a verdict. */
export const DEFAULT_SCHEME = '';

/** The scheme by which a dataset is labelled; null for the default one. */
export interface SchemeInForce {
  scheme: NamedScheme | null;
  why: string;
}

/** All schemes that a dataset of the project can be labelled by; one's own first, and instead of a shipped one of that name. */
export function schemesOf(project: Project | null): NamedScheme[] {
  const own = Object.entries(project?.schemes ?? {}).map(([name, scheme]) => ({ name, scheme }));
  return [...own, ...shippedSchemes.filter(({ name }) => own.every((each) => each.name !== name))];
}

/** The scheme that was chosen for a file, else the one that the project file names for it, else the default. */
export function decideScheme(project: Project | null, file: string, chosen: string | null): SchemeInForce {
  const all = schemesOf(project);
  const named = (name: string | undefined) => all.find((scheme) => scheme.name === name) ?? null;
  const byHand = chosen === null ? null : named(chosen);
  if (byHand || chosen === DEFAULT_SCHEME) return { scheme: byHand, why: 'chosen by you' };
  const byFile = named(settingOf(project, file).scheme);
  return byFile
    ? { scheme: byFile, why: `${PROJECT_FILE} names it for this file` }
    : { scheme: null, why: 'no other was chosen' };
}

/** The questions that are answered in words, of all schemes that a dataset of the project can be labelled by. */
export function wordQuestionsOf(project: Project | null): WordQuestions {
  return wordQuestions(schemesOf(project));
}
