import { expect, it } from 'vitest'
import { createSeal } from '../../src/busy/seal.ts'

const seal = createSeal('a secret of the tests, 32 bytes long')
const address = 'https://calendar.example/private-é.ics'

it('opens what it sealed, for what it was sealed for', () => {
  const sealed = seal.seal(address, 'source-1')
  expect(seal.open(sealed, 'source-1')).toBe(address)
  expect(seal.open(sealed, 'source-2')).toBeNull()
  expect(createSeal('another secret of the tests, as long').open(sealed, 'source-1')).toBeNull()
})

it('seals the same twice in two ways, and says nothing of it', () => {
  const [one, two] = [seal.seal(address, 'a'), seal.seal(address, 'a')]
  expect(one).not.toBe(two)
  expect(Buffer.from(one, 'base64url').toString('latin1')).not.toContain('private')
})

it('notices every changed byte, and takes nothing else for a seal', () => {
  const bytes = Buffer.from(seal.seal('x', 'a'), 'base64url')
  for (let index = 0; index < bytes.length; index++) {
    const changed = Buffer.from(bytes)
    changed[index] = (changed[index] ?? 0) ^ 1
    expect(seal.open(changed.toString('base64url'), 'a')).toBeNull()
  }
  for (const none of ['', 'x', bytes.subarray(0, 27).toString('base64url')]) {
    expect(seal.open(none, 'a')).toBeNull()
  }
})

it('marks the same alike for the same expert, and differently for others', () => {
  expect(seal.mark(address, 'ada')).toBe(seal.mark(address, 'ada'))
  expect(seal.mark(address, 'ada')).not.toBe(seal.mark(address, 'bina'))
  expect(seal.mark(address, 'ada')).not.toBe(seal.mark(`${address}?`, 'ada'))
})
