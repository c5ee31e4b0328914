import { describe, expect, it } from 'vitest'
import { meantAddress } from '../../src/lib/mistyped-address.ts'

describe('an address that looks mistyped', () => {
  it.each([
    ['grace@gmial.com', 'grace@gmail.com'],
    ['grace@gmai.com', 'grace@gmail.com'],
    ['grace@gmail.con', 'grace@gmail.com'],
    ['grace@gmail.co', 'grace@gmail.com'],
    ['grace@gamil.com', 'grace@gmail.com'],
    ['grace@hotmial.com', 'grace@hotmail.com'],
    ['grace@yaho.com', 'grace@yahoo.com'],
    ['grace@outlok.com', 'grace@outlook.com'],
    ['grace@iclod.com', 'grace@icloud.com'],
    ['grace@protonmai.com', 'grace@protonmail.com'],
  ])('%s was meant to be %s', (typed, meant) => {
    expect(meantAddress(typed)).toBe(meant)
  })

  it('keeps what stands before the sign as it was typed, and loses what stands around', () => {
    expect(meantAddress(' Grace.Hopper+x@GMIAL.com ')).toBe('Grace.Hopper+x@gmail.com')
  })

  it.each(
    [
      [
        'gmail.com',
        'GMAIL.com',
        'hotmail.dk',
        'yahoo.co.jp',
        'outlook.com',
        'icloud.com',
        'me.com',
      ],
      ['proton.me', 'pm.me', 'hey.com', 'fastmail.com', 'gmx.net', 'gmx.de', 'web.de', 'mail.ru'],
      ['seznam.cz', 'wp.pl', 'o2.pl', 'orange.pl', 'tiscali.cz', '163.com', '126.com', 'abv.bg'],
      // What a list of endings, or a comparison that is too kind, would doubt.
      ['sapo.pt', 'uni.lu', 'mask.io', 'gov.pt', 'kth.se', 'mit.edu', 'navy.mil', 'acme.ai'],
      ['ail.com', 'mac.com', 'web.co', 'company.co', 'example.org', 'example.com', 'google.com'],
      ['expert.example', 'münchen.de', 'mail.university.edu'],
    ].flat(),
  )('may be right at %s', (domain) => {
    expect(meantAddress(`grace@${domain}`)).toBeNull()
  })

  it.each(['', 'grace', 'grace@', '@gmial.com', 'grace@gmial', 'grace hopper@gmial.com'])(
    'is none at all: "%s"',
    (typed) => {
      expect(meantAddress(typed)).toBeNull()
    },
  )
})
