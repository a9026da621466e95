const TAUGHT = /^(?:teacher|student|tutor|learner|pupil)$/i;

/** Whether somebody is taught: what is said first is what the lesson is about, whoever says it. */
export function isLesson(speakers: string[]): boolean {
  return new Set(speakers).size > 1 && speakers.every(isOfLesson);
}

export function isOfLesson(speaker: string): boolean {
  return TAUGHT.test(speaker);
}
