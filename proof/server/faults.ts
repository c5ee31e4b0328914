import type { Invariant } from '../history.ts'
import type { Patch } from './variant.ts'

/** A mistake that somebody could make, and which invariants say so: the proof must find it. */
export interface Fault {
  readonly found: readonly Invariant[]
  readonly patches: readonly Patch[]
}

/** The commit comes so much later than it should, as when the disk is busy. */
const lateMs = 80

const queue = 'storage/sqlite/engine/write-queue.js'
const records = 'storage/sqlite/bookings/records.js'
const changes = 'storage/sqlite/bookings/changes.js'
const claims = 'storage/sqlite/bookings/claims.js'

const answer = 'for (const settle of settled) settle();'
const tell = 'if (changes.length > 0) tell(changes);'

/** A batch whose commit comes after what `before` does with it. */
function committedLate(before: string, after: string): Patch {
  return {
    file: queue,
    find: `        const settled = commitTogether(jobs, changes);
        scheduled = false;
        if (waiting.length > 0)
            schedule();
        if (changes.length > 0)
            tell(changes);
`,
    replace: `        begin.run();
        const settled = jobs.map((job) => runInSavepoint(job, changes));
        ${before}
        setTimeout(() => {
            if (changes.length > 0) proof.point('before the commit');
            commit.run();
            scheduled = false;
            if (waiting.length > 0) schedule();
            ${after}
        }, changes.length > 0 ? ${lateMs} : 0);
        return;
`,
  }
}

export const faults: Readonly<Record<string, Fault>> = {
  'check then insert': {
    found: ['I1'],
    patches: [
      {
        file: records,
        find: `'INSERT INTO cell (expert_id`,
        replace: `'INSERT OR IGNORE INTO cell (expert_id`,
      },
      ...['hold', 'claim'].map((name) => ({
        file: claims,
        find: `${name}: (record, guard) => write(() => ${name}(record, guard))`,
        replace: `${name}: async (record, guard) => {
            const isTaken = records.isAnyOwned(record.expertId, record);
            await new Promise((resolve) => setTimeout(resolve, 2));
            const isAnswered = answers.find({ expertId: record.expertId }, guard.key.key) !== null;
            if (isTaken && !isAnswered) return { kind: 'taken' };
            return write(() => ${name}(record, guard));
        }`,
      })),
    ],
  },
  'answer before commit': {
    found: ['I2'],
    patches: [committedLate(answer, tell)],
  },
  'event before commit': {
    found: ['I5'],
    patches: [committedLate(tell, answer)],
  },
  'no idempotency': {
    found: ['I3'],
    patches: [
      {
        file: 'storage/sqlite/bookings/answers.js',
        find: 'return row ? answerOf(row) : null;',
        replace: 'return null;',
      },
      {
        file: 'storage/sqlite/bookings/answers.js',
        find: 'INSERT INTO answer',
        replace: 'INSERT OR REPLACE INTO answer',
      },
    ],
  },
  'hold released twice': {
    found: ['I1'],
    patches: [
      {
        file: 'services/bookings/holds.js',
        find: `if (record.state !== 'held')
                return;
            await`,
        replace: 'await',
      },
      {
        file: changes,
        find: `if (!isChangeable(before, next, now))`,
        replace: `if (before?.state === 'released') {
            records.freeCells(before);
            return done({ kind: 'done', record: before });
        }
        if (!isChangeable(before, next, now))`,
      },
      {
        file: records,
        find: 'AND cell BETWEEN ? AND ? AND record_id = ?',
        replace: `AND cell BETWEEN ? AND ? AND ? IS NOT NULL`,
      },
    ],
  },
  'reminder without a second look': {
    found: ['I8'],
    patches: [
      {
        file: 'domain/messages/truth.js',
        find: `if (kind === 'cancelled') {`,
        replace: `if (kind === 'reminder')
        return 'send';
    if (kind === 'cancelled') {`,
      },
      // The letter is written of what was true when it was owed.
      {
        file: 'mail/letters/booking-mail.js',
        find: `if (kind !== 'cancelled' && facts`,
        replace: `if (kind !== 'reminder' && kind !== 'cancelled' && facts`,
      },
    ],
  },
}
