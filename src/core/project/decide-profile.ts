import { detectProfile } from '../profile/detect';
import type { Detection } from '../profile/detect';
import { withFurtherRoles } from '../profile/infer/further-roles';
import type { Lack } from '../profile/lacks';
import { lacksOf } from '../profile/lacks';
import { shippedProfiles } from '../profile/shipped';
import type { Json } from '../row/json';
import { PROJECT_FILE, profilesOf, settingOf } from './project';
import type { Project } from './project';

/** The profile that a file is read with, why, and the fields that it names and the rows do not have. */
export interface DecidedProfile extends Detection {
  lacks: Lack[];
  /** The project file has it. */
  own: boolean;
}

/** What decides on a file's profile, besides its rows. */
export interface Deciding {
  file: string;
  project: Project | null;
  /** The id that somebody chose for this file, and the words that say so. */
  chosen: { id: string; why: string } | null;
}

/**
 * The profile that was chosen, else the one that the project file names for the file, else the one of the project file that fits
 * the rows, else the shipped one that does.
 */
export function decideProfile(sample: Json[], { file, project, chosen }: Deciding): DecidedProfile {
  const all = profilesOf(project);
  const named = (id: string | undefined) => all.find((profile) => profile.id === id);
  const asserted = (profile: Detection['profile'], why: string): DecidedProfile => {
    const lacks = lacksOf(sample, profile);
    return {
      profile: withFurtherRoles(profile, sample),
      confidence: 1,
      why: `${why}${inWords(lacks)}`,
      lacks,
      own: isOwn(profile),
    };
  };
  const isOwn = (profile: Detection['profile']) => project?.profiles.includes(profile) ?? false;
  const byHand = named(chosen?.id);
  if (chosen && byHand) return asserted(byHand, chosen.why);
  const { profile: id, by } = settingOf(project, file);
  const byFile = named(id);
  if (project && byFile && by !== undefined)
    return asserted(byFile, `${PROJECT_FILE} line ${project.lineOf(['files', by])} names it for “${by}”`);
  const own = ownDetection(sample, project);
  if (own) return { ...own, lacks: [], own: true };
  return { ...detectProfile(sample, shippedProfiles), lacks: [], own: false };
}

/** The detection among one's own profiles alone: any of them that fits comes before a shipped one. */
function ownDetection(sample: Json[], project: Project | null): Detection | null {
  const own = (project?.profiles ?? []).filter(({ signature }) => signature.length > 0);
  const last = shippedProfiles.find(({ signature }) => signature.length === 0);
  if (!project || own.length === 0 || sample.length === 0 || !last) return null;
  const found = detectProfile(sample, [...own, last]);
  const at = project.profiles.findIndex(({ id }) => id === found.profile.id);
  if (at === -1) return null;
  return {
    ...found,
    why: `${PROJECT_FILE} line ${project.lineOf(['profiles', at])} has it, and ${found.why}`,
  };
}

function inWords(lacks: Lack[]): string {
  if (lacks.length === 0) return '';
  const named = lacks.map(({ name, suggestion }) =>
    suggestion === null ? name : `${name} (now ${suggestion.name}?)`,
  );
  return `; the rows have no ${named.join(', ')}`;
}
