/** A word that somebody may have meant. */
interface Candidate {
  readonly word: string
  /** A bit for each letter that is in it: words that are near have nearly the same. */
  readonly letters: number
}

/** More would say nothing about what was meant. */
const nearestAtMost = 6

/**
 * Which of `words` are nearest to a typed one: by so few letters left out, put in, changed or swapped as somebody mistypes,
 * which in short words is none. Those that are equally near all count.
 */
export function createNearWords(words: Iterable<string>) {
  const byLength = new Map<number, Candidate[]>()
  for (const word of new Set(words)) {
    const { length } = word
    byLength.set(length, [...(byLength.get(length) ?? []), { word, letters: lettersOf(word) }])
  }

  return function near(typed: string): readonly string[] {
    const most = slipsIn(typed)
    const letters = lettersOf(typed)
    let least = most
    let nearest: string[] = []
    for (let length = typed.length - most; length <= typed.length + most; length++) {
      for (const candidate of byLength.get(length) ?? []) {
        if (bits(candidate.letters ^ letters) > 2 * least) continue
        const slips = slipsBetween(typed, candidate.word, least)
        if (slips === 0 || slips > least) continue
        if (slips < least) nearest = []
        least = slips
        nearest.push(candidate.word)
      }
    }
    return most === 0 ? [] : nearest.toSorted().slice(0, nearestAtMost)
  }
}

/** In a short word a slip makes another word. */
function slipsIn({ length }: string): number {
  if (length < 4) return 0
  return length < 8 ? 1 : 2
}

function lettersOf(word: string): number {
  let letters = 0
  for (let index = 0; index < word.length; index++) letters |= 1 << (word.charCodeAt(index) & 31)
  return letters
}

function bits(of: number): number {
  let count = 0
  for (let rest = of; rest !== 0; rest &= rest - 1) count++
  return count
}

/** Letters left out, put in, changed, or swapped with their neighbour; something above `most` where it is more than that. */
function slipsBetween(one: string, other: string, most: number): number {
  let before: number[] = []
  let row = Array.from({ length: other.length + 1 }, (_, index) => index)
  for (let i = 1; i <= one.length; i++) {
    const next = [i]
    let least = i
    for (let j = 1; j <= other.length; j++) {
      const isSame = one[i - 1] === other[j - 1]
      let slips = Math.min(
        (row[j] ?? 0) + 1,
        (next[j - 1] ?? 0) + 1,
        (row[j - 1] ?? 0) + (isSame ? 0 : 1),
      )
      const isSwapped = i > 1 && j > 1 && one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1]
      if (isSwapped) slips = Math.min(slips, (before[j - 2] ?? 0) + 1)
      next.push(slips)
      least = Math.min(least, slips)
    }
    if (least > most) return most + 1
    before = row
    row = next
  }
  return row[other.length] ?? 0
}
