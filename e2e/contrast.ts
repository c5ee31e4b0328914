import type { Page } from '@playwright/test'
import { sessionOf, setSurfaces } from './world.ts'

interface TextBox {
  readonly text: string
  readonly color: readonly [number, number, number]
  /** WCAG 2.2, 1.4.3: text from 24 px, or 18.66 px in bold, is large. */
  readonly large: boolean
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

/**
 * Texts whose contrast to the brightest or darkest pixel behind them is too small: below 4.5:1, or 3:1 for large ones.
 * axe cannot tell what lies behind glass; here the text is made invisible and the pixels are read from a screenshot.
 * Switched-off controls are exempt, as in WCAG.
 */
export async function poorestContrasts(page: Page, screensAtMost = 3): Promise<string[]> {
  await setSurfaces(page, 'glass')
  const found: Poor[] = []
  const height = await page.evaluate(() => document.documentElement.scrollHeight)
  for (const top of screens(height, page.viewportSize()?.height ?? 720, screensAtMost)) {
    await page.evaluate((y) => window.scrollTo({ top: y, behavior: 'instant' }), top)
    const poor = await look(page)
    // A busy machine may show a frame before all of it is painted. What is poor is so a second later as well.
    if (poor.length === 0) continue
    await page.waitForTimeout(1000)
    const still = await look(page)
    found.push(...still.filter(({ place }) => poor.some((before) => before.place === place)))
  }
  await page.evaluate(() => window.scrollTo({ top: 0, behavior: 'instant' }))
  await setSurfaces(page, 'opaque')
  return [...new Set(found.map(({ text, contrast }) => `${contrast.toFixed(2)}:1 ${text}`))]
}

interface Poor {
  readonly text: string
  /** A countdown has other words there a second later. */
  readonly place: string
  readonly contrast: number
}

/** What is poor in the part of the page that shows now. */
async function look(page: Page): Promise<Poor[]> {
  const boxes = await page.evaluate(collectTexts)
  await page.evaluate(hideTexts)
  // The one of Playwright takes several times as long.
  const picture = await (
    await sessionOf(page)
  ).send('Page.captureScreenshot', {
    format: 'png',
    optimizeForSpeed: true,
  })
  await page.evaluate(() => (document.adoptedStyleSheets = []))
  // A note that went away meanwhile is not in the picture.
  const after = new Set((await page.evaluate(collectTexts)).map(placeOf))
  const stayed = boxes.filter((box) => after.has(placeOf(box)))
  return judge(page, stayed, picture.data)
}

/** The page's policy allows no inline style, but a sheet that a script makes. Over when it is painted. */
async function hideTexts(): Promise<void> {
  const sheet = new CSSStyleSheet()
  sheet.replaceSync(
    `*, *::before, *::after {
      color: transparent !important;
      -webkit-text-fill-color: transparent !important;
      text-decoration-color: transparent !important;
      caret-color: transparent !important;
      transition: none !important;
    }
    svg, img { visibility: hidden !important; }`,
  )
  document.adoptedStyleSheets = [sheet]
  // What was asked for is painted two frames later at the latest.
  await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))
}

/** Words may change where they stand, as those of a countdown do. */
function placeOf({ x, y, color }: TextBox): string {
  return [x, y, ...color].join()
}

/** Where to look. Of a long list, which repeats itself, a few screens from top to bottom. */
function screens(height: number, step: number, atMost: number): number[] {
  const count = Math.ceil(height / step)
  const looked = Math.min(count, atMost)
  return Array.from({ length: looked }, (_, index) =>
    index === 0 ? 0 : Math.round((index * (count - 1)) / (looked - 1)) * step,
  )
}

