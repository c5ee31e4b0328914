/**
 * The newest release of the IANA time-zone database that this version of the product knows of, from its list of releases:
 * https://data.iana.org/time-zones/releases/. To be raised with every release of the product.
 */
export const newestZoneRules = { version: '2026f', releasedOn: '2026-10-28' } as const

/** By which rules times of day are reckoned here, and whether newer ones are known: then some bookings may be an hour off. */
export interface ZoneRules {
  /** As IANA names a release, `2026f`; `unknown` where the engine does not say. */
  readonly version: string
  readonly newestKnown: string
  readonly areOld: boolean
}

/** What to think of the rules that the engine has (`process.versions.tz`). Rules that it does not name count as old. */
export function zoneRulesOf(version: string | undefined): ZoneRules {
  const newestKnown = newestZoneRules.version
  const isName = version !== undefined && /^\d{4}[a-z]{1,2}$/.test(version)
  // After `z` of a year comes `za`.
  return {
    version: version ?? 'unknown',
    newestKnown,
    areOld: !isName || version < newestKnown,
  }
}
