import { maxPhotoBytes } from '@expertconnect/contract/experts/routes'
import { DeskExpert } from '@expertconnect/contract/experts/shapes'
import { Problem } from '@expertconnect/contract/problem'
import sharp from 'sharp'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { startWorld, type World } from '../../harness.ts'
import { adaEmail, binaEmail, signedIn, staffedContent } from '../staff.ts'

let world: World
beforeEach(async () => {
  world = await startWorld({ content: staffedContent() })
})
afterEach(() => world.stop())

type Browser = Awaited<ReturnType<typeof signedIn>>

const striped = (width: number, height: number) =>
  sharp({ create: { width, height, channels: 3, background: '#3050a0' } })

async function put(browser: Browser, bytes: Uint8Array, type = 'image/jpeg', headers = {}) {
  const response = await fetch(`${world.url}/api/v1/desk/photo`, {
    method: 'PUT',
    headers: {
      Origin: world.url,
      Cookie: [...browser.cookies].map(([name, value]) => `${name}=${value}`).join('; '),
      'Content-Type': type,
      ...headers,
    },
    body: new Uint8Array(bytes),
  })
  return { status: response.status, body: (await response.json()) as unknown }
}

async function choose(browser: Browser, bytes: Uint8Array, type?: string): Promise<string> {
  const { status, body } = await put(browser, bytes, type)
  expect(status).toBe(200)
  const { photoUrl } = DeskExpert.parse(body)
  expect(photoUrl).toMatch(/^\/photos\/[\w-]{43}\.webp$/)
  return photoUrl ?? ''
}

async function refused(browser: Browser, bytes: Uint8Array, type?: string, headers?: object) {
  const { status, body } = await put(browser, bytes, type, headers)
  return { ...Problem.parse(body), status }
}

