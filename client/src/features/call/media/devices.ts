import type { DeviceChoice } from './local-media.ts'

export interface Devices {
  readonly read: () => readonly MediaDeviceInfo[]
  /** Begins to listen, and lists them. */
  readonly open: () => void
  readonly refresh: () => Promise<void>
  readonly close: () => void
}

/** Chrome tells twice of one plug, and a headset comes as three devices. */
const settling = 500

/** What is plugged in. `onChange` is told when that has come to rest. */
export function createDevices(onChange: (devices: readonly MediaDeviceInfo[]) => void): Devices {
  let listed: readonly MediaDeviceInfo[] = []
  let timer: ReturnType<typeof setTimeout> | undefined
  let isOpen = false

  async function refresh(): Promise<void> {
    clearTimeout(timer)
    try {
      listed = await navigator.mediaDevices.enumerateDevices()
    } catch {
      return
    }
    if (isOpen) onChange(listed)
  }

  function settle(): void {
    clearTimeout(timer)
    timer = setTimeout(() => void refresh(), settling)
  }

  return {
    read: () => listed,
    open() {
      if (isOpen || !('mediaDevices' in navigator)) return
      isOpen = true
      navigator.mediaDevices.addEventListener('devicechange', settle)
      void refresh()
    },
    refresh,
    close() {
      if (!isOpen) return
      isOpen = false
      clearTimeout(timer)
      navigator.mediaDevices.removeEventListener('devicechange', settle)
    },
  }
}

const names = { audioinput: 'Microphone', videoinput: 'Camera', audiooutput: 'Speaker' } as const

/** As a menu shows them. Before a permission, browsers list devices without name and number: those are left out. */
export function choicesOf(
  devices: readonly MediaDeviceInfo[],
  kind: MediaDeviceKind,
): DeviceChoice[] {
  return devices
    .filter((device) => device.kind === kind && device.deviceId !== '')
    .map(({ deviceId, label }, at) => ({
      id: deviceId,
      label: plain(label) || `${names[kind]} ${at + 1}`,
    }))
}

/** Chromium puts the numbers of the maker behind the name: `(046d:0825)`. */
function plain(label: string): string {
  return label.replace(/ \([\da-f]{4}:[\da-f]{4}\)$/i, '')
}
