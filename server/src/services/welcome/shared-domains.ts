import { moreMailProviders } from '@expertconnect/contract/mail-providers'
import { all } from 'email-misspelled'

/** Where providers give away addresses at other domains than their own. */
const others = ['email.com', 'usa.com', 'erased.invalid']

const providers = new Set([...all, ...moreMailProviders, ...others])

/** Below `co.uk` and its like lie the domains of a whole country. */
const wholeCountry = /^(ac|co|com|edu|go|gov|ne|net|or|org)\.[a-z]{2}$/

/** Whether strangers have their addresses at this domain, so that all of them would be kept away for one. */
export function isShared(domain: string): boolean {
  return providers.has(domain) || wholeCountry.test(domain)
}
