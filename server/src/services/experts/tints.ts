/** The two ends of each category's diagonal gradient, light enough for black lines and text. As in the client's tokens. */
const tints: Readonly<Record<string, readonly [string, string]>> = {
  startups: ['#ffd6a5', '#ff9fa3'],
  engineering: ['#a6d5ff', '#9f98ff'],
  design: ['#bdf7ea', '#7fc6fa'],
  law: ['#f9caf0', '#bf9ffa'],
  health: ['#b9f5d0', '#63d2b1'],
  finance: ['#fff0b0', '#f8c56d'],
  languages: ['#ecf6b4', '#b4da72'],
  music: ['#ffcade', '#f792b4'],
}
const other = ['#dfe2f5', '#b3b9e0'] as const

export function tintOf(category: string): readonly [string, string] {
  return tints[category] ?? other
}
