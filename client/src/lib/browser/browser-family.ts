export type BrowserName = 'chrome' | 'edge' | 'firefox' | 'safari' | 'other'
export type SystemName = 'ios' | 'android' | 'macos' | 'windows' | 'linux' | 'other'

export interface BrowserFamily {
  readonly name: BrowserName
  readonly system: SystemName
  /** Whose rules it follows, whatever it is called: on iOS every browser is WebKit. */
  readonly engine: 'chromium' | 'gecko' | 'webkit'
}

/**
 * Which browser this is, as far as words of help differ. Nothing that works or not may hang on it: for that the
 * browser itself is asked. An iPad says that it is a Mac; only its screen, which is touched, tells.
 */
export function browserFamily(
  userAgent = navigator.userAgent,
  touchPoints = navigator.maxTouchPoints,
): BrowserFamily {
  const system = systemOf(userAgent, touchPoints)
  const name = nameOf(userAgent)
  const engine =
    system === 'ios' ? 'webkit' : name === 'firefox' ? 'gecko' : name === 'safari' ? 'webkit' : null
  return { name, system, engine: engine ?? (/Chrom/.test(userAgent) ? 'chromium' : 'webkit') }
}

function nameOf(userAgent: string): BrowserName {
  if (/Edg(e|A|iOS)?\//.test(userAgent)) return 'edge'
  if (/Firefox\/|FxiOS\//.test(userAgent)) return 'firefox'
  // They call themselves Chrome too, and keep their settings elsewhere.
  if (/OPR\/|OPT\/|SamsungBrowser\/|YaBrowser\/|Vivaldi\/|DuckDuckGo\//.test(userAgent))
    return 'other'
  if (/Chrome\/|CriOS\/|Chromium\//.test(userAgent)) return 'chrome'
  return /Safari\//.test(userAgent) ? 'safari' : 'other'
}

function systemOf(userAgent: string, touchPoints: number): SystemName {
  if (/iPhone|iPad|iPod/.test(userAgent)) return 'ios'
  if (/Android/.test(userAgent)) return 'android'
  if (/Macintosh|Mac OS X/.test(userAgent)) return touchPoints > 1 ? 'ios' : 'macos'
  if (/Windows/.test(userAgent)) return 'windows'
  return /Linux|X11|CrOS/.test(userAgent) ? 'linux' : 'other'
}
