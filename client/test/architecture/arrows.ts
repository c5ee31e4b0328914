import type { Import } from '../../../server/test/architecture/import-graph.ts'

/** Which feature may know which others, and no more than it does. */
export const features: Readonly<Record<string, readonly string[]>> = {
  // What somebody comes here for: the times of an expert, taking one, what was booked, and the hours behind it all.
  board: [],
  book: ['board', 'identity'],
  call: ['more-time'],
  booking: ['board', 'book', 'call', 'identity', 'late', 'message', 'more-time'],
  hours: ['board', 'booking', 'more-time'],
  late: [],
  'more-time': [],
  // What goes out about it.
  message: [],
  // Who an expert is.
  expert: ['review'],
  review: [],
  note: [],
  numbers: [],
  directory: [],
  profile: [],
  // Who asks.
  identity: [],
  // What administrators look after; an application and a listing name a category.
  application: ['category'],
  audit: [],
  blocking: [],
  calendars: ['booking'],
  category: [],
  dispute: ['booking'],
  hosting: [],
  listing: ['category'],
  people: ['identity'],
}

/** What each part of the client may know besides itself. Features are told apart by the table above. */
const parts: Readonly<Record<string, readonly string[]>> = {
  app: ['pages', 'features', 'ui', 'server', 'lib'],
  pages: ['features', 'ui', 'server', 'lib'],
  features: ['ui', 'server', 'lib'],
  ui: ['lib'],
  server: ['lib'],
  lib: [],
}

/** The imports that nobody has allowed, each as `book -> booking: file imports file`. */
export function strayArrows(imports: readonly Import[]): string[] {
  return imports.flatMap(({ from, to }) => {
    const [one, other] = [areaOf(from), areaOf(to)]
    return isAllowed(one, other) ? [] : [`${one} -> ${other}: ${from} imports ${to}`]
  })
}

/** The arrows of the table that no import needs. */
export function idleArrows(imports: readonly Import[]): string[] {
  const used = new Set(imports.map(({ from, to }) => `${areaOf(from)} -> ${areaOf(to)}`))
  return Object.entries(features)
    .flatMap(([feature, known]) => known.map((other) => `${feature} -> ${other}`))
    .filter((arrow) => !used.has(arrow))
}

function isAllowed(one: string, other: string): boolean {
  if (one === other) return true
  if (one in features && other in features) return features[one]?.includes(other) ?? false
  return parts[partOf(one)]?.includes(partOf(other)) ?? false
}

const partOf = (area: string) => (area in features ? 'features' : area)

/** A feature by its name, anything else by its part. A feature that is not in the table is told by that name too. */
function areaOf(file: string): string {
  const [, , part = '', name = ''] = file.split('/')
  return part === 'features' ? name : part
}
