import { format } from 'node:util'
import { afterEach, beforeEach, expect, vi } from 'vitest'

// What is awaited comes in milliseconds. A busy machine takes longer, and no test names a limit where only order matters.
const { waitFor } = vi
vi.waitFor = (check, options = 30_000) => waitFor(check, options)

// What React, a library or our own code complains about is a fault. A test that provokes a complaint expects it by
// `vi.spyOn(console, 'error').mockImplementation(…)`, and it never arrives here.

let complaints: string[] = []
const complain = (...words: unknown[]): void => {
  complaints.push(format(...words))
}

beforeEach(() => {
  complaints = []
  Object.assign(console, { error: complain, warn: complain })
})

afterEach(() => {
  expect(complaints, 'written to console.error or console.warn').toEqual([])
})
