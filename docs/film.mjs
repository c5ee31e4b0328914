import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { root } from '../scripts/project.mjs'
import { requireTools } from '../scripts/require-tools.mjs'

// Makes the two moving pictures of the README, of the product itself: a server with made-up experts, two browsers with
// cameras that show drawn portraits, and every step as a person takes it.

requireTools()
const { buildAll } = await import('../scripts/build.mjs')
const { ensureBrowser } = await import('../scripts/find-browser.mjs')
const { chromium, expect: expectSoon } = await import('@playwright/test')
const expect = expectSoon.configure({ timeout: 30_000 })
const sharp = createRequire(join(root, 'server/package.json'))('sharp')

const window = { width: 880, height: 600 }
const stageSize = { width: 1100, height: 424 }
const folder = await mkdtemp(join(tmpdir(), 'film-'))
const ends = [() => rm(folder, { recursive: true, force: true })]

async function filmDemo(film, customer, expert) {
  const page = await customer.newPage()
  film.terminal = ['$ npm start', 'Building …']
  await film.take('One command', 900)
  film.terminal.push('ExpertConnect is ready at http://localhost:3000')
  await film.take('One command', 1400)
  film.terminal = null
  film.left = page

  await page.goto('/experts/demo-dana')
  const slot = page.locator('[data-slot][data-state="free"]').first()
  await expect(slot).toBeVisible()
  await slot.scrollIntoViewIfNeeded()
  await film.take('Demo Dana takes sessions from the next quarter of an hour', 1500)
  await film.press(slot, 'A free time')
  await film.press(page.getByRole('button', { name: /^Book \w/ }), 'A free time')
  await expect(page.getByRole('heading', { name: 'Your details' })).toBeVisible()
  await page.getByRole('textbox', { name: 'Your name' }).fill('Grace Hopper')
  await page.getByRole('textbox', { name: 'E-mail' }).fill('grace@example.com')
  await film.press(page.getByRole('button', { name: 'Confirm booking' }), 'A name and an address')
  await film.press(page.getByRole('link', { name: /^Join session/ }), 'The room is open at once')
  const turnOn = 'Turn on camera and microphone'
  await film.press(page.getByRole('button', { name: turnOn }), 'Nothing is on before you say so')
  await expect(page.getByText('You join with picture and sound.')).toBeVisible()
  await film.run('A look into the mirror', 5)
  await film.press(page.getByRole('button', { name: 'Join session' }), 'A look into the mirror')
  const other = page.getByRole('link', { name: 'Open in a second tab' })
  await expect(other).toBeVisible()
  await film.run('In a demo you are the other side as well', 4)
  await film.point(other, 'In a demo you are the other side as well', 1000)

  const second = await expert.newPage()
  film.right = second
  await second.goto((await other.getAttribute('href')) ?? '')
  await film.press(second.getByRole('button', { name: turnOn }), 'The expert’s own link')
  await expect(second.getByText('You join with picture and sound.')).toBeVisible()
  await film.press(second.getByRole('button', { name: 'Join session' }), 'The expert’s own link')
  await expectPicture(page)
  await expectPicture(second)
  await film.run('Directly from browser to browser', 12)
  await film.press(page.getByRole('button', { name: 'Chat' }), 'Directly from browser to browser')
  await page.keyboard.type('Hello! Can you see me?')
  await page.keyboard.press('Enter')
  await expect(page.getByText('Arrived')).toBeAttached()
  await film.run('With a chat, screens, and a clock that says how much is left', 12)
  await film.write('docs/demo-call.webp')
}

