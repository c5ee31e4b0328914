/**
 * Draws the portraits of the demo's experts and the pictures that a shared link shows. Run once by
 * hand after a change of names, headlines or options, and commit what it writes:
 *
 *     npx tsx server/scripts/draw-portraits.ts
 *
 * The text is set in Inter from the system's fonts (Debian: fonts-inter); look at the result.
 */
import { writeFile } from 'node:fs/promises'
import { createAvatar } from '@dicebear/core'
import * as notionists from '@dicebear/notionists'
import sharp from 'sharp'
import type { OverlayOptions } from 'sharp'
import { readSeed, type SeedExpert } from '../src/seed/read-seed.ts'
import { portraitOptions } from './portrait-options.ts'

const portraitSize = 512
const share = { width: 1200, height: 630, figure: 560, textLeft: 540, textWidth: 596 }
const ink = '#15152b'

/** The two ends of each category's diagonal gradient, light enough for black lines and text. */
const gradients: Readonly<Record<string, readonly [string, string]>> = {
  startups: ['#ffd6a5', '#ff9fa3'],
  engineering: ['#a6d5ff', '#9f98ff'],
  design: ['#bdf7ea', '#7fc6fa'],
  law: ['#f9caf0', '#bf9ffa'],
  health: ['#b9f5d0', '#63d2b1'],
  finance: ['#fff0b0', '#f8c56d'],
  languages: ['#ecf6b4', '#b4da72'],
  music: ['#ffcade', '#f792b4'],
}

