import { describe, expect, it } from 'vitest'
import { colours, darkColours } from '../../../src/mail/letter/style.ts'

/** WCAG 2.2, relative luminance and contrast ratio. */
function contrast(one: string, other: string): number {
  const [light = 0, dark = 0] = [luminance(one), luminance(other)].toSorted((a, b) => b - a)
  return (light + 0.05) / (dark + 0.05)
}

function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const value = Number.parseInt(colour.slice(at, at + 2), 16) / 255
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

describe.each([
  ['light', colours],
  ['dark', darkColours],
])('the %s colours', (_name, { card, panel, page, text, soft, accent, fill }) => {
  it('can be read', () => {
    for (const ground of [card, panel]) {
      for (const each of [text, soft]) expect(contrast(each, ground)).toBeGreaterThanOrEqual(4.5)
    }
    expect(contrast(accent, card)).toBeGreaterThanOrEqual(4.5)
    // The large name of the product.
    expect(contrast(accent, page)).toBeGreaterThanOrEqual(3)
    expect(contrast(colours.onFill, fill)).toBeGreaterThanOrEqual(4.5)
  })
})

it('accents can be read where a program puts a dark ground under them and leaves them as they are', () => {
  for (const ground of ['#121212', '#1c1c1e', '#202124']) {
    expect(contrast(colours.soft, ground)).toBeGreaterThanOrEqual(3)
    expect(contrast(colours.accent, ground)).toBeGreaterThanOrEqual(3)
  }
})
