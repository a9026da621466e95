import * as z from 'zod';
import { profileSchema } from '../../profile/profile';

/** Profiles of one's own. They have precedence over those that ship with Scholium, also under the same id. */
export const profilesSection = z
  .array(profileSchema)
  .default([])
  .describe(
    'Profiles of your own: what the fields of your datasets mean. They come before the shipped ones.',
  );
