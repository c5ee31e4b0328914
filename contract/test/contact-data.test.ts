import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { CustomerPhone } from '../src/bookings/shapes.ts'
import { CustomerEmail } from '../src/primitives.ts'

const taken = (typed: string) => CustomerEmail.safeParse(typed).data
const phone = (typed: string) => CustomerPhone.safeParse(typed).data

describe('an e-mail address', () => {
  it.each([
    'mina@example.org',
    'Mina.Rai@Example.org',
    'r&d@example.com',
    'a/b@example.com',
    'ada+tag@example.com',
    "o'neill@example.ie",
    "!#$%&'*+/?=^_`{|}~-@example.com",
    'x@a.b.c.d.example',
    'x@xn--bcher-kva.example',
    'x@example.xn--p1ai',
    '1@1.example',
    `${'a'.repeat(64)}@example.org`,
  ])('%s is taken as it is', (typed) => {
    expect(taken(typed)).toBe(typed)
  })

  it.each([
    ['  mina@example.org\t', 'mina@example.org'],
    ['mina@bücher.example', 'mina@xn--bcher-kva.example'],
    ['mina@BÜCHER.example', 'mina@xn--bcher-kva.example'],
    ['mina@straße.example', 'mina@xn--strae-oqa.example'],
    ['mina@почта.рф', 'mina@xn--80a1acny.xn--p1ai'],
    ['mina@例え。テスト', 'mina@xn--r8jz45g.xn--zckzah'],
    ['mina@مثال.إختبار', 'mina@xn--mgbh0fb.xn--kgbechtv'],
    // As a Japanese keyboard types it.
    ['ｍｉｎａ＠ｅｘａｍｐｌｅ．ｏｒｇ', 'mina@example.org'],
    ['\u200Emina@example.org\u200F', 'mina@example.org'],
    ['\u202Amina@\u00ADexample.org\u202C', 'mina@example.org'],
    ['\uFEFFmina@exam\u200Bple.org', 'mina@example.org'],
    ['mina\u00A0@example.org', undefined],
  ])('%j becomes %j', (typed, kept) => {
    expect(taken(typed)).toBe(kept)
  })

  it.each([
    '',
    'mina',
    'mina@',
    '@example.org',
    '.mina@example.org',
    'mina.@example.org',
    'mi..na@example.org',
    'mina@localhost',
    'mina@example.',
    'mina@.example',
    'mina@-a.example',
    'mina@a-.example',
    'mina@exa_mple.org',
    'mina@127.0.0.1',
    'mina@[127.0.0.1]',
    'mina@１２７。０。０。１',
    'a@b.org, c@d.org',
    'a@b.org;c@d.org',
    'a@b.org c@d.org',
    'a@b@c.org',
    'a@b.org\r\nBcc: c@d.org',
    'Mina <mina@example.org>',
    '"mina"@example.org',
    'mina(at)example.org',
    'mina@example.org>',
    'mina@example.org\u0000',
    'mina@bücher.example\u0000',
    'mina@bücher.example/x',
    'mina@bücher.example:25',
    'mina@bücher%2eexample',
    'mina@ü.example?x',
    'mina@ü.example#x',
    // Would be read as a second recipient by who decodes it.
    '=?utf-8?q?evil=40z.example=3e=2c?=@example.org',
    // Punycode of nothing.
    'mina@xn--a.example',
    'mina@xn--ü.example',
    'mína@example.org',
    'mina@\uD800.example',
    `${'a'.repeat(65)}@example.org`,
    `mina@${'a'.repeat(64)}.example`,
    `mina@${'abcdefgh.'.repeat(40)}example`,
    // Longer than any address once it is in the form of the wire.
    `mina@${'ü.'.repeat(100)}example`,
  ])('%j is refused', (typed) => {
    expect(taken(typed)).toBeUndefined()
  })

  it('is one address in ASCII, and stays as it is when it is read again', () => {
    const near = fc.string({
      unit: fc.constantFrom(...(`ab1.-+/&?=%@"<>,; ü例＠。\u200B\u202E\r\nx`.match(/[^]/g) ?? [])),
      maxLength: 40,
    })
    fc.assert(
      fc.property(fc.oneof(near, fc.string({ unit: 'binary' })), (typed) => {
        const kept = taken(typed)
        if (kept === undefined) return
        expect(kept).toMatch(/^[!-~]+$/)
        expect(kept).not.toMatch(/[\s,;:<>"()[\]\\]/)
        expect(kept.split('@')).toHaveLength(2)
        expect(taken(kept)).toBe(kept)
      }),
    )
  })
})

describe('a phone number', () => {
  it.each([
    ['+977 1 234567', '+977 1 234567'],
    ['(555) 123-4567', '(555) 123-4567'],
    ['(030) 901820', '(030) 901820'],
    ['+49 (0)30 / 90 18 20', '+49 (0)30 / 90 18 20'],
    ['555.123.4567', '555.123.4567'],
    ['+49\u00A030\u202F901820', '+49 30 901820'],
    ['\u202A+1\u00A0202 555 0101\u202C', '+1 202 555 0101'],
    ['\u200E030 901820', '030 901820'],
    ['＋８１　３−１２３４−５６７８', '+81 3-1234-5678'],
    ['٠٢ ١٢٣٤٥٦٧', '02 1234567'],
    ['۰۲۱ ۱۲۳۴۵۶۷', '021 1234567'],
    ['०१ २३४५६७', '01 234567'],
    ['030–901820', '030-901820'],
    ['(555) 123-4567 ext. 12', '(555) 123-4567 ext. 12'],
    ['030 901820 Durchwahl 12', '030 901820 Durchwahl 12'],
    ['555 1234567 x12', '555 1234567 x12'],
    ['555 1234567,,12#', '555 1234567,,12#'],
    ['tel:+1-202-555-0101', '+1-202-555-0101'],
    // Programs would make a link of it.
    ['55555 www.evil.example', '55555 www evil example'],
  ])('%j becomes %j', (typed, kept) => {
    expect(phone(typed)).toBe(kept)
    expect(phone(kept)).toBe(kept)
  })

  it.each([
    '',
    'call me',
    '1234',
    '+',
    '1'.repeat(26),
    `030 901820 ${'x'.repeat(60)}`,
    '030 901820 <b>',
    '030 901820 http://evil',
    'ada@example.org 12345',
  ])('%j is none', (typed) => {
    expect(phone(typed)).toBeUndefined()
  })
})
