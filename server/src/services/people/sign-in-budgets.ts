import type { Actor } from '../../base/actor.ts'
import type { Limits } from '../../base/limits.ts'
import type { Tokens } from '../../base/tokens.ts'
import { day, hour, minute } from '../../domain/time/instant.ts'
import { emailKey } from '../../domain/people/person.ts'
import { Refused } from '../../base/problem.ts'

const startsPerAddress = 5
const startsPerNetwork = 20
const codesPerAddress = 100
const mailsPerMinute = 120

export type SignInBudgets = ReturnType<typeof createSignInBudgets>

/** How often codes may be asked for and tried, whatever RATE_LIMITS says: codes can be guessed, and mail can be a nuisance. */
export function createSignInBudgets(tokens: Pick<Tokens, 'knownBrowser'>, limits: Limits) {
  /** Of a browser that proved this address before, a name of its own: strangers cannot use up its budget. */
  function asker(actor: Actor, email: string, known: string | undefined): string {
    const browser = known === undefined ? null : tokens.knownBrowser(known, email)
    return browser === null ? `stranger ${actor.address}` : `browser ${browser}`
  }

  async function spend(
    name: string,
    who: string,
    most: number,
    milliseconds: number,
  ): Promise<void> {
    const { count, endsIn } = await limits.count(name, who, milliseconds)
    if (count <= most) return
    throw new Refused('too_many', {
      detail: 'Too many codes were asked for. Please try again later.',
      retryAfterSeconds: Math.max(1, Math.ceil(endsIn / 1000)),
    })
  }

  return {
    /** One more mail with a code to each of these addresses. */
    async spendMails(
      actor: Actor,
      emails: readonly string[],
      known: string | undefined,
    ): Promise<void> {
      await spend('sign-in network', actor.address, startsPerNetwork, hour)
      for (const email of emails) {
        const who = `${emailKey(email)} ${asker(actor, email, known)}`
        await spend('sign-in address', who, startsPerAddress, hour)
        await spend('sign-in mails', 'all', mailsPerMinute, minute)
      }
    },

    /** One more guess at a code that went to this address. */
    async spendCode(email: string, known: string | undefined): Promise<void> {
      const browser = tokens.knownBrowser(known ?? '', email) ?? 'strangers'
      await spend('sign-in codes', `${emailKey(email)} ${browser}`, codesPerAddress, day)
    },
  }
}
