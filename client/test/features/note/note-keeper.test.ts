import type { Notes } from '@expertconnect/contract/notes/shapes'
import type { ProblemCode } from '@expertconnect/contract/problems'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import {
  createNoteKeeper,
  type Draft,
  type NoteDoor,
  type NoteKeeper,
} from '../../../src/features/note/note-keeper.ts'
import { remembered } from '../../../src/lib/browser/remembered.ts'
import { ApiProblem, unreachable } from '../../../src/server/api/problem.ts'

beforeEach(() => {
  vi.useFakeTimers()
  sessionStorage.clear()
})
afterEach(() => vi.useRealTimers())

const refusal = (code: ProblemCode, status: number) =>
  new ApiProblem({ type: 'about:blank', title: 'No', status, code })

/** A server that several tabs write to, and that can be out of reach. */
function makeServer(first: Notes = { text: '', version: 0 }) {
  let notes = first
  let error: Error | null = null
  const saved: string[] = []
  const door: NoteDoor = {
    read: async () => {
      if (error) throw error
      return notes
    },
    save: async (version, text) => {
      if (error) throw error
      saved.push(text)
      if (notes.text === text.trim()) return notes
      if (version !== notes.version) throw refusal('stale_version', 409)
      return (notes = { text: text.trim(), version: version + 1 })
    },
    saveWhileLeaving: (version, text) => void door.save(version, text),
  }
  return {
    door,
    saved,
    read: () => notes,
    write: (text: string) => (notes = { text, version: notes.version + 1 }),
    fail: (next: Error | null) => (error = next),
  }
}

const draft = (key = 'ec.notes.of-a-tab') =>
  remembered<Draft | null>({ on: 'tab', key, shape: (found) => (found ?? null) as Draft | null })

async function opened(door: NoteDoor, key?: string): Promise<NoteKeeper> {
  const keeper = createNoteKeeper(draft(key))
  keeper.open(door)
  await vi.advanceTimersByTimeAsync(0)
  return keeper
}

const wait = (milliseconds: number) => vi.advanceTimersByTimeAsync(milliseconds)

describe('notes that are typed', () => {
  it('are saved a moment after the last key, and while somebody types on and on', async () => {
    const server = makeServer({ text: 'Before', version: 3 })
    const keeper = await opened(server.door)
    expect(keeper.read()).toMatchObject({ text: 'Before', state: 'saved' })
    keeper.type('Before and')
    expect(keeper.read().state).toBe('typed')
    await wait(1000)
    expect(server.saved).toEqual([])
    keeper.type('Before and after')
    await wait(1300)
    expect(server.saved).toEqual(['Before and after'])
    expect(keeper.read()).toMatchObject({ state: 'saved', problem: null })
    for (let key = 0; key < 14; key++) {
      keeper.type(`Key ${key}`)
      await wait(500)
    }
    expect(server.saved).toHaveLength(2)
    await wait(2000)
    expect(server.read()).toEqual({ text: 'Key 13', version: 6 })
  })

  it('keep what was typed during the saving, and the blank that a server cuts off', async () => {
    const server = makeServer()
    const keeper = await opened(server.door)
    keeper.type('One ')
    const going = wait(1200)
    keeper.type('One two')
    await going
    await wait(3000)
    expect(server.read().text).toBe('One two')
    keeper.type('One two ')
    await wait(3000)
    document.dispatchEvent(new Event('visibilitychange'))
    await wait(0)
    expect(keeper.read()).toMatchObject({ text: 'One two ', state: 'saved' })
  })

  it('are saved at once when the tab goes into the background or away', async () => {
    const server = makeServer()
    const keeper = await opened(server.door)
    const visible = vi.spyOn(document, 'visibilityState', 'get').mockReturnValue('hidden')
    keeper.type('Hidden')
    document.dispatchEvent(new Event('visibilitychange'))
    await wait(0)
    expect(server.read().text).toBe('Hidden')
    keeper.type('Gone')
    dispatchEvent(new Event('pagehide'))
    expect(server.saved).toEqual(['Hidden', 'Gone'])
    visible.mockRestore()
  })

  it('are saved by a panel that is closed, which says when it is done', async () => {
    const server = makeServer()
    const keeper = await opened(server.door)
    keeper.type('Last words')
    expect(await keeper.close()).toBe(true)
    expect(server.read().text).toBe('Last words')
    expect(vi.getTimerCount()).toBe(0)
  })
})