async function filmPractice(film, context) {
  const page = await context.newPage()
  film.left = page
  await page.goto('/practice')
  const turnOn = page.getByRole('button', { name: 'Turn on camera and microphone' })
  await expect(turnOn).toBeVisible()
  await film.take('The practice room: nobody else sees or hears it', 1400)
  await film.press(turnOn, 'Camera, microphone, speaker')
  await expect(page.getByRole('button', { name: 'Turn off camera' })).toBeVisible()
  await film.run('Camera, microphone, speaker', 5)
  const test = page.getByRole('button', { name: 'Test the connection' })
  await film.press(test, 'Will this network let a session through?')
  await expect(page.getByRole('button', { name: /again/i })).toBeVisible()
  await film.take('Will this network let a session through?', 1600)
  await page.evaluate(() => scrollTo(0, 0))
  await film.press(page.getByRole('button', { name: 'Go in' }), 'Go in')

  const second = await context.newPage()
  film.right = second
  await second.goto('/practice')
  await film.press(
    second.getByRole('button', { name: 'Turn on camera and microphone' }),
    'The same page once more, in a second tab',
  )
  await film.press(
    second.getByRole('button', { name: 'Go in' }),
    'The same page once more, in a second tab',
  )
  await expectPicture(page)
  await expectPicture(second)
  await film.run('You meet yourself', 16)
  await film.write('docs/practice-room.webp')
}

/** Waits until the large picture moves. */
async function expectPicture(page) {
  await expect(page.getByRole('button', { name: /^Connection: / })).toBeVisible()
  await expect
    .poll(() => page.evaluate(() => document.querySelector('video')?.videoWidth ?? 0))
    .toBeGreaterThan(0)
}

/** Two windows side by side with a line of words below, frame by frame. */
class Film {
  terminal = null
  left = null
  right = null
  #frames = []
  #delays = []

  constructor(stage, url) {
    this.stage = stage
    this.shown = url.replace(/:\d+$/, ':3000')
  }

  /** A frame as long as it is to be seen, with the pointer where it is. */
  async take(words, ms, pointer = null) {
    const [left, right] = await Promise.all([picture(this.left), picture(this.right)])
    await this.stage.setContent(
      html({ terminal: this.terminal, shown: this.shown, left, right, words, pointer }),
    )
    this.#frames.push(await this.stage.screenshot())
    this.#delays.push(ms)
  }

  /** What moves, for a while. */
  async run(words, frames) {
    for (let count = 0; count < frames; count++) await this.take(words, 180)
  }

  async point(target, words, ms) {
    await expect(target).toBeVisible()
    await target.scrollIntoViewIfNeeded()
    const { x, y, width, height } = (await target.boundingBox()) ?? window
    const at = { x: x + width / 2, y: y + height / 2 }
    await this.take(words, ms, { ...at, isRight: target.page() === this.right })
  }

  async press(target, words) {
    await this.point(target, words, 900)
    await target.click()
    await target.page().waitForTimeout(500)
  }

