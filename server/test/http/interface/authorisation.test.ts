import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { type EndpointName, endpoints } from '@expertconnect/contract/endpoints'
import { afterEach, describe, expect, it } from 'vitest'
import { parseInstant } from '../../../src/domain/time/instant.ts'
import type { RawAnswer } from '../../raw-request.ts'
import { connect } from '../../realtime/listener.ts'
import { asks } from './asks.ts'
import { type CommandName, commandRows, endpointRows, type Outcome, type Row } from './rows.ts'
import { actors, type ActorName, openScene, type Scene } from './scene.ts'

let scene: Scene | undefined
afterEach(async () => {
  await scene?.close()
  scene = undefined
})

const names = Object.keys(endpointRows) as EndpointName[]
const commands = Object.keys(commandRows) as CommandName[]

function outcomeOf({ status, text }: RawAnswer): Outcome {
  if (status < 400) return 'ok'
  return (JSON.parse(text) as { code: Outcome }).code
}

async function walk(of: (actor: ActorName) => Promise<Outcome>): Promise<Row> {
  const found: Partial<Record<ActorName, Outcome>> = {}
  for (const actor of actors) found[actor] = await of(actor)
  return found as Row
}

describe('who may do what', () => {
  it('stands in the table for every endpoint and every command that there is', () => {
    expect(names.toSorted()).toEqual(Object.keys(endpoints).toSorted())
    const folder = fileURLToPath(new URL('../../../src/realtime', import.meta.url))
    const sources = readdirSync(folder).map((file) => readFileSync(join(folder, file), 'utf8'))
    const registered = sources
      .flatMap((source) => [...source.matchAll(/\bon\(\s*'(\w+:\w+)'/g)])
      .map(([, name]) => name)
    expect(registered.length).toBeGreaterThan(2)
    expect(registered.filter((name) => !commands.includes(name as CommandName))).toEqual([])
  })

  it.each(names)('%s', async (name) => {
    const current = (scene = await openScene())
    const found = await walk(async (actor) =>
      outcomeOf(await current.ask(actor, name, await asks[name](current))),
    )
    expect(found).toEqual(endpointRows[name])
  })

  it.each(
    commands.flatMap((name) => commandRows[name].map((form, index) => ({ name, form, index }))),
  )('$name, form $index', async ({ name, form }) => {
    const current = (scene = await openScene())
    if (form.inTheRoom) current.world.clock.now = parseInstant(current.booking.startsAt)
    const found = await walk(async (actor) => {
      const cookie = current.cookieOf(actor)
      const listener = await connect(current.world.url, {
        origin: current.world.url,
        ...(cookie === undefined ? {} : { cookie }),
      })
      const token = (await current.bearerOf(actor)) ?? ''
      const ticket = form.inTheRoom ? await current.ticketOf(actor) : 'none'
      const answer = await listener.ask(name, form.say(current.booking, token, ticket))
      listener.close()
      const { ok, problem } = answer as { ok: boolean; problem?: { code: Outcome } }
      return ok ? 'ok' : (problem?.code ?? 'internal_error')
    })
    expect(found).toEqual(form.row)
  })
})

describe('a page of another site', () => {
  const changing = names.filter((name) => endpoints[name].method !== 'GET')

  it.each(changing)('is refused %s, although the cookies come along', async (name) => {
    const current = (scene = await openScene())
    const sent = await asks[name](current)
    const ways = [
      { Origin: 'https://evil.example' },
      { Origin: 'null' },
      { Origin: '', 'Sec-Fetch-Site': 'cross-site' },
      // An old browser that names neither: its cookies alone are no proof of where it comes from.
      { Origin: '' },
    ]
    for (const headers of ways) {
      for (const actor of ['customer', 'expert', 'administrator'] as const) {
        const answer = await current.ask(actor, name, { ...sent, headers })
        expect([answer.status, outcomeOf(answer)]).toEqual([403, 'forbidden_origin'])
      }
    }
  })

  it('is refused the live channel, with cookies or without', async () => {
    const current = (scene = await openScene())
    const origin = 'https://evil.example'
    for (const actor of actors) {
      const cookie = current.cookieOf(actor)
      const handshake = connect(current.world.url, {
        origin,
        ...(cookie === undefined ? {} : { cookie }),
      })
      await expect(handshake).rejects.toThrow()
    }
  })
})
