import { expect, it } from 'vitest'
import { createDestinations } from '../../../src/busy/fetching/destinations.ts'
import { isPublic } from '../../../src/busy/fetching/public-addresses.ts'

const inside = [
  '0.0.0.0',
  '0.1.2.3',
  '10.0.0.1',
  '100.64.0.1',
  '127.0.0.1',
  '127.255.255.254',
  '169.254.169.254',
  '172.16.0.1',
  '172.31.255.255',
  '192.0.0.1',
  '192.0.2.1',
  '192.88.99.1',
  '192.168.1.1',
  '198.18.0.1',
  '198.51.100.1',
  '203.0.113.1',
  '224.0.0.1',
  '240.0.0.1',
  '255.255.255.255',
  '::',
  '::1',
  '::127.0.0.1',
  '::ffff:127.0.0.1',
  '::ffff:10.0.0.1',
  '::ffff:8.8.8.8',
  '::ffff:0:127.0.0.1',
  '64:ff9b::7f00:1',
  '64:ff9b:1::1',
  '100::1',
  '2001::1',
  '2001:db8::1',
  '2001:2::1',
  '2001:20::1',
  '2002:7f00:1::',
  '3fff::1',
  '5f00::1',
  'fc00::1',
  'fd12:3456::1',
  'fe80::1',
  'fec0::1',
  'ff02::1',
]

it.each(inside)('%s is nobody’s business', (address) => {
  expect(isPublic(address)).toBe(false)
})

it.each(['8.8.8.8', '93.184.215.14', '2606:4700:4700::1111', '2a00:1450:4001:80b::200e'])(
  '%s is public',
  (address) => {
    expect(isPublic(address)).toBe(true)
  },
)

const names: Readonly<Record<string, readonly string[]>> = {
  'open.example': ['93.184.215.14', '2606:4700:4700::1111'],
  'inside.example': ['10.0.0.1'],
  'half.example': ['93.184.215.14', '127.0.0.1'],
  'nobody.example': [],
  'allowed.example': ['10.0.0.1'],
}

const destinationOf = createDestinations(
  ['http://127.0.0.1:5232', 'https://allowed.example:8443'],
  async (name) =>
    (names[name] ?? []).map((address) => ({ address, family: address.includes(':') ? 6 : 4 })),
)

it.each([
  'https://127.0.0.1/a.ics',
  'https://127.1/a.ics',
  'https://127.0.1/a.ics',
  'https://2130706433/a.ics',
  'https://0x7f000001/a.ics',
  'https://0x7f.1/a.ics',
  'https://0177.0.0.1/a.ics',
  'https://017700000001/a.ics',
  'https://①②⑦.⓪.⓪.①/a.ics',
  'https://127。0。0。1/a.ics',
  'https://[::1]/a.ics',
  'https://[::]/a.ics',
  'https://[0:0:0:0:0:ffff:7f00:1]/a.ics',
  'https://[::ffff:127.0.0.1]/a.ics',
  'https://[::ffff:a9fe:a9fe]/a.ics',
  'https://[64:ff9b::127.0.0.1]/a.ics',
  'https://[fe80::1]/a.ics',
  'https://0/a.ics',
  'https://169.254.169.254/latest/meta-data',
  'https://inside.example/a.ics',
  'https://INSIDE.example./a.ics',
  'https://half.example/a.ics',
  'https://nobody.example/a.ics',
  'https://open.example:8443/a.ics',
  'https://open.example:22/a.ics',
  'http://open.example/a.ics',
  'http://open.example:443/a.ics',
  'https://user:password@open.example/a.ics',
  'https://user@open.example/a.ics',
  'http://127.0.0.1:5233/a.ics',
  'https://127.0.0.1:5232/a.ics',
  'https://allowed.example/a.ics',
  'ftp://open.example/a.ics',
  'file:///etc/passwd',
  'data:text/calendar,BEGIN:VCALENDAR',
  'webcal://open.example/a.ics',
  'no address',
  '',
])('does not go to %s', async (address) => {
  expect(await destinationOf(address)).toBeNull()
})

it.each(['https://open.example/a.ics', 'https://open.example:443/a.ics', 'https://8.8.8.8/a.ics'])(
  'goes to %s',
  async (address) => {
    expect((await destinationOf(address))?.addresses[0]?.address).toMatch(/^(93|8)\./)
  },
)

it('goes where whoever runs the server says, and by exactly that origin', async () => {
  const own = await destinationOf('http://127.0.0.1:5232/a.ics')
  expect(own?.addresses).toEqual([{ address: '127.0.0.1', family: 4 }])
  expect(await destinationOf('https://allowed.example:8443/a.ics')).not.toBeNull()
})
