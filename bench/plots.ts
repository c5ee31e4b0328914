import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { html, type Html } from '../server/src/markup/html.ts'
import type { Engine } from './engines/engine.ts'
import { type Figure, tenths } from './figures.ts'
import { type Compared, type Result, type Target, valueOf } from './report.ts'

const width = 760
const rowHeight = 58
const barLeft = 12
const barsWidth = 520
const barHeight = 12

const style = `
  text { font: 13px system-ui, sans-serif; fill: #1f2430 }
  .value { font-size: 12px; fill: #4b5263 }
  .ours { fill: #4f46e5 }
  .floor { fill: #a3a9b8 }
  .spread { stroke: #1f2430; stroke-opacity: .55 }
  .target { stroke: #d9480f; stroke-width: 2; stroke-dasharray: 4 3 }
  @media (prefers-color-scheme: dark) {
    text { fill: #e6e8ef } .value { fill: #aab0c0 } .ours { fill: #8b93ff } .floor { fill: #5c6374 }
    .spread { stroke: #e6e8ef } .target { stroke: #ff9d5c }
  }`

/** One picture for each bench: ours and the floor of each row, with the spread of their rounds, and the target. */
export function writePlots(
  folder: string,
  { name, kind }: Pick<Engine, 'name' | 'kind'>,
  results: readonly Result[],
): void {
  mkdirSync(folder, { recursive: true })
  const prefix = kind === 'mongo' ? 'mongodb-' : ''
  for (const bench of new Set(results.map((result) => result.bench))) {
    const rows = results.filter((result) => result.bench === bench)
    writeFileSync(join(folder, `${prefix}${bench}.svg`), plotOf(bench, name, rows).text)
  }
}

function plotOf(bench: string, store: string, rows: readonly Result[]): Html {
  const height = rows.length * rowHeight + 44
  const drawn = rows.map((row, index) => rowOf(row, 40 + index * rowHeight))
  return html`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" role="img" aria-label="${bench}">
<style>${style}</style>
<text x="${barLeft}" y="20" font-weight="600">${bench}, ${store}</text>
<text x="${width - 12}" y="20" text-anchor="end" class="value">ours over floor; dashed: target; line: all rounds</text>
${drawn.map((row) => html`${row}\n`)}</svg>
`
}

function rowOf(result: Result, top: number): Html {
  const { ours, floor, compared, rounds, ratio, target } = result
  const read = (figure: Figure) => valueOf(figure, compared)
  const mark = targetOf(target, floor ? read(floor) : 1)
  const all = [ours, ...(floor ? [floor] : []), ...rounds.ours, ...rounds.floor].map(read)
  const most = Math.max(...all, mark ?? 0)
  const at = (value: number) => tenths(barLeft + (value / most) * barsWidth)
  const bar = (figure: Figure, spread: readonly Figure[], kind: string, y: number) => {
    const values = spread.map(read)
    const line =
      values.length > 1 &&
      html`<line class="spread" x1="${at(Math.min(...values))}" x2="${at(Math.max(...values))}" y1="${y + 6}" y2="${y + 6}"/>`
    return html`<rect class="${kind}" x="${barLeft}" y="${y}" width="${tenths(at(read(figure)) - barLeft)}" height="${barHeight}" rx="2"/>${line || null}<text class="value" x="${barLeft + barsWidth + 12}" y="${y + 10}">${textOf(read(figure), compared)}</text>`
  }
  const share = ratio === null ? '' : ` — × ${ratio.toFixed(2)}`
  return html`<text x="${barLeft}" y="${top + 10}">${result.name}${share}</text>${bar(ours, rounds.ours, 'ours', top + 17)}${floor && bar(floor, rounds.floor, 'floor', top + 31)}${
    mark === null
      ? null
      : html`<line class="target" x1="${at(mark)}" x2="${at(mark)}" y1="${top + 15}" y2="${top + 46}"/>`
  }`
}

/** In the unit of the bars. */
function targetOf(target: Target | null, unit: number): number | null {
  if (!target || 'between' in target) return null
  return ('atLeast' in target ? target.atLeast : target.atMost) * unit
}

function textOf(value: number, compared: Compared): string {
  if (compared === 'throughput') return `${Math.round(value).toLocaleString('en')} / s`
  if (compared === 'held') return `${value} MB`
  if (compared === 'heldEach') return `${value} KiB each`
  return value < 10_000
    ? `${compared} ${Math.round(value).toLocaleString('en')} µs`
    : `${compared} ${Math.round(value / 1000).toLocaleString('en')} ms`
}
