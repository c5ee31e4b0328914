import { execFile } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { drawExpert } from '../../../src/services/experts/share-drawing.ts'
import { plainContent } from '../../content.ts'
import { startWorld, type World } from '../../harness.ts'
import { rawRequest } from '../../raw-request.ts'
import { readProblem } from '../problem-check.ts'

const hostile =
  '</span><span font="100">&lt;</span><image href="file:///etc/passwd"/> & “quoted” ☎ 🎉'

let world: World
beforeAll(async () => {
  const plain = plainContent()
  const [ada, bina] = plain.experts
  if (!ada || !bina) throw new Error('no experts')
  const other = (slug: string, name: string, headline = name) => {
    return { ...ada, id: `expert-${slug}`, slug, name, headline }
  }
  const experts = [
    ada,
    bina,
    other('mallory', hostile),
    other('long', 'Donaudampfschifffahrtsgesellschaftskapitänin '.repeat(2), 'word '.repeat(30)),
    other('kenji', '渡辺 健二', 'جدول مواعيد'),
    { ...other('hidden', 'Hidden'), listed: false },
  ]
  world = await startWorld({ content: { ...plain, experts } })
})
afterAll(() => world.stop())

function get(path: string, headers: Record<string, string> = {}) {
  return rawRequest(world.url, path, { headers })
}

describe('the picture of a shared link', () => {
  it.each(['experts/ada-lovelace', 'experts/bina-gurung', 'site'])(
    'is drawn for %s, and kept by who has it',
    async (name) => {
      const { status, headers, body } = await get(`/share/${name}.png?v=whatever`)
      expect([status, headers['content-type']]).toEqual([200, 'image/png'])
      expect(headers['cache-control']).toBe('public, max-age=3600')
      expect(await sharp(body).metadata()).toMatchObject({ width: 1200, height: 630 })
      // Previews of more than 300 KB are left out by some.
      expect(body.length).toBeLessThan(300 * 1024)
      const again = await get(`/share/${name}.png`, { 'if-none-match': String(headers.etag) })
      expect([again.status, again.text]).toEqual([304, ''])
      expect((await get(`/share/${name}.png`)).body.equals(body)).toBe(true)
    },
  )

  it('tells experts apart', async () => {
    const [ada, bina] = [
      await get('/share/experts/ada-lovelace.png'),
      await get('/share/experts/bina-gurung.png'),
    ]
    expect(ada.headers.etag).not.toBe(bina.headers.etag)
    expect(ada.body.equals(bina.body)).toBe(false)
  })

  it.each(['mallory', 'long', 'kenji'])(
    'is drawn whatever an expert is called: %s',
    async (slug) => {
      const { status, body } = await get(`/share/experts/${slug}.png`)
      expect(status).toBe(200)
      expect(await sharp(body).metadata()).toMatchObject({ width: 1200, height: 630 })
    },
  )

  it.each(['hidden.png', 'nobody.png', 'ada-lovelace', 'Ada.png', '..%2f..%2fetc.png', '.png'])(
    'is nobody’s at %s',
    async (file) => {
      const answer = await get(`/share/experts/${file}`)
      expect(readProblem(answer).status).toBe(404)
    },
  )

  it('is drawn once for a crowd', async () => {
    const before = world.app.services.sharePictures.rememberedBytes()
    const paths = Array.from({ length: 20 }, (_, at) => `/share/experts/ada-lovelace.png?at=${at}`)
    const answers = await Promise.all(paths.map((path) => get(path)))
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]))
    expect(world.app.services.sharePictures.rememberedBytes()).toBe(before)
  })

  it('needs no fonts of the machine', async () => {
    const shared = {
      name: 'Ada Lovelace',
      headline: 'Čtyři Ωμέγα Пётр ★ €99.50',
      category: 'Engineering',
      facts: ['★ 4.9 (12)', '$240 an hour'],
      tint: ['#a6d5ff', '#9f98ff'] as const,
      portrait: null,
    }
    const folder = await mkdtemp(join(tmpdir(), 'expertconnect-fonts-'))
    const config = join(folder, 'none.conf')
    await writeFile(
      config,
      `<?xml version="1.0"?><fontconfig><cachedir>${folder}</cachedir></fontconfig>`,
    )
    const program = `
      import sharp from 'sharp'
      import { drawExpert } from './src/services/experts/share-drawing.ts'
      const picture = await drawExpert(sharp, ${JSON.stringify(shared)})
      process.stdout.write(picture.toString('base64'))`
    const options = ['--import', 'tsx', '--conditions=source', '--input-type=module', '-e', program]
    const { stdout } = await promisify(execFile)(process.execPath, options, {
      cwd: new URL('../../..', import.meta.url),
      env: { ...process.env, FONTCONFIG_FILE: config },
      maxBuffer: 4 * 1024 * 1024,
    })
    await rm(folder, { recursive: true, force: true })
    const bare = await inkOf(Buffer.from(stdout, 'base64'))
    const here = await inkOf(await drawExpert(sharp, shared))
    // How edges are smoothed is a matter of the machine. Boxes or blanks would be another amount altogether.
    expect(bare / here).toBeGreaterThan(0.95)
    expect(bare / here).toBeLessThan(1.05)
    expect(here).toBeGreaterThan(8000)
  })
})

/** How many dots are as dark as letters. */
async function inkOf(picture: Buffer): Promise<number> {
  const dots = await sharp(picture).greyscale().raw().toBuffer()
  return dots.filter((dot) => dot < 70).length
}
