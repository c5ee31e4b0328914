/**
 * The same text, in memory of its own. Engines keep the whole of a text alive for a piece of it or a sum with it: whoever
 * remembers a word of an address that a stranger has written remembers all of that address. To be used for what is kept.
 */
export function ownCopy(text: string): string {
  return JSON.parse(JSON.stringify(text)) as string
}
