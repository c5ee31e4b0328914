import { languageName } from './language-name.ts'
import { locale } from './time/time.ts'

/** Those that are offered as a filter before any expert was seen; whatever the experts speak is added. */
const common =
  'ar bn cs da de el en es fa fi fr he hi hu id it ja ko nl no pl pt ro ru sv th tr uk ur vi zh'

export function languageOptions(seen: Iterable<string>): { value: string; label: string }[] {
  return [...new Set([...common.split(' '), ...seen])]
    .map((value) => ({ value, label: languageName(value) }))
    .toSorted((a, b) => a.label.localeCompare(b.label, locale()))
}
