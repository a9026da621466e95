import { useEffect, useMemo, useState } from 'preact/hooks';
import type { TagChoice } from '../../src/core/concept/tag-choices';
import { askedQuestions, questionOf } from '../../src/core/scheme/asked-questions';
import type { AskedQuestion } from '../../src/core/scheme/asked-questions';
import type { NamedScheme } from '../../src/core/scheme/scheme';
import type { Opening } from '../../src/protocol/page';
import type { Host } from '../host';

/** What an answer was asked by; undefined where its scheme is gone. */
export type AskedBy = (answer: { scheme: string; question: string }) => AskedQuestion | undefined;

/** The questions of all schemes. Those of the one in force have the names of their catalogues, once these are read. */
export function useAskedBy(host: Host, { scheme, schemes }: Opening): AskedBy {
  const [catalogues, setCatalogues] = useState<ReadonlyMap<string, TagChoice[]>>(new Map());
  useEffect(() => void readCatalogues(host, scheme).then(setCatalogues), [host, scheme]);
  return useMemo(
    () => (answer) => {
      const question = questionOf(answer, schemes);
      const entries = answer.scheme === scheme?.name ? catalogues.get(answer.question) : undefined;
      return question && entries ? withNames(question, entries) : question;
    },
    [scheme, schemes, catalogues],
  );
}

async function readCatalogues(host: Host, scheme: NamedScheme | null): Promise<Map<string, TagChoice[]>> {
  const asked = scheme ? askedQuestions(scheme.scheme).filter(({ catalogue }) => catalogue !== null) : [];
  const read = asked.map(async ({ id }): Promise<[string, TagChoice[]]> => [
    id,
    await host.catalogue(id).catch(() => []), // the form that asks tells why: here ids are shown
  ]);
  return new Map(await Promise.all(read));
}

function withNames(question: AskedQuestion, entries: readonly TagChoice[]): AskedQuestion {
  const named = entries.map(({ id, name, about }) => ({
    ...{ value: id, title: name, key: '', guideline: about, error: false },
  }));
  return { ...question, values: [...question.values, ...named] };
}
