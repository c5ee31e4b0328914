import { expect, it } from 'vitest'
import { relayAddressOf } from '../../src/relay/addresses.ts'

it.each([
  ['stun:stun.example', 'stun', 'stun.example', 3478, 'udp'],
  ['stuns:stun.example', 'stuns', 'stun.example', 5349, 'tls'],
  ['turn:turn.example', 'turn', 'turn.example', 3478, 'udp'],
  ['turn:192.0.2.7:80?transport=tcp', 'turn', '192.0.2.7', 80, 'tcp'],
  ['turn:[2001:db8::7]:3479?transport=udp', 'turn', '2001:db8::7', 3479, 'udp'],
  ['turns:turn.example:443?transport=tcp', 'turns', 'turn.example', 443, 'tls'],
  ['TURNS:turn.example:443', 'turns', 'turn.example', 443, 'tls'],
  ['turn:localhost:65535', 'turn', 'localhost', 65_535, 'udp'],
])('%s is understood as browsers do', (url, scheme, host, port, transport) => {
  expect(relayAddressOf(url)).toEqual({ url, scheme, host, port, transport })
})

it.each([
  'turn.example:3478',
  'http://turn.example',
  'turn://turn.example',
  'turn:',
  'turn::3478',
  'turn:turn.example:0',
  'turn:turn.example:65536',
  'turn:turn.example:http',
  'turn:300.0.0.1',
  'turn:1.2.3',
  'turn:2001:db8::7',
  'turn:[2001:db8::7',
  'turn:[turn.example]',
  'turn:user@turn.example',
  'turn:turn..example',
  'turn:turn.example/path',
  'turn:turn.example?transport=sctp',
  'turn:turn.example?user=x',
  'turns:turn.example?transport=udp',
  'stun:stun.example?transport=udp',
  'stuns:stun.example?transport=tcp',
  'turn:a b',
  'turn:turn.example\nturn:b',
])('%j is none that a browser takes', (url) => {
  expect(relayAddressOf(url)).toBeNull()
})
