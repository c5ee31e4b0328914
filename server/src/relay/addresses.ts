import { isIP } from 'node:net'

/** Where browsers ask how they look from outside (`stun`), or to be passed on (`turn`). */
export interface RelayAddress {
  /** As browsers take it. */
  readonly url: string
  readonly scheme: 'stun' | 'stuns' | 'turn' | 'turns'
  readonly host: string
  readonly port: number
  /** What carries it: TLS with `stuns` and `turns`, UDP where nothing else is said. */
  readonly transport: 'udp' | 'tcp' | 'tls'
}

const pattern = /^(stuns?|turns?):(\[[^\]]+\]|[^:?[\]/@\s]+)(?::(\d{1,5}))?(?:\?transport=(\w+))?$/i

/** As RFC 7064 and RFC 7065 write it, as far as browsers take it; `null` where it is faulty. */
export function relayAddressOf(text: string): RelayAddress | null {
  const found = pattern.exec(text)
  if (!found) return null
  const [, schemeText = '', hostText = '', portText, transportText] = found
  const scheme = schemeText.toLowerCase() as RelayAddress['scheme']
  const host = hostText.replace(/^\[(.+)\]$/, '$1')
  const isHost = hostText.startsWith('[') ? isIP(host) === 6 : isName(host)
  const isSecure = scheme === 'stuns' || scheme === 'turns'
  const port = portText === undefined ? (isSecure ? 5349 : 3478) : Number(portText)
  const transport = transportOf(scheme, transportText?.toLowerCase())
  if (!isHost || port < 1 || port > 65_535 || transport === null) return null
  return { url: text, scheme, host, port, transport }
}

/** Browsers take a transport with TURN alone, and speak TLS over TCP only. */
function transportOf(
  scheme: RelayAddress['scheme'],
  said: string | undefined,
): RelayAddress['transport'] | null {
  switch (scheme) {
    case 'stun':
      return said === undefined ? 'udp' : null
    case 'stuns':
      return said === undefined ? 'tls' : null
    case 'turn':
      return said === undefined || said === 'udp' ? 'udp' : said === 'tcp' ? 'tcp' : null
    case 'turns':
      return said === undefined || said === 'tcp' ? 'tls' : null
  }
}

function isName(host: string): boolean {
  // What looks like an IPv4 address has to be one.
  if (/^[\d.]+$/.test(host)) return isIP(host) === 4
  return /^[\w-]+(\.[\w-]+)*\.?$/.test(host) && host.length <= 253
}
