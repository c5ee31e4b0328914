import type { RequestHandler } from 'express'
import { createBudgets } from '../../base/budgets.ts'
import { Refused } from '../../base/problem.ts'
import { exchangeOf, sendProblem } from '../exchange.ts'
import { createTurns } from './turns.ts'

/**
 * All requests of one network, pages and their files included. A page of ours is some thirty requests and an open board
 * a few a minute: a hundred people who open theirs at the same moment stay below it.
 */
const pace = { perSecond: 100, burst: 4000 }
const retryAfterSeconds = 10
/** So long a refusal is kept back: whoever sends the next request on each answer sends one a second then. */
const holdMs = 1000
/** A refusal that is kept back costs memory. */
const heldPerNetwork = 100
const heldAtMost = 5000

/**
 * The first guard of all, for routes of every kind. What a network asks for at once waits for its turn, so that others'
 * requests, which come in between, do not wait behind all of it. Others get their turn only if a flood costs next to nothing: what is
 * refused is answered late, and its connection closed.
 */
export function holdFloodsBack(clock: () => number): RequestHandler {
  const budgets = createBudgets(pace, clock)
  const inTurn = createTurns()
  const held = new Map<string, number>()
  let allHeld = 0

  function release(network: string): void {
    const left = (held.get(network) ?? 1) - 1
    allHeld--
    if (left > 0) held.set(network, left)
    else held.delete(network)
  }

  return (request, response, next) => {
    const { network } = exchangeOf(request)
    if (budgets.spend(network)) return inTurn(network, next)
    const refuse = (): void => {
      response.setHeader('Connection', 'close')
      const detail = 'Too many requests from your network at once. Please try again in a moment.'
      sendProblem(request, response, new Refused('too_many', { detail, retryAfterSeconds }))
    }
    const waiting = held.get(network) ?? 0
    if (waiting >= heldPerNetwork || allHeld >= heldAtMost) return refuse()
    held.set(network, waiting + 1)
    allHeld++
    const timer = setTimeout(refuse, holdMs)
    // Refused, or gone before that.
    response.once('close', () => {
      clearTimeout(timer)
      release(network)
    })
  }
}
