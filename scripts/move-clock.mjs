/**
 * Moves the clock of the realm that this runs in, a process or a page, and lets it run on. Self-contained: a browser
 * gets it as text.
 */
export function moveClock(milliseconds) {
  const Real = Date
  const realNow = Real.now
  Real.now = () => realNow() + milliseconds
  const Moved = new Proxy(Real, {
    construct: (target, words, made) =>
      Reflect.construct(target, words.length > 0 ? words : [realNow() + milliseconds], made),
    apply: () => new Moved().toString(),
  })
  Real.prototype.constructor = Moved
  globalThis.Date = Moved
  // What tells by it when something arrived tells it on the same clock.
  const timeOrigin = performance.timeOrigin + milliseconds
  Object.defineProperty(performance, 'timeOrigin', { value: timeOrigin, configurable: true })

  // Where it comes with the language; its stand-in asks Date.
  const { Temporal } = globalThis
  if (!Temporal || !/\[native code\]/.test(String(Temporal.Now.instant))) return
  const { timeZoneId } = Temporal.Now
  const instant = () => Temporal.Instant.fromEpochMilliseconds(Real.now())
  const zoned = (zone = timeZoneId()) => instant().toZonedDateTimeISO(zone)
  Object.assign(Temporal.Now, {
    instant,
    zonedDateTimeISO: zoned,
    plainDateTimeISO: (zone) => zoned(zone).toPlainDateTime(),
    plainDateISO: (zone) => zoned(zone).toPlainDate(),
    plainTimeISO: (zone) => zoned(zone).toPlainTime(),
  })
}
