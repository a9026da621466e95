/**
 * Writes one line to standard output. Text of a row never reaches the terminal as control characters; those of the second half
 * of Latin-1 JSON does not escape by itself.
 */
export function writeLine(line: string): void {
  const safe = line.replace(/\p{Cc}/gu, (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`);
  process.stdout.write(`${safe}\n`);
}

/** A reader that has seen enough (`| head`) closes the pipe: that is no error. */
export function endQuietlyWithThePipe(): void {
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') process.exit();
    throw error;
  });
}
