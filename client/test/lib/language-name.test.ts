import { beforeEach, describe, expect, it, vi } from 'vitest'

// oxlint-disable-next-line typescript/unbound-method -- it is called with its object below
const realOf = Intl.DisplayNames.prototype.of

/** Chromium has no names for many languages, and makes `ki (Kenya)` of `ki-KE`. */
function asChromium(this: Intl.DisplayNames, code: string): string | undefined {
  if (/^(ki|luo|bfi|xx)$/.test(code)) return undefined
  if (code === 'ki-KE') return 'ki (Kenya)'
  return realOf.call(this, code)
}

beforeEach(() => {
  vi.resetModules()
  vi.spyOn(navigator, 'language', 'get').mockReturnValue('en-GB')
})

async function languageName() {
  const module = await import('../../src/lib/language-name.ts')
  return module.languageName
}

describe('the name of a language', () => {
  it('is a name where the browser has only the code', async () => {
    vi.spyOn(Intl.DisplayNames.prototype, 'of').mockImplementation(asChromium)
    const name = await languageName()
    expect(['ki', 'ki-KE', 'luo', 'bfi', 'pl', 'pt-BR'].map(name)).toEqual([
      'Kikuyu',
      'Kikuyu',
      'Luo',
      'British Sign Language',
      'Polish',
      'Brazilian Portuguese',
    ])
  })

  it('says that it is a language where nobody knows which', async () => {
    const name = await languageName()
    expect(name('xx')).toBe('Other language (xx)')
    expect(name('not a code')).toBe('Other language (not a code)')
  })

  it('is there for each one that an expert is offered', async () => {
    const { everyLanguage } = await import('../../src/features/profile/every-language.ts')
    const { languageOptions } = await import('../../src/lib/language-options.ts')
    const labels = languageOptions(everyLanguage).map(({ label }) => label)
    expect(labels).toContain('Kikuyu')
    expect(labels.filter((label) => label.startsWith('Other'))).toEqual([])
    expect(new Set(labels).size).toBe(labels.length)
  })
})
