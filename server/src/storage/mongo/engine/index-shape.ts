export interface Index {
  readonly key: Readonly<Record<string, 1 | -1>>
  readonly unique?: true
  readonly partialFilterExpression?: Readonly<Record<string, unknown>>
  /** The server of the database removes what is older than that. */
  readonly expireAfterSeconds?: number
}

/** By name. */
export type Indexes = Readonly<Record<string, Index>>
