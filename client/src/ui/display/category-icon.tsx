import {
  BriefcaseBusiness,
  Camera,
  ChartLine,
  ChefHat,
  CodeXml,
  Dumbbell,
  GraduationCap,
  HeartPulse,
  House,
  Languages,
  Leaf,
  Megaphone,
  Music,
  Palette,
  Plane,
  Rocket,
  Scale,
  Sparkles,
  type LucideIcon,
} from 'lucide-react'

// By name, so that only these few are in the bundle and not the whole set.
const icons: Readonly<Record<string, LucideIcon>> = {
  'briefcase-business': BriefcaseBusiness,
  camera: Camera,
  'chart-line': ChartLine,
  'chef-hat': ChefHat,
  'code-xml': CodeXml,
  dumbbell: Dumbbell,
  'graduation-cap': GraduationCap,
  'heart-pulse': HeartPulse,
  house: House,
  languages: Languages,
  leaf: Leaf,
  megaphone: Megaphone,
  music: Music,
  palette: Palette,
  plane: Plane,
  rocket: Rocket,
  scale: Scale,
  sparkles: Sparkles,
}

/** The Lucide names that a category can be given. */
export const categoryIconNames: readonly string[] = Object.keys(icons)

/** The icon that an administrator gave a category by its Lucide name; a sparkle for one that we do not carry. */
export function CategoryIcon({ name, size = 18 }: { name: string; size?: number }) {
  const Icon = icons[name] ?? Sparkles
  return <Icon aria-hidden size={size} strokeWidth={1.75} />
}
