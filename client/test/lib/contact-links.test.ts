import { describe, expect, it } from 'vitest'
import { callLink, mailLink } from '../../src/lib/contact-links.ts'

describe('a link that writes to somebody', () => {
  it.each([
    ['ada@example.org', 'mailto:ada@example.org'],
    ['ada+tag@example.org', 'mailto:ada+tag@example.org'],
    ['r&d@example.org', 'mailto:r%26d@example.org'],
    ['a/b@example.org', 'mailto:a%2Fb@example.org'],
    [
      'a?bcc=evil%40z.example&x=@example.org',
      'mailto:a%3Fbcc%3Devil%2540z.example%26x%3D@example.org',
    ],
  ])('to %s has one recipient and nothing else', (address, href) => {
    expect(mailLink(address)).toBe(href)
    expect(decodeURIComponent(new URL(href).pathname)).toBe(address)
    expect(new URL(href).search).toBe('')
  })
})

describe('a link that calls somebody', () => {
  it.each([
    ['+977 1 234567', 'tel:+9771234567'],
    ['(555) 123-4567', 'tel:5551234567'],
    ['+49 (0)30 901820', 'tel:+4930901820'],
    ['030 / 901820', 'tel:030901820'],
    ['(555) 123-4567 ext. 12', 'tel:5551234567;ext=12'],
    ['+1 555 123 4567 x12', 'tel:+15551234567;ext=12'],
    ['030 901820 Durchwahl 12', 'tel:030901820;ext=12'],
    ['Home 030 901820', 'tel:030901820'],
  ])('by %s dials %s', (phone, href) => {
    expect(callLink(phone)).toBe(href)
  })
})
