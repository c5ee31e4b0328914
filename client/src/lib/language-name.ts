import { locale } from './time/time.ts'

let names: Intl.DisplayNames | undefined

/** `Polish` for `pl`, in the visitor's language; the code itself where the browser knows no name. */
export function languageName(code: string): string {
  names ??= new Intl.DisplayNames([locale()], { type: 'language' })
  try {
    return names.of(code) ?? code
  } catch {
    return code
  }
}
