import { setImmediate as nextTurn } from 'node:timers/promises'
import { expect, it } from 'vitest'
import { createTurns } from '../../../src/http/guards/turns.ts'

it('four of each network go on in a turn of the event loop, in their order, and nobody waits behind all of one', async () => {
  const inTurn = createTurns()
  const order: string[] = []
  const come = (network: string, number: number) =>
    inTurn(network, () => void order.push(`${network}${number}`))
  for (let number = 0; number < 10; number++) come('a', number)
  come('b', 0)
  expect(order).toEqual(['a0', 'a1', 'a2', 'a3', 'b0'])
  await nextTurn()
  expect(order.slice(5)).toEqual(['a4', 'a5', 'a6', 'a7'])
  // Whoever comes now is behind those who wait already, and others are not.
  come('a', 10)
  come('c', 0)
  expect(order.slice(9)).toEqual(['c0'])
  await nextTurn()
  expect(order.slice(10)).toEqual(['a8', 'a9', 'a10'])
  await nextTurn()
  come('a', 11)
  expect(order.at(-1)).toBe('a11')
})
