/** A part of a message: to be shown as it is, or as a link to `href`. */
export type Piece =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'link'; readonly text: string; readonly href: string }

const candidate = /\bhttps?:\/\/[^\s<>"`{}|\\^\u200B-\u200F\u2028-\u202E\u2060-\u206F]+/giu
const closing = new Map([
  [')', '('],
  [']', '['],
])

/** Finds the addresses in what somebody wrote. All of the text comes back, in order. */
export function piecesOf(text: string): Piece[] {
  const pieces: Piece[] = []
  let plain = ''
  let from = 0
  for (const { 0: found, index } of text.matchAll(candidate)) {
    const typed = withoutEnd(found)
    const link = linkTo(typed)
    if (!link) continue
    plain = text.slice(from, index)
    if (plain !== '') pieces.push({ kind: 'text', text: plain })
    pieces.push(link)
    from = index + typed.length
  }
  plain = text.slice(from)
  if (plain !== '') pieces.push({ kind: 'text', text: plain })
  return pieces
}

/** A sentence ends behind its address, and a bracket that was opened before it closes there. */
function withoutEnd(found: string): string {
  // Counted once: a message of nothing but brackets must not take a second to read.
  const open = new Map(
    [...closing].map(([close, opening]) => [close, tooMany(found, close, opening)]),
  )
  let end = found.length
  for (; end > 0; end -= 1) {
    const last = found[end - 1] ?? ''
    const surplus = open.get(last)
    if (surplus === undefined ? !/[.,;:!?'*_~«»”’…]/.test(last) : surplus <= 0) break
    if (surplus !== undefined) open.set(last, surplus - 1)
  }
  return found.slice(0, end)
}

function tooMany(text: string, close: string, opening: string): number {
  return count(text, close) - count(text, opening)
}

/** No names and passwords: `https://bank.example@evil.example` is not what it looks like. */
function linkTo(typed: string): Piece | null {
  if (!URL.canParse(typed)) return null
  const { protocol, username, password, hostname, href } = new URL(typed)
  if (protocol !== 'http:' && protocol !== 'https:') return null
  if (username !== '' || password !== '' || hostname === '') return null
  // Letters of other alphabets can look like those of a known name: then it is shown as it is asked for.
  const text = /(^|\.)xn--/.test(hostname) ? href : typed
  return { kind: 'link', text, href }
}

function count(text: string, sign: string): number {
  return text.split(sign).length - 1
}
