/**
 * The store did not answer in time. Whether a change was made is unknown: asking again with the same Idempotency-Key
 * settles it, and nothing is done twice.
 */
export class Unavailable extends Error {
  override readonly name = 'Unavailable'
}