function collectTexts(): TextBox[] {
  const isCutToAPixel = (element: Element | null): boolean =>
    element !== null && (element.clientWidth === 1 || isCutToAPixel(element.parentElement))
  /** The end of a name that is too long is not to be seen, whatever lies where it would stand. */
  const cutBy = (element: Element) => (rect: DOMRect) => {
    let { left, right, top, bottom } = rect
    for (let box: Element | null = element; box; box = box.parentElement) {
      if (getComputedStyle(box).overflow === 'visible') continue
      const edge = box.getBoundingClientRect()
      left = Math.max(left, edge.left)
      right = Math.min(right, edge.right)
      top = Math.max(top, edge.top)
      bottom = Math.min(bottom, edge.bottom)
    }
    return new DOMRect(left, top, Math.max(0, right - left), Math.max(0, bottom - top))
  }
  const boxes: TextBox[] = []
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
  const canvas = document.createElement('canvas').getContext('2d', { willReadFrequently: true })
  if (!canvas) return boxes
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const element = node.parentElement
    const text = node.textContent?.trim() ?? ''
    if (!element || text === '' || element.closest('[aria-disabled="true"],:disabled,[hidden]'))
      continue
    // What only screen readers are told is cut to a pixel.
    if (isCutToAPixel(element)) continue
    const style = getComputedStyle(element)
    if (style.visibility !== 'visible' || style.backgroundClip === 'text') continue
    if (!element.checkVisibility({ opacityProperty: true, visibilityProperty: true })) continue
    canvas.clearRect(0, 0, 1, 1)
    canvas.fillStyle = style.color
    canvas.fillRect(0, 0, 1, 1)
    const [red = 0, green = 0, blue = 0] = canvas.getImageData(0, 0, 1, 1).data
    const range = document.createRange()
    range.selectNodeContents(node)
    const size = parseFloat(style.fontSize)
    const large = size >= 24 || (size >= 18.66 && Number(style.fontWeight) >= 700)
    for (const { x, y, width, height } of [...range.getClientRects()].map(cutBy(element))) {
      const inside = x >= 0 && y >= 0 && x + width <= innerWidth && y + height <= innerHeight
      // Half behind a bar that stays in sight, it is not to be read there anyway.
      const looks = Math.max(3, Math.ceil(width / 40))
      // To the very end: what a flyout begins to cover there is poor as well.
      const uncovered = Array.from({ length: looks }, (_, look) => look / (looks - 1)).every(
        (share) => {
          const [right, down] = [1 + (width - 2) * share, height * (0.02 + 0.96 * share)]
          const seen = document.elementFromPoint(x + right, y + down)
          return seen !== null && (element.contains(seen) || seen.contains(element))
        },
      )
      if (!inside || width < 2 || height < 2 || !uncovered) continue
      boxes.push({ text: text.slice(0, 40), color: [red, green, blue], large, x, y, width, height })
    }
  }
  return boxes
}

function judge(page: Page, boxes: readonly TextBox[], png: string): Promise<Poor[]> {
  return page.evaluate(
    async ([texts, data]) => {
      const bytes = Uint8Array.from(atob(data), (character) => character.charCodeAt(0))
      const picture = await createImageBitmap(new Blob([bytes], { type: 'image/png' }))
      const canvas = new OffscreenCanvas(picture.width, picture.height)
      const context = canvas.getContext('2d', { willReadFrequently: true })
      if (!context) throw new Error('no canvas')
      context.drawImage(picture, 0, 0)
      const scale = picture.width / innerWidth
      // Millions of pixels are looked at, of 256 values.
      const linear = Float64Array.from({ length: 256 }, (_, part) =>
        part <= 10.31475 ? part / 3294.6 : ((part / 255 + 0.055) / 1.055) ** 2.4,
      )
      const luminance = (red: number, green: number, blue: number) =>
        0.2126 * (linear[red] ?? 0) + 0.7152 * (linear[green] ?? 0) + 0.0722 * (linear[blue] ?? 0)
      return texts.flatMap(({ text, color, large, x, y, width, height }) => {
        const { data: pixels } = context.getImageData(
          Math.floor(x * scale),
          Math.floor(y * scale),
          Math.max(1, Math.floor(width * scale)),
          Math.max(1, Math.floor(height * scale)),
        )
        const own = luminance(...color)
        let least = Infinity
        for (let at = 0; at < pixels.length; at += 4) {
          const behind = luminance(pixels[at] ?? 0, pixels[at + 1] ?? 0, pixels[at + 2] ?? 0)
          const contrast = (Math.max(own, behind) + 0.05) / (Math.min(own, behind) + 0.05)
          if (contrast < least) least = contrast
        }
        return least < (large ? 3 : 4.5) ? [{ text, place: `${x} ${y}`, contrast: least }] : []
      })
    },
    [boxes, png] as const,
  )
}
