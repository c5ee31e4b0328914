import { locale } from './time/time.ts'

let names: Intl.DisplayNames | undefined

/** `Polish` for `pl`, in the visitor's language; nothing for a language that the browser has no name for. */
export function knownLanguage(code: string): string | undefined {
  names ??= new Intl.DisplayNames([locale()], { type: 'language', fallback: 'none' })
  const primary = nameOf(names, primaryOf(code))
  // Of `ki-KE` a browser that has no name for `ki` makes `ki (Kenya)`.
  return primary && (nameOf(names, code) ?? primary)
}

/** `ki` of `ki-KE`. */
export function primaryOf(code: string): string {
  return code.split('-')[0] ?? code
}

function nameOf(known: Intl.DisplayNames, code: string): string | undefined {
  try {
    return known.of(code)
  } catch {
    return undefined
  }
}
