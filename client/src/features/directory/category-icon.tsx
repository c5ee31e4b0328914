import {
  ChartLine,
  CodeXml,
  HeartPulse,
  Languages,
  Music,
  Palette,
  Rocket,
  Scale,
  Sparkles,
} from 'lucide-react'
import type { LucideIcon } from 'lucide-react'

// By name, so that only these few are in the bundle and not the whole set.
const icons: Readonly<Record<string, LucideIcon>> = {
  'chart-line': ChartLine,
  'code-xml': CodeXml,
  'heart-pulse': HeartPulse,
  languages: Languages,
  music: Music,
  palette: Palette,
  rocket: Rocket,
  scale: Scale,
}

/** The icon that an administrator gave a category by its Lucide name; a sparkle for one that we do not carry. */
export function CategoryIcon({ name, size = 18 }: { name: string; size?: number }) {
  const Icon = icons[name] ?? Sparkles
  return <Icon aria-hidden size={size} strokeWidth={1.75} />
}