  async write(name) {
    const film = sharp(this.#frames, { join: { animated: true } })
    const { size } = await film
      .webp({ quality: 62, effort: 6, loop: 0, delay: this.#delays })
      .toFile(join(root, name))
    console.log(`${name}: ${this.#frames.length} frames, ${Math.round(size / 1024)} KiB`)
  }
}

async function picture(page) {
  if (!page) return null
  const bytes = await page.screenshot({ type: 'jpeg', quality: 92, animations: 'disabled' })
  return `data:image/jpeg;base64,${bytes.toString('base64')}`
}

function html({ terminal, left, right, words, pointer, shown }) {
  const scale = 528 / window.width
  const frame = (source, title, mark) =>
    `<figure>${title}<div>${source}${mark ? `<i style="left:${mark.x * scale}px;top:${mark.y * scale}px"></i>` : ''}</div></figure>`
  const bar = `<p class="bar"><b></b><b></b><b></b><span>${shown}</span></p>`
  const image = (data) => (data ? `<img src="${data}" alt="">` : '')
  const lines = terminal?.map((line) => `<p>${line}</p>`).join('')
  const [first, second] = [pointer && !pointer.isRight, pointer?.isRight]
  return `<!doctype html><style>
    *{box-sizing:border-box;margin:0}
    body{display:grid;grid-template:1fr 40px/528px 528px;gap:6px 12px;justify-content:center;align-content:center;height:100vh;padding-top:4px;background:#171830;color:#fff;font:600 17px Inter,system-ui,sans-serif}
    figure{align-self:center;overflow:hidden;border-radius:10px;background:#24264a}
    figure.none{opacity:.25;height:386px}
    figure div{position:relative;height:${Math.round(window.height * scale)}px;line-height:0}
    img{width:528px}
    .bar{display:flex;gap:6px;align-items:center;height:26px;padding:0 10px;font-weight:500;font-size:12px;color:#c9c8e6}
    .bar b{width:9px;height:9px;border-radius:50%;background:#5a5c86}.bar span{margin-left:8px}
    .lines{padding:18px;font:15px/1.9 ui-monospace,monospace;color:#d9f5e6}
    i{position:absolute;width:26px;height:26px;margin:-13px;border:3px solid #fff;border-radius:50%;background:#6d4bffb0;box-shadow:0 0 0 3px #0006}
    h1{grid-column:1/-1;align-self:center;text-align:center;font-size:18px;font-weight:600}
    </style>
    ${frame(lines ? `<section class="lines">${lines}</section>` : image(left), bar, first ? pointer : null)}
    ${right ? frame(image(right), bar, second ? pointer : null) : '<figure class="none"></figure>'}
    <h1>${words}</h1>`
}

async function openBrowser(url, camera) {
  const browser = await chromium.launch({
    executablePath: ensureBrowser(),
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--use-fake-ui-for-media-stream',
      '--use-fake-device-for-media-stream=device-count=1',
      ...(camera ? [`--use-file-for-fake-video-capture=${camera}`] : []),
    ],
  })
  ends.push(() => browser.close())
  return browser
}

async function visitor(browser, url) {
  const context = await browser.newContext({
    baseURL: url,
    viewport: window,
    colorScheme: 'dark',
    locale: 'en-GB',
    timezoneId: 'Europe/Lisbon',
  })
  // The browser calls the camera by the file that it plays.
  await context.addInitScript(() => {
    const names = { videoinput: 'Camera', audioinput: 'Microphone', audiooutput: 'Speaker' }
    Object.defineProperty(MediaDeviceInfo.prototype, 'label', {
      get() {
        return names[this.kind]
      },
    })
  })
  return context
}

/** A picture for the camera: the drawn portrait of an expert, who nods a little. */
async function cameraOf(url, slug, ground) {
  const expert = await (await fetch(`${url}/api/v1/experts/${slug}`)).json()
  const portrait = await fetch(new URL(expert.photoUrl, url))
  const face = await sharp(Buffer.from(await portrait.arrayBuffer()))
    .resize(340, 340)
    .png()
    .toBuffer()
  const frames = []
  for (let count = 0; count < 60; count++) {
    const turn = (count / 60) * 2 * Math.PI
    const [left, top] = [150 + 14 * Math.sin(turn), 18 + 6 * Math.sin(2 * turn)].map(Math.round)
    const input = { create: { width: 640, height: 360, channels: 3, background: ground } }
    frames.push(
      sharp(input)
        .composite([{ input: face, left, top }])
        .jpeg({ quality: 92 })
        .toBuffer(),
    )
  }
  const file = join(folder, `${slug}.mjpeg`)
  await writeFile(file, Buffer.concat(await Promise.all(frames)))
  return file
}

async function startServer() {
  const child = spawn(process.execPath, [join(root, 'server/dist/entry/main.js')], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: {
      ...process.env,
      DATA_DIR: folder,
      DATABASE_URL: `file:${join(folder, 'film.db')}`,
      PORT: '0',
      DEMO: 'on',
    },
  })
  ends.push(async () => {
    child.kill()
    await once(child, 'exit')
  })
  for await (const line of createInterface({ input: child.stdout })) {
    const url = /^ExpertConnect is ready at (http:\/\/\S+)$/.exec(line)?.[1]
    if (url) return url
  }
  throw new Error('The server did not start')
}

try {
  buildAll()
  const url = await startServer()
  const [dana, grace] = await Promise.all([
    cameraOf(url, 'demo-dana', '#dfe7b6'),
    cameraOf(url, 'hannah-goldfarb', '#d8d3f7'),
  ])
  const stage = await (await openBrowser(url)).newPage({ viewport: stageSize })
  const customer = await openBrowser(url, grace)
  const expert = await openBrowser(url, dana)
  await filmDemo(new Film(stage, url), await visitor(customer, url), await visitor(expert, url))
  await filmPractice(new Film(stage, url), await visitor(customer, url))
} finally {
  for (const end of ends.reverse()) await end()
}
