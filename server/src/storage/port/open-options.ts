export interface OpenOptions {
  /** Makes what is missing (collections and indexes of MongoDB); an embedded store always does that. */
  readonly migrate?: boolean
  /** What the operator should know although the store can serve. */
  readonly warn?: (line: string) => void
}
