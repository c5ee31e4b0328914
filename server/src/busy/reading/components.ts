/** One property of a component, as it stands in the file: `DTSTART;TZID=Europe/Berlin:20261201T090000`. */
export interface Property {
  readonly name: string
  /** Names in capitals, values without quotes. */
  readonly parameters: ReadonlyMap<string, string>
  readonly value: string
}

/** A component as text, so that one that nobody can read costs nobody the others. */
export interface Component {
  readonly name: string
  readonly lines: readonly string[]
}

/** Components within those that are read: alarms have times too, which are not those of their event. */
const wanted = new Set(['VEVENT', 'VTIMEZONE', 'VFREEBUSY'])

export interface CalendarText {
  readonly components: readonly Component[]
  /** Of the calendars themselves, not of what is in them. */
  readonly properties: readonly Property[]
}

/**
 * All calendars of a file as one; null where it is none, or was cut off: what is missing would be taken for free.
 * Takes every way to end a line, and a byte order mark.
 */
export function splitCalendar(text: string): CalendarText | null {
  const lines = unfold(text)
  if (!/^BEGIN:VCALENDAR$/i.test(lines[0] ?? '') || !/^END:VCALENDAR$/i.test(lines.at(-1) ?? '')) {
    return null
  }
  const components: Component[] = []
  const properties: Property[] = []
  let open: { name: string; lines: string[] } | null = null
  for (const line of lines) {
    const boundary = /^(BEGIN|END):(VCALENDAR|VEVENT|VTIMEZONE|VFREEBUSY)$/i.exec(line)
    const [, edge = '', kind = ''] = boundary ?? []
    const name = kind.toUpperCase()
    if (wanted.has(name) && edge.toUpperCase() === 'BEGIN') {
      if (open) return null
      open = { name, lines: [] }
    }
    open?.lines.push(line)
    if (!open) {
      const property = readProperty(line)
      if (property?.name.startsWith('X-WR-')) properties.push(property)
    } else if (boundary && edge.toUpperCase() === 'END') {
      if (open.name !== name) return null
      components.push(open)
      open = null
    }
  }
  return open ? null : { components, properties }
}

function unfold(text: string): string[] {
  return text
    .replace(/^\uFEFF/, '')
    .replaceAll(/\r\n?/g, '\n')
    .replaceAll(/\n[ \t]/g, '')
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => line.trimEnd())
}

/** Of the component itself, without those of the components in it. */
export function propertiesOf({ lines }: Component): Property[] {
  const properties: Property[] = []
  let depth = 0
  for (const line of lines) {
    if (/^BEGIN:/i.test(line)) depth++
    else if (/^END:/i.test(line)) depth--
    else if (depth === 1) {
      const property = readProperty(line)
      if (property) properties.push(property)
    }
  }
  return properties
}

function readProperty(line: string): Property | null {
  const parameters = new Map<string, string>()
  const name = /^[\w-]+/.exec(line)?.[0]
  if (name === undefined) return null
  let rest = line.slice(name.length)
  while (rest.startsWith(';')) {
    const found = /^;([\w-]+)=("[^"]*"|[^;:"]*)/.exec(rest)
    if (!found) return null
    const [all, parameter = '', value = ''] = found
    parameters.set(parameter.toUpperCase(), value.replaceAll('"', ''))
    rest = rest.slice(all.length)
  }
  return rest.startsWith(':')
    ? { name: name.toUpperCase(), parameters, value: rest.slice(1).trim() }
    : null
}
