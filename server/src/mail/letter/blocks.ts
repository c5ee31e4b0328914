/** Something with a name: `With` and who it is. The first line is what counts, the others say more of it. */
export interface Fact {
  readonly label: string
  readonly lines: readonly string[]
}

export interface Link {
  readonly text: string
  /** An absolute address. */
  readonly href: string
  readonly note?: string
}

/**
 * What a letter is made of. The plain text and the HTML are both made from the same blocks, so that they say the same.
 * Strings are plain text: whoever makes a letter escapes nothing.
 */
export type Block =
  | { readonly kind: 'heading'; readonly text: string }
  | { readonly kind: 'paragraph'; readonly text: string }
  /** When something is, to be seen at a glance. `void`: it is not to be then, and is crossed out. */
  | {
      readonly kind: 'time'
      readonly label?: string
      readonly title: string
      readonly span: string
      readonly lines: readonly string[]
      readonly void?: boolean
    }
  | { readonly kind: 'facts'; readonly facts: readonly Fact[] }
  /** The words of a person, in several lines perhaps. They are never to be taken for ours. */
  | { readonly kind: 'quote'; readonly label: string; readonly text: string }
  | ({ readonly kind: 'button' } & Link)
  | { readonly kind: 'links'; readonly links: readonly Link[] }
  | { readonly kind: 'code'; readonly label: string; readonly text: string }
  | { readonly kind: 'divider' }
  | { readonly kind: 'note'; readonly text: string }

export interface Letter {
  readonly subject: string
  /** What programs show beside the subject in the list of mails. */
  readonly preview: string
  readonly blocks: readonly Block[]
}
