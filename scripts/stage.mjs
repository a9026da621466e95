// Says what is being done and how long it took.

const seconds = (from) => `${((Date.now() - from) / 1000).toFixed(1)} s`;

/**
 * @template T
 * @param {string} doing
 * @param {() => Promise<T>} act
 * @returns {Promise<T>}
 */
export async function stage(doing, act) {
  const from = Date.now();
  console.log(`${doing} …`);
  const result = await act();
  console.log(`  done in ${seconds(from)}`);
  return result;
}

/** One line for what went wrong, more only when asked: a stack says nothing to somebody who has just cloned this. */
export function tell(error) {
  console.error(process.env.VERBOSE ? error : `\n${error.message ?? error}`);
}
