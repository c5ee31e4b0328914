import type { DirectorySort } from '@expertconnect/contract/experts/shapes'

/** The key of whoever has nothing free: the end of the list. */
export const never = Number.MAX_SAFE_INTEGER

interface DirectoryOrder {
  /** From the value in a cursor to what is stored: the lower one comes first. */
  readonly keyOf: (value: number | null) => number
}

/** Of equal keys, the lower id comes first. */
export const directoryOrders: Readonly<Record<DirectorySort, DirectoryOrder>> = {
  soonest: { keyOf: (value) => value ?? never },
  rating: { keyOf: (value) => -(value ?? 0) },
  price: { keyOf: (value) => value ?? 0 },
}
