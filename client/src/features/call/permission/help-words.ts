import type { BrowserFamily, BrowserName } from '../../../lib/browser/browser-family.ts'
import type { CaptureFault, Source } from '../media/local-media.ts'

export interface Help {
  readonly title: string
  readonly steps: readonly string[]
}

/** What speaks against these sources, and what to do about it in this very browser. */
export function helpFor(
  fault: CaptureFault,
  sources: readonly Source[],
  browser: BrowserFamily,
): Help {
  const what = sources.length > 1 ? 'camera and microphone' : (sources[0] ?? 'camera')
  const verb = sources.length > 1 ? 'are' : 'is'
  switch (fault) {
    case 'dismissed':
      return {
        title: `The question about your ${what} was closed`,
        steps: [`Press “Try again” and choose “Allow” when ${names[browser.name]} asks.`],
      }
    case 'denied':
      return { title: `Your ${what} ${verb} not allowed here`, steps: allowing(browser, what) }
    case 'blocked_by_system':
      return {
        title: `Your system is blocking ${names[browser.name]} from using your ${what}`,
        steps: unblocking(browser, what, sources),
      }
    case 'taken':
      return {
        title: `Your ${what} ${verb} in use elsewhere, or ${sources.length > 1 ? 'do' : 'does'} not respond`,
        steps: [
          'Close anything else that may be using it: another call, another tab, a camera or recording app.',
          'If it has a cable, unplug it and plug it back in.',
          'Press “Try again”.',
        ],
      }
    case 'no_device':
      return {
        title: `No ${sources.length > 1 ? 'camera and no microphone' : what} was found`,
        steps: [
          'Plug one in or switch it on: it will be found automatically.',
          'Some laptops have a key or a slider that switches it off.',
        ],
      }
    case 'unsupported':
      return {
        title: `This browser cannot use your ${what} here`,
        steps: [
          'The address of this page must begin with “https”.',
          'Use a current Chrome, Edge, Firefox or Safari. Browsers inside other apps often can’t.',
        ],
      }
    case 'unknown':
      return {
        title: `Your ${what} did not start`,
        steps: [
          'Press “Try again”.',
          `If that does not help, close ${names[browser.name]} and open it again.`,
        ],
      }
  }
}

const names: Readonly<Record<BrowserName, string>> = {
  chrome: 'Chrome',
  edge: 'Edge',
  firefox: 'Firefox',
  safari: 'Safari',
  other: 'your browser',
}

function allowing({ name, system }: BrowserFamily, what: string): readonly string[] {
  if (system === 'ios') {
    return name === 'safari'
      ? [
          'Press the page menu in the address bar, then the three dots or “Website Settings”.',
          `Set ${what} to “Allow”.`,
          'Reload this page.',
        ]
      : inSettingsOfIos(name, what)
  }
  if (system === 'android') {
    return [
      'Press the icon at the left of the address.',
      `Open “Permissions” and allow ${what}.`,
      'Come back here and press “Try again”.',
    ]
  }
  switch (name) {
    case 'chrome':
      return [
        'Press the icon with the two sliders at the left of the address.',
        `Switch ${what} on.`,
        'Come back here: it turns on by itself.',
      ]
    case 'edge':
      return [
        'Press the lock at the left of the address, then “Permissions for this site”.',
        `Set ${what} to “Allow”.`,
        'Come back here: it turns on by itself.',
      ]
    case 'firefox':
      return [
        'Press the crossed-out icon at the left of the address.',
        `Remove the block with the × next to ${what}.`,
        'Press “Try again”.',
      ]
    case 'safari':
      return [
        'In the menu bar choose Safari, then “Settings for This Website…”.',
        `Set ${what} to “Allow”.`,
        'Press “Try again”. If nothing is asked, reload this page.',
      ]
    case 'other':
      return [
        'Open the settings of this site: most browsers have them at the left of the address.',
        `Allow ${what}.`,
        'Come back here and press “Try again”.',
      ]
  }
}

function inSettingsOfIos(name: BrowserName, what: string): readonly string[] {
  return [
    `Open the Settings of your device, then “Apps” and ${names[name] === 'your browser' ? names[name] : `“${names[name]}”`}.`,
    `Allow ${what}.`,
    'Come back here and press “Try again”.',
  ]
}

function unblocking(
  { name, system }: BrowserFamily,
  what: string,
  sources: readonly Source[],
): readonly string[] {
  const page =
    sources.length > 1
      ? '“Camera”, then “Microphone”'
      : sources[0] === 'microphone'
        ? '“Microphone”'
        : '“Camera”'
  switch (system) {
    case 'macos':
      return [
        `Open System Settings, “Privacy & Security”, ${page}.`,
        `Switch ${names[name]} on.`,
        `If you are asked to, close ${names[name]} and open it again.`,
      ]
    case 'windows':
      return [
        `Open Settings, “Privacy & security”, ${page}.`,
        'Switch on access, and below it “Let desktop apps access”.',
        'Come back here and press “Try again”.',
      ]
    case 'ios':
      return inSettingsOfIos(name, what)
    case 'android':
      return [
        `Open the Settings of your device, “Apps”, ${names[name]}, “Permissions”.`,
        `Allow ${what}. Make sure that nothing is blocked in the quick settings at the top of the screen.`,
        'Come back here and press “Try again”.',
      ]
    case 'linux':
    case 'other':
      return [
        `Check in your system’s settings whether ${names[name]} may use ${what}.`,
        'At work, your IT department may have switched it off.',
        'Press “Try again”.',
      ]
  }
}
