import * as z from 'zod';
import { checkIds, optionsOf, ruleIds, titleOf } from '../check/check-ids';
import { shippedProfiles } from '../profile/shipped';
import { shippedSchemes } from '../scheme/shipped';
import { projectSchema } from './project-schema';

interface SchemaNode {
  [key: string]: unknown;
  properties?: Record<string, SchemaNode>;
  additionalProperties?: SchemaNode | boolean;
  items?: SchemaNode;
}

/** The JSON Schema (draft 7, which text editors read) of a project file, with the names that can be completed. */
export function projectJsonSchema(): SchemaNode {
  const schema = z.toJSONSchema(projectSchema, { io: 'input', target: 'draft-7' }) as SchemaNode;
  const { files, checks, benchmarks } = schema.properties ?? {};
  suggestProfiles(files?.additionalProperties);
  suggest(files?.additionalProperties, 'scheme', shippedSchemes);
  suggestProfiles(checks?.items);
  suggestProfiles(benchmarks?.items);
  suggestChecks(checks?.items?.properties?.['rules']);
  // another version may know more sections: they are a warning, and kept
  return { ...schema, allowComments: true, allowTrailingCommas: true, additionalProperties: true };
}

function suggestProfiles(node: SchemaNode | boolean | undefined): void {
  suggest(
    node,
    'profile',
    shippedProfiles.map(({ id }) => ({ name: id })),
  );
}

/** Names of what is shipped are offered; one's own may be named as well. */
function suggest(
  node: SchemaNode | boolean | undefined,
  key: string,
  shipped: readonly { name: string }[],
): void {
  const property = typeof node === 'object' ? node.properties?.[key] : undefined;
  if (property) property['examples'] = shipped.map(({ name }) => name);
}

function suggestChecks(rules: SchemaNode | undefined): void {
  const any = rules?.additionalProperties;
  if (!rules || typeof any !== 'object') return;
  const named = checkIds().map((id): [string, SchemaNode] => {
    const options = optionsOf(id);
    const about = options ? { options: z.toJSONSchema(options, { io: 'input', target: 'draft-7' }) } : {};
    return [id, { ...withOptions(any, about), ...described(titleOf(id)) }];
  });
  const single = ruleIds().map((id): [string, SchemaNode] => [id, any]);
  rules.properties = Object.fromEntries([...named, ...single]);
}

function described(description: string | undefined): SchemaNode {
  return description === undefined ? {} : { description };
}

/** A check's setting, with the check's own options where it has some. */
function withOptions(setting: SchemaNode, about: Record<string, unknown>): SchemaNode {
  const branches = setting['anyOf'];
  if (!Array.isArray(branches)) return setting;
  return {
    ...setting,
    anyOf: branches.map((branch: SchemaNode) =>
      branch.properties ? { ...branch, properties: { ...branch.properties, ...about } } : branch,
    ),
  };
}
