/**
 * How messages look. Colours are hexadecimal and sizes in pixels, which Outlook understands; the
 * dark ones are in the style sheet, which Outlook ignores and other clients do not.
 */
export const light = {
  page: '#f3f4f6',
  paper: '#ffffff',
  text: '#16181d',
  quiet: '#5b616e',
  line: '#e3e5ea',
  field: '#f6f7f9',
}

const dark = {
  page: '#0f1115',
  paper: '#191c22',
  text: '#eceef2',
  quiet: '#a7adba',
  line: '#2e333d',
  field: '#22262e',
}

export const SANS =
  "-apple-system, BlinkMacSystemFont, 'Segoe UI', Roboto, 'Helvetica Neue', Arial, sans-serif"

export const MONO = "ui-monospace, SFMono-Regular, Menlo, Consolas, 'Liberation Mono', monospace"

const darkRules = (prefix: string) => `
${prefix}.page { background-color: ${dark.page} !important; }
${prefix}.paper { background-color: ${dark.paper} !important; border-color: ${dark.line} !important; }
${prefix}.text { color: ${dark.text} !important; }
${prefix}.quiet { color: ${dark.quiet} !important; }
${prefix}.line { border-color: ${dark.line} !important; }
${prefix}.field { background-color: ${dark.field} !important; border-color: ${dark.line} !important; }
`

/** `data-ogsc` is what Outlook on the web and on phones puts around a message in dark mode. */
export const styleSheet = `
:root { color-scheme: light dark; supported-color-schemes: light dark; }
body { background-color: ${light.page}; -webkit-text-size-adjust: 100%; }
.select { -webkit-user-select: all; user-select: all; }
@media (prefers-color-scheme: dark) {
body { background-color: ${dark.page} !important; }${darkRules('')}}
${darkRules('[data-ogsc] ')}
@media (max-width: 480px) {
  .edge { padding-left: 20px !important; padding-right: 20px !important; }
  .stack { display: block !important; box-sizing: border-box !important; width: 100% !important; }
  .picture { padding: 0 24px 20px !important; }
  .amount { font-size: 34px !important; line-height: 42px !important; }
  .code { font-size: 19px !important; }
}
`

/** A dark shade of a hue: white letters on it have a contrast of 4.5:1 and more. */
export function shadeOf(hue: number): string {
  return toHex(hue, 0.58, 0.3)
}

/** A lighter shade, for a badge on the dark one. */
export function tintOf(hue: number): string {
  return toHex(hue, 0.46, 0.41)
}

/** From HSL, which mail clients do not know (CSS Color 4, section 7). */
function toHex(hue: number, saturation: number, lightness: number): string {
  const reach = saturation * Math.min(lightness, 1 - lightness)
  const channel = (offset: number) => {
    const k = (offset + hue / 30) % 12
    const value = lightness - reach * Math.max(-1, Math.min(k - 3, 9 - k, 1))
    return Math.round(value * 255)
      .toString(16)
      .padStart(2, '0')
  }
  return `#${channel(0)}${channel(8)}${channel(4)}`
}
