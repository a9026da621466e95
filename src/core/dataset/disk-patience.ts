/** A read that takes longer would be felt by whoever types: the disk is cold, or at the end of a network. */
const SLOW_MS = 3;
/** One slow read may be another process that had the processor; two in a row are the disk. */
const SLOW_READS = 2;
/** After slow reads, so many are made in the background before another is tried at once. */
const PATIENT_READS = 32;

/** Tells whether a disk answers at once, from how long its last reads took. */
export class DiskPatience {
  private patience = 0;
  private slowInARow = 0;

  /** Asked before each read: whether it may hold up the thread. */
  get quick(): boolean {
    if (this.patience === 0) return true;
    this.patience--;
    return false;
  }

  /** Told after each read that held up the thread. */
  took(ms: number): void {
    this.slowInARow = ms > SLOW_MS ? this.slowInARow + 1 : 0;
    if (this.slowInARow >= SLOW_READS) this.patience = PATIENT_READS;
  }
}
