import type { Collection, Rows } from './rows.ts'

export interface CopySource {
  /** The address without who logs in: the same for the same store, and fit to be shown. */
  readonly place: string
  /** The next rows by id, compared byte by byte: at most `limit`, with ids above `after` (all are above ''). */
  read<C extends Collection>(
    collection: C,
    after: string,
    limit: number,
  ): Promise<readonly Rows[C][]>
  close(): Promise<void>
}

/** A store that no server starts on until `finish`: opening it for a copy has marked it as unfinished. */
export interface CopyTarget extends CopySource {
  /** The greatest id that is stored, '' if there is none: how far the copy has come. */
  lastId(collection: Collection): Promise<string>
  /**
   * Takes rows by id, all above `lastId`. Cut short, it has written the first of them, or none. Rejects if one takes a
   * cell or a key that another has.
   */
  write<C extends Collection>(collection: C, rows: readonly Rows[C][]): Promise<void>
  /** From now on servers may start on it. */
  finish(): Promise<void>
}

/** What is wrong with an end, as the rest of a sentence about it. */
export const endFaults = {
  unfinished: 'holds an unfinished copy. Run the copy again',
  unfinishedFrom: (source: string) =>
    `holds an unfinished copy of ${source}. Run that copy again, or name another store to copy to`,
  notEmpty: 'is not empty, and holds no unfinished copy. Name another store to copy to',
  sameEnd: 'is both ends of the copy. Name another store to copy to',
} as const