const gradient = (category: string, width: number, height: number) => {
  const ends = gradients[category]
  if (!ends) throw new Error(`No gradient for the category ${category}`)
  return Buffer.from(
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}">
      <linearGradient id="g" x1="0" y1="0" x2="1" y2="1">
        <stop offset="0" stop-color="${ends[0]}"/><stop offset="1" stop-color="${ends[1]}"/>
      </linearGradient>
      <rect width="100%" height="100%" fill="url(#g)"/>
    </svg>`,
  )
}

const hairGroup = '<g transform="translate(266 207)">'
const skull =
  '<path d="M640 612Q640 452 866 452H1020Q1113 460 1113 590L1098 690H700Z" fill="#fff"/>'

/** The figure without a background; its bottom edge is that of the picture. */
const figure = async (slug: string, size: number) => {
  const options = portraitOptions[slug]
  if (!options) throw new Error(`No portrait options for ${slug}`)
  const { hair, body, lips, nose, eyes, brows, beard, glasses, fillSkull } = options
  const svg = createAvatar(notionists, {
    seed: slug,
    hair: [`variant${hair}`],
    body: [`variant${body}`],
    lips: [`variant${lips}`],
    nose: [`variant${nose}`],
    eyes: [`variant${eyes}`],
    brows: [`variant${brows}`],
    ...(beard && { beard: [`variant${beard}`] as const }),
    beardProbability: beard ? 100 : 0,
    ...(glasses && { glasses: [`variant${glasses}`] as const }),
    glassesProbability: glasses ? 100 : 0,
    gestureProbability: 0,
    bodyIconProbability: 0,
  }).toString()
  if (!svg.includes(hairGroup)) throw new Error('The style draws hair in another place now')
  const drawing = fillSkull ? svg.replace(hairGroup, `${skull}${hairGroup}`) : svg
  // The style leaves much air around the figure: keep 94 %, centred on the shoulders. The last
  // two rows go as well, for the white of the body ends just above them.
  const whole = Math.round(size / 0.94)
  const picture = await sharp(Buffer.from(drawing)).resize(whole, whole).png().toBuffer()
  const left = Math.round((whole - size) * 0.3)
  return sharp(picture)
    .extract({ left, top: whole - size - 2, width: size, height: size })
    .png()
    .toBuffer()
}

const escape = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')

/** A block of text, wrapped at `width` and cropped to its ink. */
const block = async (text: string, font: string, size: number, width: number, alpha = 100) => {
  const { data, info } = await sharp({
    text: {
      text: `<span foreground="${ink}" alpha="${alpha}%">${escape(text)}</span>`,
      font: `${font} ${size}`,
      dpi: 72,
      width,
      spacing: size > 40 ? 0 : 5,
      rgba: true,
    },
  })
    .png()
    .toBuffer({ resolveWithObject: true })
  return { data, width: info.width, height: info.height }
}

/** The first of the settings, each a size and the lines allowed in it, in which the text fits. */
const fitted = async (
  text: string,
  font: string,
  settings: readonly { sizes: readonly number[]; lines: number }[],
  alpha?: number,
) => {
  for (const { sizes, lines } of settings) {
    for (const size of sizes) {
      const result = await block(text, font, size, share.textWidth, alpha)
      const fits = result.height <= size * 1.35 * lines && result.width <= share.textWidth
      if (fits) return result
    }
  }
  throw new Error(`Too long: ${text}`)
}

/** The product's mark: a camera on a rounded square. */
const mark = Buffer.from(
  `<svg xmlns="http://www.w3.org/2000/svg" width="40" height="40" viewBox="0 0 40 40">
    <linearGradient id="m" x1="0" y1="0" x2="1" y2="1">
      <stop offset="0" stop-color="#4f46e5"/><stop offset="1" stop-color="#7c3aed"/>
    </linearGradient>
    <rect width="40" height="40" rx="11" fill="url(#m)"/>
    <g transform="translate(9.2 9.2) scale(.9)" fill="none" stroke="#fff" stroke-width="2"
      stroke-linecap="round" stroke-linejoin="round">
      <path d="m16 13 5.223 3.482a.5.5 0 0 0 .777-.416V7.87a.5.5 0 0 0-.752-.432L16 10.5"/>
      <rect x="2" y="6" width="14" height="12" rx="2"/>
    </g>
  </svg>`,
)

const drawPortrait = async ({ slug, category }: SeedExpert) =>
  sharp(gradient(category.slug, portraitSize, portraitSize)).composite([
    { input: await figure(slug, portraitSize) },
  ])

const drawShare = async ({ slug, name, headline, category }: SeedExpert) => {
  const title = await fitted(name, 'Inter Display Semi-Bold', [
    { sizes: [84, 76, 68, 62], lines: 1 },
    { sizes: [76, 68, 60, 54, 48], lines: 2 },
  ])
  const subtitle = await fitted(headline, 'Inter', [{ sizes: [36, 33, 30], lines: 3 }], 82)
  const brand = await block('ExpertConnect', 'Inter Display Semi-Bold', 28, 400)
  const gap = /[gjpqy]/.test(name) ? 32 : 46
  const top = Math.round((share.height - 60 - title.height - gap - subtitle.height) / 2)
  const layers: OverlayOptions[] = [
    { input: await figure(slug, share.figure), left: 0, top: share.height - share.figure },
    { input: title.data, left: share.textLeft, top },
    { input: subtitle.data, left: share.textLeft, top: top + title.height + gap },
    { input: mark, left: share.textLeft, top: share.height - 88 },
    { input: brand.data, left: share.textLeft + 54, top: share.height - 68 - 10 },
  ]
  return sharp(gradient(category.slug, share.width, share.height)).composite(layers)
}

/** Writes a picture in the best quality in which it has at most `limit` bytes. */
const write = async (name: string, limit: number, encode: (quality: number) => Promise<Buffer>) => {
  for (const quality of [86, 82, 78, 74, 70, 66]) {
    const data = await encode(quality)
    if (data.length <= limit) {
      await writeFile(new URL(`../portraits/${name}`, import.meta.url), data)
      return
    }
  }
  throw new Error(`${name} does not fit into ${limit} bytes`)
}

for (const expert of readSeed().experts) {
  const portrait = await drawPortrait(expert)
  await write(`./${expert.slug}.webp`, 16 * 1024, (quality) =>
    portrait.clone().webp({ quality, smartSubsample: true, effort: 6 }).toBuffer(),
  )
  const picture = await drawShare(expert)
  await write(`./${expert.slug}-share.jpg`, 60 * 1024, (quality) =>
    picture.clone().jpeg({ quality, mozjpeg: true }).toBuffer(),
  )
}
