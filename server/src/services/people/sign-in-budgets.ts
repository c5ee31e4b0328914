import type { Actor } from '../../base/actor.ts'
import type { Limits } from '../../base/limits.ts'
import type { Tokens } from '../../base/tokens.ts'
import { day, hour, minute } from '../../domain/time/instant.ts'
import { emailKey } from '../../domain/people/person.ts'
import { Refused } from '../../base/problem.ts'

const startsPerAddress = 5
/** By all browsers together that proved it before: whoever has a mailbox can have many of them. */
const startsPerKnownAddress = 20
const startsPerNetwork = 20
const startsPerWideNetwork = 60
const codesPerAddress = 500
const codesPerPerson = 100
const mailsPerMinute = 120
/** Of these, so that what one network does in a minute leaves most of them to others. */
const mailsPerMinuteOfNetwork = 30
const keptForKnown = 120
const keptForRoles = 60

export type SignInBudgets = ReturnType<typeof createSignInBudgets>

/** What is used up: of this address by whoever asks, or of what is there for all. */
export interface UsedUp {
  readonly refused: Refused
  readonly ofAddress: boolean
}

interface Budget {
  readonly name: string
  readonly who: string
  readonly most: number
  readonly milliseconds: number
}

const tooManyAsked =
  'Too many codes were asked for. Please try again later. Experts and administrators still get an e-mail with a link that signs them in.'
const tooManyTried =
  'Too many codes were tried for this address. The link in the e-mail still works: open it and press the button there.'

/** How often codes may be asked for and tried, whatever RATE_LIMITS says: codes can be guessed, and mail can be a nuisance. */
export function createSignInBudgets(tokens: Pick<Tokens, 'knownBrowser'>, limits: Limits) {
  /** Takes one of each in this order, and nothing of the next once one is used up: the narrowest come first. */
  async function spend(budgets: readonly Budget[], detail: string): Promise<UsedUp | null> {
    for (const { name, who, most, milliseconds } of budgets) {
      const { count, endsIn } = await limits.count(name, who, milliseconds)
      if (count <= most) continue
      const retryAfterSeconds = Math.max(1, Math.ceil(endsIn / 1000))
      const refused = new Refused('too_many', { detail, retryAfterSeconds })
      return { refused, ofAddress: name === 'sign-in address' }
    }
    return null
  }

  async function demand(budgets: readonly Budget[], detail: string): Promise<void> {
    const usedUp = await spend(budgets, detail)
    if (usedUp) throw usedUp.refused
  }

  /** Of a browser that proved this address before: strangers cannot use up any of it, in the same network either. */
  function ofKnown(email: string, browser: string): Budget[] {
    const address = emailKey(email)
    return [
      perHour('sign-in address', `${address} browser ${browser}`, startsPerAddress),
      perHour('sign-in known', address, startsPerKnownAddress),
      perMinute('sign-in mails', 'known', keptForKnown),
    ]
  }

  function ofStranger({ address, site }: Actor, email: string): Budget[] {
    return [
      perHour('sign-in address', `${emailKey(email)} stranger ${address}`, startsPerAddress),
      perHour('sign-in network', address, startsPerNetwork),
      perHour('sign-in network', site, startsPerWideNetwork),
      perMinute('sign-in network minute', site, mailsPerMinuteOfNetwork),
      perMinute('sign-in mails', 'all', mailsPerMinute),
    ]
  }

  /** Beside those of strangers, and used only when those are used up. */
  function ofRoles({ site }: Actor): Budget[] {
    return [
      perHour('sign-in reserve', site, startsPerNetwork),
      perMinute('sign-in mails', 'roles', keptForRoles),
    ]
  }

  return {
    /** One more mail with a code to this address; what is used up if that is one too many. */
    async spendMail(
      actor: Actor,
      email: string,
      known: string | undefined,
    ): Promise<UsedUp | null> {
      const browser = tokens.knownBrowser(known ?? '', email)
      const budgets = browser === null ? ofStranger(actor, email) : ofKnown(email, browser)
      return spend(budgets, tooManyAsked)
    },

    /** Whether somebody with a role may be written to all the same. */
    async spendReserve(actor: Actor): Promise<boolean> {
      return (await spend(ofRoles(actor), tooManyAsked)) === null
    },

    /** Two mails with a code each, asked for by somebody who is signed in: to their address and to another. */
    async spendAddressChange(
      actor: Actor,
      person: { readonly id: string; readonly email: string },
      next: string,
    ): Promise<void> {
      await demand(
        [perHour('address change', person.id, startsPerAddress), ...ofStranger(actor, next)],
        'Too many codes were asked for. Please try again later.',
      )
    },

    /** One more guess at a code that went to this address. */
    async spendCode(email: string, known: string | undefined): Promise<void> {
      const browser = tokens.knownBrowser(known ?? '', email) ?? 'strangers'
      const who = `${emailKey(email)} ${browser}`
      await demand(
        [{ name: 'sign-in codes', who, most: codesPerAddress, milliseconds: day }],
        tooManyTried,
      )
    },

    /** One more guess at the codes that change an address: what strangers guess at signing in costs none of them. */
    async spendAddressCodes(personId: string): Promise<void> {
      await demand(
        [{ name: 'address codes', who: personId, most: codesPerPerson, milliseconds: day }],
        'Too many codes were tried today. Please try again tomorrow.',
      )
    },
  }
}

function perHour(name: string, who: string, most: number): Budget {
  return { name, who, most, milliseconds: hour }
}

function perMinute(name: string, who: string, most: number): Budget {
  return { name, who, most, milliseconds: minute }
}
