import { createRequire } from 'node:module'
import type sharp from 'sharp'
import type { OverlayOptions } from 'sharp'
import { html } from '../../markup/html.ts'

/*
 * Pictures of words, without SVG: nothing that somebody wrote is ever a program. The faces are files of ours, since a
 * bare server has none.
 */

const shareWidth = 1200
const shareHeight = 630
const margin = 72
const portraitSide = 376
const ink = '#14152b'

const require = createRequire(import.meta.url)
const display = {
  font: 'Bricolage Grotesque Bold',
  fontfile:
    require.resolve('@expo-google-fonts/bricolage-grotesque/700Bold/BricolageGrotesque_700Bold.ttf'),
}
const text = {
  font: 'Inter Medium',
  fontfile: require.resolve('@expo-google-fonts/inter/500Medium/Inter_500Medium.ttf'),
}

export interface SharedExpert {
  readonly name: string
  readonly headline: string
  readonly category: string
  /** `★ 4.9 (12)`, `$240 an hour`: what else is told, in one line. */
  readonly facts: readonly string[]
  /** The ends of the gradient behind it. */
  readonly tint: readonly [string, string]
  /** A square, as one of the formats that photos are kept in. */
  readonly portrait: Uint8Array | null
}

type Library = typeof sharp

/** An expert as whoever is sent the link sees them. PNG. */
export async function drawExpert(library: Library, shared: SharedExpert): Promise<Buffer> {
  const left = shared.portrait ? margin + portraitSide + 56 : margin
  const width = shareWidth - left - margin
  const lines = await Promise.all([
    block(library, shared.category, text, 28, width, 1),
    sized(library, shared.name, [76, 64, 52], width),
    block(library, shared.headline, text, 34, width, 3),
    block(library, shared.facts.join('   '), text, 32, width, 1),
  ])
  const [category, name, headline, facts] = lines
  const gaps = [24, 30, 34]
  const shown = [category, name, headline, facts].filter((line) => line !== null)
  const height =
    shown.reduce((sum, line) => sum + line.height, 0) +
    gaps.slice(0, Math.max(0, shown.length - 1)).reduce((sum, gap) => sum + gap, 0)
  const layers: OverlayOptions[] = [...(await brand(library, ink))]
  let top = Math.round((shareHeight - 76 - height) / 2)
  for (const [index, line] of shown.entries()) {
    layers.push({ input: line.data, left, top: Math.max(0, top) })
    top += line.height + (gaps[index] ?? 0)
  }
  if (shared.portrait) {
    const input = await rounded(library, shared.portrait, portraitSide, 72)
    layers.push({ input, left: margin, top: Math.round((shareHeight - 76 - portraitSide) / 2) })
  }
  return gradient(library, shared.tint).composite(layers).png().toBuffer()
}

/** What every other page shows: what it is for. PNG. */
export async function drawSite(library: Library, title: string, lead: string): Promise<Buffer> {
  const width = shareWidth - 2 * margin
  const white = '#ffffff'
  const [heading, words] = await Promise.all([
    sized(library, title, [80], width, white),
    block(library, lead, text, 34, width - 120, 3, '#e4defd'),
  ])
  const layers: OverlayOptions[] = [...(await brand(library, white))]
  let top = 132
  for (const line of [heading, words]) {
    if (!line) continue
    layers.push({ input: line.data, left: margin, top })
    top += line.height + 44
  }
  return gradient(library, ['#2b1a8f', '#7a2be0']).composite(layers).png().toBuffer()
}

interface Block {
  readonly data: Buffer
  readonly height: number
}

/** In the first size in which it takes two lines at most, else in the last. */
async function sized(
  library: Library,
  words: string,
  sizes: readonly number[],
  width: number,
  colour = ink,
): Promise<Block | null> {
  // The display face has Latin letters alone.
  const face = /^[\p{Script=Latin}\p{Script=Common}\p{Script=Inherited}]*$/u.test(words)
    ? display
    : text
  let made: Block | null = null
  for (const size of sizes) {
    made = await block(library, words, face, size, width, 3, colour)
    if (!made || made.height < size * 2.6) return made
  }
  return made
}

/** Words as a picture, at most so many lines of them; `null` where there are none that the faces have letters for. */
async function block(
  library: Library,
  words: string,
  face: typeof text,
  size: number,
  width: number,
  lines: number,
  colour = ink,
): Promise<Block | null> {
  const written = drawable(words, Math.floor((lines * width) / (size * 0.56)))
  if (written === null) return null
  const markup = html`<span foreground="${colour}">${written}</span>`.text
  const { font, fontfile } = face
  const options = { text: markup, font: `${font} ${size}`, fontfile, width, rgba: true, dpi: 72 }
  // Within a word only where it is longer than a line.
  const wrap = 'word-char'
  const { data, info } = await library({
    text: { ...options, wrap, spacing: size > 50 ? 0 : Math.round(size * 0.16) },
  })
    .png()
    .toBuffer({ resolveWithObject: true })
  return { data, height: info.height }
}

/** What the faces have letters for. Of a text in other letters nothing is drawn: boxes would say less than nothing. */
function drawable(words: string, most: number): string | null {
  const bare = words.replaceAll(/\p{Extended_Pictographic}(?<!★)|\p{Cc}|\p{Cf}/gu, '').trim()
  const others =
    /[^\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{Script=Common}\p{Script=Inherited}]/u
  if (bare === '' || others.test(bare)) return null
  if (bare.length <= most) return bare
  const blank = bare.lastIndexOf(' ', most - 1)
  return `${bare.slice(0, blank > 0 ? blank : most - 1)}…`
}

async function brand(library: Library, colour: string): Promise<OverlayOptions[]> {
  const name = await block(library, 'ExpertConnect', display, 34, 400, 1, colour)
  return name ? [{ input: name.data, left: margin, top: shareHeight - margin - 20 }] : []
}

/** Diagonal, from pixels. */
function gradient(library: Library, [from, to]: readonly [string, string]) {
  const [a, b] = [channels(from), channels(to)]
  const pixels = Buffer.alloc(shareWidth * shareHeight * 3)
  for (let y = 0, at = 0; y < shareHeight; y++) {
    for (let x = 0; x < shareWidth; x++) {
      const part = (x / shareWidth + y / shareHeight) / 2
      for (let c = 0; c < 3; c++) {
        const [begin = 0, end = 0] = [a[c], b[c]]
        pixels[at++] = Math.round(begin + (end - begin) * part)
      }
    }
  }
  return library(pixels, { raw: { width: shareWidth, height: shareHeight, channels: 3 } })
}

function channels(colour: string): readonly number[] {
  return [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16))
}

async function rounded(library: Library, picture: Uint8Array, side: number, radius: number) {
  const mask = Buffer.alloc(side * side * 4, 255)
  for (let y = 0; y < side; y++) {
    for (let x = 0; x < side; x++) {
      const [dx, dy] = [outside(x, side, radius), outside(y, side, radius)]
      const cover = Math.min(1, Math.max(0, radius + 0.5 - Math.hypot(dx, dy)))
      mask[(y * side + x) * 4 + 3] = Math.round(cover * 255)
    }
  }
  return library(picture, { limitInputPixels: 4_000_000, pages: 1 })
    .resize(side, side, { fit: 'cover' })
    .composite([{ input: mask, raw: { width: side, height: side, channels: 4 }, blend: 'dest-in' }])
    .png()
    .toBuffer()
}

/** How far a pixel lies behind the middle of the nearest corner. */
function outside(at: number, side: number, radius: number): number {
  const middle = at + 0.5
  return Math.max(radius - middle, middle - (side - radius), 0)
}
