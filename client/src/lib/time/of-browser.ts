/** How the person behind this browser reads dates. The words are the page's, which is written in English. */
export interface Manner {
  /** English, in their order, with the calendar and the digits of the page; for `Intl`. */
  readonly tag: string
  /** Theirs, for what depends on the region alone: the start of the week. */
  readonly own: string
  readonly clock: '12' | '24'
}

let known: { readonly reported: string; readonly manner: Manner } | undefined

/** Read from the browser's language, whatever is written there. */
export function manner(): Manner {
  const reported = navigator.language as string | undefined
  const key = reported ?? ''
  if (known?.reported !== key) known = { reported: key, manner: mannerOf(key) }
  return known.manner
}

function mannerOf(reported: string): Manner {
  const own = validTag(reported)
  const { language } = new Intl.Locale(own)
  const base = language === 'en' ? own.replace(/-u-.*$/, '') : monthFirst(own) ? 'en-US' : 'en-GB'
  return {
    // Thailand's and Iran's regions bring their own calendars, under which the grid's days would have other numbers.
    tag: `${base}-u-ca-gregory-nu-latn`,
    own,
    clock: clockOf(own),
  }
}

/** `en-US@posix` and `en_US` are locales of systems, `C` and `POSIX` are none. */
function validTag(reported: string): string {
  const bare = reported.replace(/[@.].*$/, '').replaceAll('_', '-')
  if (!/^[A-Za-z]{2,3}(-|$)/.test(bare)) return 'en'
  try {
    return Intl.getCanonicalLocales(bare)[0] ?? 'en'
  } catch {
    return 'en'
  }
}

function monthFirst(tag: string): boolean {
  const format = new Intl.DateTimeFormat(tag, {
    calendar: 'gregory',
    month: 'numeric',
    day: 'numeric',
    timeZone: 'UTC',
  })
  const parts = format.formatToParts(0).map(({ type }) => type)
  return parts.indexOf('month') < parts.indexOf('day')
}

function clockOf(tag: string): '12' | '24' {
  const { hourCycle } = new Intl.DateTimeFormat(tag, { hour: 'numeric' }).resolvedOptions()
  return hourCycle === 'h11' || hourCycle === 'h12' ? '12' : '24'
}

let zone: { readonly reported: string; readonly name: string } | undefined

/** The zone that the browser runs in, by a name that the server knows as well. */
export function detectedZone(): string {
  const reported = new Intl.DateTimeFormat().resolvedOptions().timeZone as string | undefined
  const key = reported ?? ''
  if (zone?.reported !== key) {
    zone = { reported: key, name: isZone(key) ? key : zoneOfOffsets(offsetIn(key)) }
  }
  return zone.name
}

/** Whether it is a name of the database. Bare offsets are none: they know no changes of clocks. */
export function isZone(name: string): boolean {
  if (!/^[A-Za-z][A-Za-z0-9_+/-]*$/.test(name) || name === 'Etc/Unknown') return false
  try {
    new Intl.DateTimeFormat('en', { timeZone: name })
    return true
  } catch {
    return false
  }
}

/** Minutes ahead of UTC, of `GMT-05:00` or `+05:30`; nothing where no offset is written. */
function offsetIn(reported: string): number | null {
  const [, sign, hours, minutes = '0'] =
    /^(?:GMT|UTC)?([+-])(\d{1,2})(?::?(\d\d))?$/.exec(reported) ?? []
  if (hours === undefined) return null
  return (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes))
}

/** A zone whose clocks stand like this device's, in January and in July. */
function zoneOfOffsets(written: number | null): string {
  const year = new Date().getFullYear()
  const months = [0, 6].map((month) => new Date(year, month, 1))
  // `getTimezoneOffset` counts the other way round; plus 0, so that there is no −0.
  const [winter = 0, summer = 0] = months.map((at) => written ?? 0 - at.getTimezoneOffset())
  if (winter === summer && winter % 60 === 0) return fixedZone(winter / 60)
  const matches = (name: string) =>
    months.every((at, index) => offsetAt(name, at) === [winter, summer][index])
  return Intl.supportedValuesOf('timeZone').find(matches) ?? fixedZone(Math.round(winter / 60))
}

/** The database writes the zones of whole hours with the sign of the other side: `Etc/GMT+5` is GMT−5. */
function fixedZone(hours: number): string {
  const name = `Etc/GMT${hours < 0 ? '+' : '-'}${Math.abs(hours)}`
  return hours !== 0 && isZone(name) ? name : 'UTC'
}

function offsetAt(name: string, at: Date): number {
  const moment = Temporal.Instant.fromEpochMilliseconds(at.getTime()).toZonedDateTimeISO(name)
  return Math.round(moment.offsetNanoseconds / 60e9)
}
