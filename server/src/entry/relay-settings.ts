import { relayAddressOf } from '../relay/addresses.ts'
import type { RelaySettings } from '../relay/ice-servers.ts'

type RelayVariable = 'STUN_URLS' | 'TURN_URLS' | 'TURN_SECRET'

const forms = {
  STUN_URLS: {
    schemes: ['stun', 'stuns'],
    is: 'addresses such as stun:stun.example:3478, by commas',
  },
  TURN_URLS: {
    schemes: ['turn', 'turns'],
    is: 'addresses such as turn:turn.example:3478 or turns:turn.example:443?transport=tcp, by commas',
  },
} as const

/** What calls need beside the server itself. Adds what is wrong to `faults`; the secret is not repeated. */
export function readRelaySettings(
  read: (name: RelayVariable) => string,
  faults: string[],
): RelaySettings {
  const listOf = (name: 'STUN_URLS' | 'TURN_URLS'): readonly string[] => {
    const { schemes, is } = forms[name]
    const urls = read(name)
      .split(',')
      .map((url) => url.trim())
      .filter((url) => url !== '')
    const isRight = (url: string): boolean => {
      const address = relayAddressOf(url)
      return address !== null && schemes.some((scheme) => scheme === address.scheme)
    }
    if (!urls.every(isRight)) faults.push(`${name} are ${is}`)
    return urls
  }
  const stunUrls = listOf('STUN_URLS')
  const turnUrls = listOf('TURN_URLS')
  const turnSecret = read('TURN_SECRET') || null
  if (turnUrls.length > 0 && turnSecret === null) {
    faults.push('TURN_SECRET is needed with TURN_URLS: the static-auth-secret of the relay')
  }
  if (turnSecret !== null && turnUrls.length === 0) {
    faults.push('TURN_SECRET does nothing without TURN_URLS')
  }
  return { stunUrls, turnUrls, turnSecret }
}

/** What calls between different networks lack, in a line; null where nothing is missing. */
export function lackOf({ stunUrls, turnUrls }: RelaySettings): string | null {
  if (turnUrls.length > 0) return null
  return stunUrls.length === 0
    ? 'STUN_URLS and TURN_URLS are empty: people in different networks will not meet in calls (docs/calls.md).'
    : 'TURN_URLS is empty: about one call in five will find no path (docs/calls.md).'
}
