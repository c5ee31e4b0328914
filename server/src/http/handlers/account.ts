import type { Services } from '../../services/services.ts'
import type { Cookies } from '../cookies.ts'
import type { Handlers } from './handler.ts'
import { browserSeconds, challengeSeconds } from './people.ts'

type AccountHandlers = Pick<
  Handlers,
  'startAddressChange' | 'proveAddressChange' | 'readMyData' | 'eraseMe'
>

/** What a person does with what is kept about them. */
export function createAccountHandlers({ account }: Pick<Services, 'account'>): AccountHandlers {
  const secretsOf = (cookies: Cookies) => ({
    challenge: cookies.read('address'),
    known: cookies.read('browser'),
  })
  return {
    async startAddressChange({ actor, body, cookies }) {
      const asked = await account.startAddressChange(actor, body.email, secretsOf(cookies))
      cookies.keep('address', asked.challenge, challengeSeconds)
      return { expiresAt: asked.expiresAt }
    },

    async proveAddressChange({ actor, body, cookies }) {
      const { person, known } = await account.proveAddressChange(actor, body, secretsOf(cookies))
      cookies.keep('browser', known, browserSeconds)
      cookies.forget('address')
      return { person }
    },

    readMyData: ({ actor }) => account.data(actor),

    async eraseMe({ actor, cookies }) {
      await account.erase(actor)
      for (const name of ['session', 'browser', 'sign-in', 'address'] as const) cookies.forget(name)
      return null
    },
  }
}
