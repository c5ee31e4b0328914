/** What is settled once for an installation, whichever server of it starts first. */
export interface InstallationStorage {
  /**
   * The domain that stands in the UID of every calendar entry (RFC 7986, 5.3). It is kept for life: with another one
   * every program would take the entries that it has for other sessions. `wanted` is kept where there is none yet.
   */
  calendarDomain(wanted: string): Promise<string>
}
