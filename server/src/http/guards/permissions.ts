/** What a page of a call asks its visitor's device for. */
const ofCalls = [
  'autoplay',
  'camera',
  'display-capture',
  'fullscreen',
  'microphone',
  'picture-in-picture',
  'screen-wake-lock',
  'speaker-selection',
] as const

/** What no page of ours asks for, and no script that got into one shall. */
const ofNobody = [
  'accelerometer',
  'encrypted-media',
  'geolocation',
  'gyroscope',
  'hid',
  'idle-detection',
  'magnetometer',
  'midi',
  'payment',
  'serial',
  'usb',
  'xr-spatial-tracking',
] as const

/** The Permissions-Policy of a page that shows a call, and of every other answer. */
export function permissionsPolicy(isOfCall: boolean): string {
  const denied = [...ofNobody, ...(isOfCall ? [] : ofCalls)]
  const allowed = isOfCall ? ofCalls : []
  return [...denied.map((name) => `${name}=()`), ...allowed.map((name) => `${name}=(self)`)].join(
    ', ',
  )
}
