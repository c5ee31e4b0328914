import { expect, it } from 'vitest'
import { accountAddress } from '../../../src/domain/calendars/account-address.ts'

it.each([
  ['https://cloud.example/remote.php/dav/', 'https://cloud.example/remote.php/dav/'],
  [' caldavs://cloud.example:443/dav#x', 'https://cloud.example/dav'],
  ['http://127.0.0.1:5232', 'http://127.0.0.1:5232/'],
  ['cloud.example', 'https://cloud.example/'],
  ['cloud.example/dav', 'https://cloud.example/dav'],
  ['ada@cloud.example', 'https://cloud.example/'],
  ['ada@icloud.com', 'https://caldav.icloud.com/'],
  ['https://www.icloud.com', 'https://caldav.icloud.com/'],
  ['ada@fastmail.com', 'https://caldav.fastmail.com/'],
  ['my calendar', undefined],
  ['ftp://cloud.example', undefined],
])('%s leads to %s', (written, expected) => {
  expect(accountAddress(written)?.href).toBe(expected)
})
