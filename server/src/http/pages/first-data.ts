import { DirectoryQuery, type Expert } from '@expertconnect/contract/experts/shapes'
import { addressOf, firstAsked, firstDataId, weeksShown } from '@expertconnect/contract/first-data'
import type { Reviews } from '@expertconnect/contract/reviews/shapes'
import { parseInput } from '../../base/input.ts'
import { type Instant, parseInstant } from '../../domain/time/instant.ts'
import { addDays, dateAt, datesBetween } from '../../domain/time/wall-time.ts'
import { dataScript, type Html } from '../../markup/html.ts'
import type { Services } from '../../services/services.ts'

const daysShown = 7 * weeksShown
const filters = ['query', 'category', 'language', 'maxPrice', 'sort'] as const

export type AskedList = Readonly<Record<string, string | number>>

/** With the filters of the page's address. `null` where one is by the visitor's clock, which only their browser knows. */
export function directoryList(address: Readonly<Record<string, unknown>>): AskedList | null {
  if (address['free'] !== undefined) return null
  const given = filters.flatMap((name) => {
    const value = address[name]
    const text = typeof value === 'string' ? value.trim() : ''
    return text === '' ? [] : [[name, text] as const]
  })
  return { ...firstAsked.directory, ...Object.fromEntries(given) }
}

export interface FirstList {
  readonly experts: readonly Expert[]
  readonly data: Html
}
export interface FirstExpert {
  readonly expert: Expert
  readonly data: Html
}

export type FirstData = ReturnType<typeof createFirstData>

/** What comes with a page, so that its first view needs no second trip. All of it is what a stranger may read. */
export function createFirstData(
  { directory, reviews, boards }: Pick<Services, 'directory' | 'reviews' | 'boards'>,
  clock: () => Instant,
) {
  /**
   * The weeks that the calendar opens with, on whichever day they begin, and a day more on both sides: the visitor's
   * region and zone are not known.
   */
  async function firstBoard(expert: Expert, asked: string): Promise<string> {
    const { slug, timeZone, nextFreeAt, sessionLengths, policy } = expert
    const today = dateAt(timeZone, clock())
    const isOpen = asked >= today && asked <= addDays(today, policy.horizonDays)
    const free = nextFreeAt === null ? today : dateAt(timeZone, parseInstant(nextFreeAt))
    const shown = isOpen ? asked : free > today ? free : today
    const passed = datesBetween(today, shown).length - 1
    const begin = addDays(today, daysShown * Math.floor(passed / daysShown))
    const earliest = addDays(begin, -6)
    const query = {
      from: addDays(earliest > today ? earliest : today, -1),
      to: addDays(begin, daysShown),
      minutes: Math.min(...sessionLengths),
      timeZone,
    }
    const { expertId, rest } = boards.remembered(slug, query) ?? (await boards.read(slug, query))
    return `{"expertId":${JSON.stringify(expertId)}${rest.toString()}`
  }

  return {
    /** Throws `invalid_input` where a filter makes no sense. */
    async list(asked: AskedList): Promise<FirstList> {
      const [found, categories] = await Promise.all([
        directory.search(parseInput(DirectoryQuery, asked)),
        directory.categories(),
      ])
      const answers = {
        [addressOf('searchExperts', { query: asked })]: found,
        [addressOf('listCategories', {})]: categories,
      }
      return { experts: found.items, data: script(answers) }
    },

    /** `day`: a date that the page was asked to show, or nothing. Throws `not_found` of whom strangers may not look at. */
    async expert(slug: string, day: string): Promise<FirstExpert> {
      const expert = await directory.read(slug)
      const params = { slug }
      const query = firstAsked.reviews
      const [written, board] = await Promise.all([
        reviews.list(slug, query),
        firstBoard(expert, day),
      ])
      const answers: Record<string, Expert | Reviews> = {
        [addressOf('getExpert', { params })]: expert,
        [addressOf('listReviews', { params, query })]: written,
      }
      return { expert, data: script(answers, board) }
    },
  }
}

function script(answers: Readonly<Record<string, unknown>>, board?: string): Html {
  const rest = board === undefined ? '' : `,"board":${board}`
  return dataScript(firstDataId, `{"answers":${JSON.stringify(answers)}${rest}}`)
}
