/**
 * What carries signals to the other side: the server, or for practice another tab. It may lose, double, delay and
 * reorder what it is given: `reliable` makes up for that.
 */
export interface Wire {
  readonly send: (body: string) => void
  /** Answers a function that ends the listening. */
  readonly onBody: (listener: (body: string) => void) => () => void
}
