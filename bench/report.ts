import { cpus, loadavg, platform, totalmem } from 'node:os'
import type { Figure } from './figures.ts'

/** `held`: what a process holds, or holds more than before, in megabytes; `heldEach`: for each of many, in kibibytes. */
export type Compared = 'throughput' | 'p50' | 'p99' | 'held' | 'heldEach'

export interface Result {
  readonly bench: string
  readonly name: string
  /** Medians of the rounds. */
  readonly ours: Figure
  readonly floor: Figure | null
  /** What the target is about. */
  readonly compared: Compared
  /** Of ours to the floor. */
  readonly ratio: number | null
  readonly target: Target | null
  readonly met: boolean | null
  readonly rounds: { readonly ours: readonly Figure[]; readonly floor: readonly Figure[] }
}

/** A bound of the ratio or, without a floor, of ours: in microseconds, of what is held in megabytes. */
export type Target =
  | { readonly atLeast: number }
  | { readonly atMost: number }
  | { readonly between: readonly [number, number] }

/** It is told at once on standard error: all of them take long. */
export function resultOf(
  given: Pick<Result, 'bench' | 'name' | 'ours' | 'floor' | 'compared' | 'target' | 'rounds'>,
): Result {
  const { ours, floor, compared, target } = given
  const ratio = floor ? valueOf(ours, compared) / valueOf(floor, compared) : null
  const value = ratio ?? valueOf(ours, compared)
  const met = target && isMet(target, value)
  const result = { ...given, ratio, met }
  console.error(cellsOf(result).slice(0, 4).filter(Boolean).join('  '))
  return result
}

function isMet(target: Target, value: number): boolean {
  if ('atLeast' in target) return value >= target.atLeast
  if ('atMost' in target) return value <= target.atMost
  return target.between[0] <= value && value <= target.between[1]
}

/** What of a figure is compared. */
export function valueOf(figure: Figure, compared: Compared): number {
  if (compared === 'held') return figure.heldMegabytes ?? Number.NaN
  if (compared === 'heldEach') return figure.heldKibibytes ?? Number.NaN
  return compared === 'throughput' ? figure.perSecond : figure[compared]
}

export function machine() {
  return {
    cores: cpus().length,
    processor: cpus()[0]?.model ?? 'unknown',
    memoryGiB: Math.round(totalmem() / 2 ** 30),
    platform: platform(),
    node: process.version,
    date: new Date().toISOString(),
    loadBefore: loadavg()[0] ?? 0,
  }
}

/** For reading; everything is in the JSON. */
export function tableOf(results: readonly Result[]): string {
  const header = ['', 'ours', 'floor', 'compared', 'target', '']
  const rows = results.map(cellsOf)
  const widths = header.map((_, column) =>
    Math.max(...[header, ...rows].map((row) => row[column]?.length ?? 0)),
  )
  return [header, ...rows]
    .map((row) =>
      row
        .map((text, column) => text.padEnd(widths[column] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .join('\n')
}

function cellsOf(result: Result): string[] {
  return [
    `${result.bench}: ${result.name}`,
    textOf(result.ours),
    result.floor ? textOf(result.floor) : '',
    comparedText(result),
    targetText(result),
    result.met === null ? '' : result.met ? 'met' : 'MISSED',
  ]
}

function textOf({ perSecond, p50, p99, heldMegabytes, heldKibibytes }: Figure): string {
  const held =
    (heldMegabytes === undefined ? '' : `, ${heldMegabytes} MB`) +
    (heldKibibytes === undefined ? '' : `, ${heldKibibytes} KiB each`)
  return `${whole(perSecond)}/s, ${whole(p50)} µs, p99 ${whole(p99)}${held}`
}

function comparedText({ ratio, compared }: Result): string {
  return ratio === null ? compared : `${compared} × ${ratio.toFixed(2)}`
}

function targetText({ target, ratio, compared }: Result): string {
  if (!target) return ''
  if ('between' in target) return target.between.map((bound) => bound.toFixed(2)).join(' – ')
  const [sign, bound] = 'atLeast' in target ? ['≥', target.atLeast] : ['≤', target.atMost]
  const unit = compared === 'held' ? 'MB' : compared === 'heldEach' ? 'KiB' : 'µs'
  return `${sign} ${ratio === null ? `${whole(bound)} ${unit}` : bound.toFixed(2)}`
}

function whole(value: number): string {
  return Math.round(value).toLocaleString('en')
}
