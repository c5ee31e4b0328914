import { moreMailProviders } from '@expertconnect/contract/mail-providers'
import emailMisspelled, { all, type Result } from 'email-misspelled'

/** Providers of other things than mail: somebody may well have an address of theirs. */
const noSlips = 'google.com apple.com microsoft.com example.com email.com usa.com'

/** Of several that are as near, the first: where slips are most often meant to lead comes before all others. */
const oftenMeant = ['gmail.com', 'icloud.com', 'hotmail.com', 'outlook.com', 'yahoo.com']

const compare = emailMisspelled({
  // What the library does not know is not to be taken for a slip of something else.
  domains: [...new Set([...oftenMeant, ...all, ...moreMailProviders, ...wordsOf(noSlips)])],
  maxMisspelled: 2,
})

/**
 * The address that was probably meant, such as `grace@gmail.com` for `grace@gmial.com`; nothing where it may be right as
 * it stands. Only what is nearly the name of a large provider is doubted, never an ending: most of the world's are unknown
 * to any list.
 */
export function meantAddress(typed: string): string | null {
  const parts = /^(\S+)@([^\s@]+\.[^\s@]+)$/.exec(typed.trim())
  const [, name, domain = ''] = parts ?? []
  if (name === undefined) return null
  const meant = compare(`x@${domain.toLowerCase()}`).find((near) => isSlip(domain, near))
  return meant ? `${name}@${meant.suggest}` : null
}

/** Short names are near to too many others, and `orange.pl` is another country's, not a slip of `orange.fr`. */
function isSlip(domain: string, { suggest, misspelledCount }: Result): boolean {
  if (!suggest.endsWith('.com') && labelOf(suggest) === labelOf(domain)) return false
  const short = Math.min(domain.length, suggest.length)
  return short >= 8 && misspelledCount <= (short >= 9 ? 2 : 1)
}

const labelOf = (domain: string) => domain.slice(0, domain.indexOf('.')).toLowerCase()

function wordsOf(text: string): string[] {
  return text.trim().split(/\s+/)
}