describe('notes on a broken line', () => {
  it('are kept in the tab, said to be unsaved, and saved as soon as there is one', async () => {
    const server = makeServer()
    const keeper = await opened(server.door)
    server.fail(new ApiProblem(unreachable))
    keeper.type('In a tunnel')
    await wait(1300)
    expect(keeper.read()).toMatchObject({ text: 'In a tunnel', state: 'unsaved' })
    expect(keeper.read().problem?.status).toBe(0)
    keeper.type('In a tunnel, still')
    expect(keeper.read().state).toBe('unsaved')
    expect(draft().read()?.text).toBe('In a tunnel, still')
    server.fail(null)
    dispatchEvent(new Event('online'))
    await wait(0)
    expect(server.read().text).toBe('In a tunnel, still')
    expect(keeper.read()).toMatchObject({ state: 'saved', problem: null })
    expect(draft().read()).toBeNull()
  })

  it('are tried again by themselves, less and less often', async () => {
    const server = makeServer()
    const keeper = await opened(server.door)
    server.fail(refusal('internal_error', 500))
    keeper.type('Stubborn')
    await wait(1300 + 2000 + 5000)
    server.fail(null)
    await wait(9000)
    expect(server.read().text).toBe('')
    await wait(1100)
    expect(server.read().text).toBe('Stubborn')
  })

  it('come back after a reload, and are saved where nobody wrote meanwhile', async () => {
    const server = makeServer({ text: 'Old', version: 1 })
    const before = await opened(server.door)
    server.fail(new ApiProblem(unreachable))
    before.type('New')
    await wait(1300)
    server.fail(null)
    const keeper = await opened(server.door)
    expect(keeper.read()).toMatchObject({ text: 'New', state: 'saved', others: [] })
    expect(server.read()).toEqual({ text: 'New', version: 2 })
  })

  it('may be begun before anything could be read: what is there is shown beside them', async () => {
    const server = makeServer({ text: 'There before', version: 4 })
    server.fail(new ApiProblem(unreachable))
    const keeper = await opened(server.door)
    expect(keeper.read()).toMatchObject({ text: '', state: 'unread' })
    keeper.type('Blind')
    await wait(1300)
    expect(keeper.read().state).toBe('unsaved')
    server.fail(null)
    await wait(60_000)
    expect(keeper.read()).toMatchObject({ text: 'Blind', state: 'saved', others: ['There before'] })
    expect(server.read().text).toBe('Blind')
  })

  it('are not asked for again where they are refused, until somebody presses', async () => {
    const server = makeServer()
    const keeper = await opened(server.door)
    server.fail(refusal('link_over', 410))
    keeper.type('Too late')
    await wait(600_000)
    expect(keeper.read()).toMatchObject({ text: 'Too late', state: 'unsaved' })
    server.fail(null)
    await wait(600_000)
    expect(server.read().text).toBe('')
    await keeper.retry()
    expect(server.read().text).toBe('Too late')
  })

  it('are not shown any longer to whoever may not read them', async () => {
    const server = makeServer({ text: 'Secret', version: 1 })
    const keeper = await opened(server.door)
    server.fail(refusal('not_found', 404))
    document.dispatchEvent(new Event('visibilitychange'))
    await wait(0)
    expect(keeper.read()).toMatchObject({ text: '', state: 'unread' })
  })
})

describe('notes in two tabs', () => {
  it('follow each other where one of them only reads', async () => {
    const server = makeServer()
    const reads = await opened(server.door, 'ec.notes.one')
    const writes = await opened(server.door, 'ec.notes.two')
    writes.type('From the other tab')
    await wait(1300)
    document.dispatchEvent(new Event('visibilitychange'))
    await wait(0)
    expect(reads.read()).toMatchObject({ text: 'From the other tab', state: 'saved' })
  })

  it('are the last one’s, who sees both texts, also after a reload, until one is put in or left out', async () => {
    const server = makeServer()
    const keeper = await opened(server.door)
    server.write('Written elsewhere')
    keeper.type('Written here')
    await wait(3000)
    expect(server.read()).toEqual({ text: 'Written here', version: 2 })
    expect(keeper.read()).toMatchObject({ state: 'saved', others: ['Written elsewhere'] })
    const again = await opened(server.door)
    expect(again.read()).toMatchObject({ text: 'Written here', others: ['Written elsewhere'] })
    again.leaveOut('Written elsewhere')
    expect(again.read().others).toEqual([])
    const once = await opened(server.door)
    expect(once.read()).toMatchObject({ text: 'Written here', state: 'saved', others: [] })
  })

  it('lose nothing when both write in turns', async () => {
    const server = makeServer()
    const one = await opened(server.door, 'ec.notes.one')
    const two = await opened(server.door, 'ec.notes.two')
    for (let round = 0; round < 3; round++) {
      one.type(`One ${round}`)
      two.type(`Two ${round}`)
      await wait(5000)
    }
    const seen = [one, two].flatMap((each) => [each.read().text, ...each.read().others])
    expect(seen).toContain('One 2')
    expect(seen).toContain('Two 2')
    expect([one, two].map((each) => each.read().text)).toContain(server.read().text)
  })
})
