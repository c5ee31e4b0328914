/**
 * Draws the portraits of the demo's experts. Run once by hand after a change of options, and commit what it writes:
 *
 *     npx tsx server/scripts/draw-portraits.ts
 */
import { writeFile } from 'node:fs/promises'
import { createAvatar } from '@dicebear/core'
import * as notionists from '@dicebear/notionists'
import sharp from 'sharp'
import { readSeed, type SeedExpert } from '../src/seed/read-seed.ts'
import { tintOf } from '../src/services/experts/tints.ts'
import { portraitOptions } from './portrait-options.ts'

const portraitSize = 512

const gradient = (category: string, width: number, height: number) => {
  const ends = tintOf(category)
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

const drawPortrait = async ({ slug, category }: SeedExpert) =>
  sharp(gradient(category.slug, portraitSize, portraitSize)).composite([
    { input: await figure(slug, portraitSize) },
  ])

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
}
