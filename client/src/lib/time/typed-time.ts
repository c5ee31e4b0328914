/**
 * The time on a clock (`17:30`) that somebody typed: `17:30`, `1730`, `17`, `5:30 pm`, `5p`. Midnight at the end of a day,
 * `24:00`, is `00:00`. Nothing if it is no time.
 */
export function typedTime(text: string): string | null {
  const plain = text.trim().toLowerCase()
  const [, hour, , minute = '0', half] =
    /^(\d{1,2}?)(?:([:.h\s]\s*)?(\d{2}))?\s*h?\s*([ap])?\.?m?\.?$/.exec(plain) ?? []
  if (hour === undefined) return null
  const hours = hoursOf(Number(hour), half)
  const minutes = Number(minute)
  if (hours === null || minutes > 59 || (hours === 24 && minutes > 0)) return null
  const two = (value: number) => String(value).padStart(2, '0')
  return `${two(hours % 24)}:${two(minutes)}`
}

function hoursOf(hour: number, half: string | undefined): number | null {
  if (half === undefined) return hour <= 24 ? hour : null
  if (hour < 1 || hour > 12) return null
  return (hour % 12) + (half === 'p' ? 12 : 0)
}
