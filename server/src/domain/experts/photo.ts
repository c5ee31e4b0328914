/** A picture of an expert as it is served. */
export interface Photo {
  /** SHA-256 of the bytes as base64url: the same picture is stored once, and its address never means another one. */
  readonly id: string
  /** WebP. */
  readonly bytes: Uint8Array
}

export function photoUrlOf(id: string): string {
  return `/photos/${id}.webp`
}

/** `null`: not one of ours, but a portrait of the demo for example. */
export function photoIdOf(url: string | null): string | null {
  return /^\/photos\/([\w-]{43})\.webp$/.exec(url ?? '')?.[1] ?? null
}
