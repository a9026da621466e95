// How a suite tells the whole run what it came to.

/** Says the suite's sum, hands it to the process that started us, and sets the exit code: a suite without a test failed. */
export function report(suite, { passed, failed, skipped = 0 }) {
  const nothing = passed + failed === 0;
  if (nothing) console.log(`  FAIL ${suite}: no test ran`);
  const sum = { passed, failed: nothing ? 1 : failed };
  console.log(
    `${suite}: ${sum.passed} passed, ${sum.failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`,
  );
  process.exitCode = sum.failed > 0 ? 1 : 0;
  process.send?.(sum);
}
