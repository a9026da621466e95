import champConcept from './shipped/champ-concept.json';
import champDialogue from './shipped/champ-dialogue.json';
import champHint from './shipped/champ-hint.json';
import champProblem from './shipped/champ-problem.json';
import champSolution from './shipped/champ-solution.json';
import chat from './shipped/chat.json';
import generic from './shipped/generic.json';
import gsm8k from './shipped/gsm8k.json';
import math from './shipped/math.json';
import processbench from './shipped/processbench.json';
import { profileSchema } from './profile';
import type { Profile } from './profile';

/** What a row is taken for when no other profile fits. */
export const genericProfile: Profile = profileSchema.parse(generic);

/** The profiles that ship with Scholium. To add one: a JSON file in `shipped/` and a line here. */
export const shippedProfiles: Profile[] = [
  ...[
    champProblem,
    champConcept,
    champHint,
    champSolution,
    champDialogue,
    processbench,
    math,
    gsm8k,
    chat,
  ].map((data) => profileSchema.parse(data)),
  genericProfile,
];
