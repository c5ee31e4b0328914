import type { IncomingMessage, ServerResponse } from 'node:http'
import { afterEach, expect, it } from 'vitest'
import { type Calendars, createCalendars } from '../../../src/busy/calendars.ts'
import { servePerTest } from '../serve.ts'

const account = { userName: 'adá', password: 'geheim' }
const basic = `Basic ${Buffer.from('adá:geheim').toString('base64')}`
const unreachable = { kind: 'failed', fault: 'unreachable' }
const none = { kind: 'failed', fault: 'not_a_calendar' }

const listen = servePerTest()
const open: Calendars[] = []
afterEach(async () => {
  for (const calendars of open.splice(0)) await calendars.close()
})

type Answer = (request: IncomingMessage, response: ServerResponse) => void

interface Served {
  readonly origin: string
  /** What it was asked, with who signed in. */
  readonly asked: string[]
}

async function serve(answer: Answer): Promise<Served> {
  const asked: string[] = []
  const origin = await listen((request, response) => {
    const who = request.headers.authorization === basic ? 'ada' : 'nobody'
    asked.push(`${request.method} ${request.url} ${who}`)
    answer(request, response)
  })
  return { origin, asked }
}

function find(address: string, ...origins: string[]) {
  const calendars = createCalendars(origins)
  open.push(calendars)
  return calendars.find(new URL(address), account)
}

const multistatus = (...responses: string[]) =>
  `<?xml version="1.0"?><multistatus xmlns="DAV:" xmlns:x="urn:ietf:params:xml:ns:caldav">${responses.join('')}</multistatus>`
const there = (href: string, properties: string) =>
  `<response><href>${href}</href><propstat><prop>${properties}</prop><status>HTTP/1.1 200 OK</status></propstat></response>`
const principal = (href: string) =>
  multistatus(there('/', `<current-user-principal><href>${href}</href></current-user-principal>`))
const home = (href: string) =>
  multistatus(there('/me/', `<x:calendar-home-set><href>${href}</href></x:calendar-home-set>`))
const calendar = '<resourcetype><collection/><x:calendar/></resourcetype>'
const named = (name: string, components = '<x:comp name="VEVENT"/>') =>
  `${calendar}<displayname>${name}</displayname><x:supported-calendar-component-set>${components}</x:supported-calendar-component-set>`

/** A server as RFC 4791 has it, whose answers a test may change by their path. */
function dav(changed: Readonly<Record<string, string>> = {}): Answer {
  const answers: Readonly<Record<string, string>> = {
    '/dav': principal('/me/'),
    '/me/': home('/home/'),
    '/home/': multistatus(
      there('/home/', '<resourcetype><collection/></resourcetype>'),
      there('/home/work/', named('Work &amp; more')),
      there('/home/team/', named('Team')),
      there('/home/todo/', named('Tasks', '<x:comp name="VTODO"/>')),
    ),
    ...changed,
  }
  return (request, response) => {
    const answer = answers[request.url ?? '']
    if (request.headers.authorization === undefined) response.writeHead(401).end()
    else if (answer === undefined) response.writeHead(404).end()
    else response.writeHead(207).end(answer)
  }
}

it('asks who signs in, where their calendars are, and which there are', async () => {
  const { origin, asked } = await serve(dav())
  expect(await find(`${origin}/dav`, origin)).toEqual({
    kind: 'found',
    calendars: [
      { address: `${origin}/home/work/`, name: 'Work & more' },
      { address: `${origin}/home/team/`, name: 'Team' },
    ],
  })
  expect(asked).toEqual(['PROPFIND /dav ada', 'PROPFIND /me/ ada', 'PROPFIND /home/ ada'])
})

it('is led from the name of a server to another one, which alone is told who signs in', async () => {
  const there = await serve(dav())
  const front = await serve((_, response) =>
    response.writeHead(301, { Location: `${there.origin}/dav` }).end(),
  )
  const found = await find(front.origin, front.origin, there.origin)
  expect(found).toMatchObject({ kind: 'found', calendars: [{ name: 'Work & more' }, {}] })
  expect(front.asked).toEqual(['PROPFIND /.well-known/caldav nobody'])
})

it('tells no other server who signs in, wherever it is passed on to', async () => {
  const other = await serve(dav())
  const origin = await serve((request, response) => {
    if (request.url === '/dav') response.writeHead(307, { Location: `${other.origin}/dav` }).end()
    else response.writeHead(404).end()
  })
  expect(await find(`${origin.origin}/dav`, origin.origin, other.origin)).toEqual(unreachable)
  expect(other.asked).toEqual([])
})

it('is passed on within a server', async () => {
  const whole = dav()
  const { origin } = await serve((request, response) => {
    if (request.url === '/old') response.writeHead(308, { Location: '/dav' }).end()
    else whole(request, response)
  })
  expect(await find(`${origin}/old`, origin)).toMatchObject({ kind: 'found' })
})

it('judges every place that it is led to, and says the same of all that it may not reach', async () => {
  const inside = await serve(dav())
  for (const href of [`${inside.origin}/me/`, 'https://169.254.169.254/', 'https://[::1]/']) {
    const { origin } = await serve(dav({ '/dav': principal(href) }))
    expect([href, await find(`${origin}/dav`, origin)]).toEqual([href, unreachable])
  }
  const front = await serve((_, response) =>
    response.writeHead(302, { Location: `${inside.origin}/dav` }).end(),
  )
  await find(front.origin, front.origin)
  expect(await find(`${inside.origin}/dav`)).toEqual(unreachable)
  expect(await find('https://10.0.0.1/')).toEqual(unreachable)
  expect(inside.asked).toEqual([])
})

it.each([
  ['a page', '<html><body>Sign in</body></html>'],
  ['what is cut off', principal('/me/').slice(0, -20)],
  ['what defines its own', principal('/me/').replace('?>', '?><!DOCTYPE a [<!ENTITY b "c">]>')],
  ['an answer without a principal', multistatus(there('/', '<displayname>x</displayname>'))],
  ['nothing', ''],
])('takes %s for no calendars', async (_, answer) => {
  const { origin } = await serve(dav({ '/dav': answer }))
  expect(await find(`${origin}/dav`, origin)).toEqual(none)
})

it('says that nobody may sign in by that password', async () => {
  const { origin } = await serve((_, response) => response.writeHead(401).end())
  expect(await find(`${origin}/dav`, origin)).toMatchObject({ unauthorised: true })
})
