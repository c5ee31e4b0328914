import { call } from '../../../server/api/client.ts'
import { ApiProblem } from '../../../server/api/problem.ts'

/** The library is fetched when somebody uses a passkey, and not before. */
const load = () => import('@simplewebauthn/browser')

/** Whether a passkey can be used on this page at all: browsers want https, or this machine, and a name for it. */
export function passkeysWork(): boolean {
  const hasName = !/^[\d.]+$|^\[/.test(location.hostname)
  return window.isSecureContext && 'PublicKeyCredential' in window && hasName
}

/** Has a device sign, and signs in with that. Rejects with an `ApiProblem`. */
export async function signInByPasskey() {
  const { startAuthentication } = await load()
  const optionsJSON = await call('startPasskeySignIn', {})
  const body = await asked(() => startAuthentication({ optionsJSON }), notUsed)
  return call('provePasskey', { body })
}

/** Has a device make a passkey, and adds it under this name. Rejects with an `ApiProblem`. */
export async function addPasskey(name: string) {
  const { startRegistration } = await load()
  const optionsJSON = await call('startPasskey', {})
  const credential = await asked(() => startRegistration({ optionsJSON }), notMade)
  return call('addPasskey', { body: { name, credential } })
}

const notUsed = {
  title: 'No passkey was used',
  detail:
    'It was cancelled, took too long, or there is none for this site on this device. Nothing is lost: try again, or use another device.',
}
const notMade = {
  title: 'No passkey was made',
  detail:
    'It was cancelled, took too long, or this device has one for this account already. Nothing is lost: try again.',
}

async function asked<T>(ask: () => Promise<T>, why: typeof notUsed): Promise<T> {
  try {
    return await ask()
  } catch {
    // Browsers tell pages on purpose no more than that it did not come to it.
    throw new ApiProblem({ type: 'about:blank', status: 0, code: 'passkey_refused', ...why })
  }
}
