import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { remembered, textsIn } from '../../../src/lib/browser/remembered.ts'

beforeEach(() => {
  localStorage.clear()
  sessionStorage.clear()
})

afterEach(() => vi.unstubAllGlobals())

const drafts = (on: 'device' | 'tab' = 'tab') =>
  remembered({ on, key: 'test', shape: (found) => textsIn(found, ['name', 'topic']) })

describe('what the browser remembers', () => {
  it('is kept where it was asked for, and forgotten', () => {
    const draft = drafts()
    draft.write({ name: 'Mina' })
    expect(drafts().read()).toEqual({ name: 'Mina' })
    expect(localStorage.getItem('test')).toBeNull()
    draft.write(null)
    expect(sessionStorage.getItem('test')).toBeNull()
  })

  it.each(['', 'no JSON', '"text"', 'null', '[1]', '{"name":7,"other":"x"}'])(
    'takes nothing strange for a value: %s',
    (text) => {
      sessionStorage.setItem('test', text)
      expect(drafts().read()).toEqual({})
    },
  )

  it('is the same object until another one is kept', () => {
    const draft = drafts()
    draft.write({ name: 'Mina' })
    expect(draft.read()).toBe(draft.read())
    const before = draft.read()
    draft.write({ name: 'Grace' })
    expect(draft.read()).not.toBe(before)
  })

  it('lives as long as the page where nothing can be stored', () => {
    const setItem = () => {
      throw new DOMException('full', 'QuotaExceededError')
    }
    vi.stubGlobal('sessionStorage', { getItem: () => null, setItem })
    const draft = drafts()
    draft.write({ name: 'Mina' })
    expect(draft.read()).toEqual({ name: 'Mina' })
    expect(drafts().read()).toEqual({})
  })

  it('never throws where storage is forbidden', () => {
    const refuse = () => {
      throw new DOMException('no', 'SecurityError')
    }
    vi.stubGlobal('localStorage', { getItem: refuse, setItem: refuse, removeItem: refuse })
    const draft = drafts('device')
    expect(draft.read()).toEqual({})
    draft.write({ name: 'Mina' })
    expect(draft.read()).toEqual({ name: 'Mina' })
    draft.write(null)
    expect(draft.read()).toEqual({})
  })

  it('tells who listens of changes here and in another tab', () => {
    const heard: string[] = []
    const draft = drafts('device')
    const stop = draft.subscribe((where) => heard.push(where))
    draft.write({ name: 'Mina' })
    localStorage.setItem('test', '{"name":"Grace"}')
    dispatchEvent(new StorageEvent('storage', { key: 'test' }))
    dispatchEvent(new StorageEvent('storage', { key: 'another' }))
    stop()
    draft.write(null)
    expect(heard).toEqual(['here', 'elsewhere'])
  })
})