describe('a photo', () => {
  it('becomes a square of WebP in the profile, for everybody to see and to keep', async () => {
    const ada = await signedIn(world, adaEmail)
    const formats = { jpeg: 'jpeg', png: 'png', webp: 'webp', avif: 'avif', gif: 'gif' } as const
    for (const [name, format] of Object.entries(formats)) {
      const photoUrl = await choose(
        ada,
        await striped(300, 200 + name.length * 10)
          .toFormat(format)
          .toBuffer(),
        `image/${name}`,
      )
      const served = await fetch(world.url + photoUrl)
      expect(served.status).toBe(200)
      expect(served.headers.get('content-type')).toBe('image/webp')
      expect(served.headers.get('cache-control')).toBe('public, max-age=31536000, immutable')
      expect(served.headers.get('x-content-type-options')).toBe('nosniff')
      expect(served.headers.get('content-security-policy')).toContain("default-src 'none'")
      const square = await sharp(await served.arrayBuffer()).metadata()
      expect(square).toMatchObject({ format: 'webp', width: 640, height: 640 })
    }
    const { body } = await world.send('getExpert', { params: { slug: 'ada-lovelace' } })
    expect(body.photoUrl).toBe((await ada.send('getDesk')).body.photoUrl)
  })

  it('says nothing of where and with what it was taken, and stands upright', async () => {
    const secret = 'Camera 4711'
    const left = await striped(200, 400).jpeg().toBuffer()
    const taken = await striped(400, 400)
      .composite([{ input: await sharp(left).tint('#ff0000').toBuffer(), left: 0, top: 0 }])
      .jpeg({ quality: 100 })
      .withMetadata({ orientation: 6 })
      .withExifMerge({
        IFD0: { Model: secret },
        IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '27/1 43/1 0/1' },
      })
      .toBuffer()
    expect(taken.includes(secret)).toBe(true)
    expect((await sharp(taken).metadata()).orientation).toBe(6)
    const ada = await signedIn(world, adaEmail)
    const served = await fetch(world.url + (await choose(ada, taken)))
    const bytes = Buffer.from(await served.arrayBuffer())
    expect(bytes.includes(secret)).toBe(false)
    const told = await sharp(bytes).metadata()
    expect([told.exif, told.xmp, told.icc, told.orientation]).toEqual(
      Array.from({ length: 4 }, () => undefined),
    )
    // Turned by a quarter, what was on the left is at the top.
    const pixel = (left: number, top: number) =>
      sharp(bytes).extract({ left, top, width: 1, height: 1 }).raw().toBuffer()
    const [top, bottom] = [await pixel(600, 40), await pixel(40, 600)]
    expect(top[0]).toBeGreaterThan(top[2] ?? 255)
    expect(bottom[2]).toBeGreaterThan(bottom[0] ?? 255)
  })

  it('is refused where it is none, with the reason', async () => {
    const ada = await signedIn(world, adaEmail)
    const svg = '<svg xmlns="http://www.w3.org/2000/svg" width="300" height="300"/>'
    const whole = await striped(300, 300).jpeg().toBuffer()
    const reasons = [
      [Buffer.from('GIF89a, or so I say'), /cannot be read/],
      [Buffer.from(svg), /cannot be read/],
      [whole.subarray(0, whole.length / 2), /cannot be read/],
      [Buffer.alloc(0), /cannot be read/],
      [await striped(300, 300).tiff().toBuffer(), /cannot be read/],
      [await striped(199, 400).png().toBuffer(), /199 × 400 pixels; at least 200 × 200/],
      [await striped(7100, 7100).png().toBuffer(), /more than 50 megapixels/],
    ] as const
    for (const [bytes, reason] of reasons) {
      const { status, code, detail } = await refused(ada, bytes, 'image/png')
      expect([status, code]).toEqual([422, 'not_an_image'])
      expect(detail).toMatch(reason)
    }
    const photoUrl = '/portraits/kenji-watanabe.webp'
    expect((await ada.send('getDesk')).body).toMatchObject({ version: 1, photoUrl })
  })

  it('is taken from the first of many that move', async () => {
    const frames = Buffer.concat(
      await Promise.all(
        ['#ff0000', '#0000ff', '#00ff00'].map((background) =>
          sharp({ create: { width: 200, height: 200, channels: 3, background } })
            .raw()
            .toBuffer(),
        ),
      ),
    )
    const raw = { width: 200, height: 600, channels: 3, pageHeight: 200 } as const
    const moving = await sharp(frames, { raw }).gif().toBuffer()
    expect((await sharp(moving).metadata()).pages).toBe(3)
    const ada = await signedIn(world, adaEmail)
    const served = await fetch(world.url + (await choose(ada, moving, 'image/gif')))
    const { dominant } = await sharp(await served.arrayBuffer()).stats()
    expect(dominant.r).toBeGreaterThan(dominant.b)
  })

  it('is refused where it is too large, packed, or said to be something else', async () => {
    const ada = await signedIn(world, adaEmail)
    const picture = await striped(300, 300).jpeg().toBuffer()
    const large = await refused(ada, Buffer.alloc(maxPhotoBytes + 1))
    expect([large.status, large.code]).toEqual([413, 'too_large'])
    for (const type of ['image/svg+xml', 'application/json', 'text/plain']) {
      const { status, code } = await refused(ada, picture, type)
      expect([status, code]).toEqual([415, 'unsupported_media'])
    }
    const packed = await refused(ada, picture, 'image/jpeg', { 'Content-Encoding': 'gzip' })
    expect(packed.code).toBe('unsupported_media')
  })

  it('is chosen by experts alone', async () => {
    const picture = await striped(300, 300).jpeg().toBuffer()
    const grace = await signedIn(world, 'grace@example.com')
    expect((await refused(grace, picture)).code).toBe('forbidden')
    expect((await grace.refuse('removePhoto')).body.code).toBe('forbidden')
    grace.cookies.delete('ec')
    expect((await refused(grace, picture)).code).toBe('signed_out')
  })

  it('is there until nobody refers to it any more', async () => {
    const [ada, bina] = [await signedIn(world, adaEmail), await signedIn(world, binaEmail)]
    const picture = await striped(300, 300).jpeg().toBuffer()
    const photoUrl = await choose(ada, picture)
    expect(await choose(bina, picture)).toBe(photoUrl)
    const { body } = await ada.send('removePhoto')
    expect(body).toMatchObject({ photoUrl: null, version: 3 })
    expect((await fetch(world.url + photoUrl)).status).toBe(200)
    await choose(bina, await striped(300, 300).negate().jpeg().toBuffer())
    expect((await fetch(world.url + photoUrl)).status).toBe(404)
    expect((await fetch(`${world.url}/photos/..%2Fsecret.webp`)).status).toBe(404)
  })
})
