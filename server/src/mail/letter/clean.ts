import { writtenLine, writtenText } from '@expertconnect/contract/written'

/**
 * One line for sure, for a header, a calendar or a line of a letter: no control characters, none that are invisible or
 * turn the direction of writing, no halves of characters. What comes in by the contract is like this already; older stores,
 * seeds and settings need not be.
 */
export function oneLine(text: string): string {
  return writtenLine(text.toWellFormed())
}

/** Several lines, parted by `\n` alone; the rest as `oneLine`. */
export function severalLines(text: string): string {
  return writtenText(text.toWellFormed())
}

/** At most `max` characters, the last of which says that there were more. */
export function shortened(text: string, max: number): string {
  const characters = Array.from(new Intl.Segmenter('en').segment(text), ({ segment }) => segment)
  return characters.length <= max
    ? text
    : `${characters
        .slice(0, max - 1)
        .join('')
        .trimEnd()}…`
}
