import type { Block } from '../letter/blocks.ts'
import { oneLine } from '../letter/clean.ts'

/**
 * `Hello Grace Hopper,`; nothing for a name that could be read as an address or an advertisement. Anybody can enter a
 * stranger's address and a name of their choice, and programs make links of what looks like one.
 */
export function greeting(name: string): Block[] {
  const shown = oneLine(name)
  const isPlain = /^[\p{L}\p{M} .,'’()-]{1,60}$/u.test(shown) && !/\.[\p{L}\p{M}]{2}/u.test(shown)
  return isPlain ? [{ kind: 'paragraph', text: `Hello ${shown},` }] : []
}
