import {
  type ActionIconProps,
  type AlertProps,
  type BadgeProps,
  type ButtonProps,
  type CSSVariablesResolver,
  createTheme,
  type DrawerProps,
  defaultVariantColorsResolver,
  type MantineColorsTuple,
  type MenuProps,
  type ModalProps,
  type NotificationProps,
  type PaperProps,
  type TableProps,
  type TooltipProps,
} from '@mantine/core'
import { texts } from '../texts/index.ts'

/** Banknote green: the colour of the brand and of live. */
const spruce: MantineColorsTuple = [
  '#edf8f3',
  '#d9efe5',
  '#b3dfcc',
  '#86ccb0',
  '#55b592',
  '#2f9c78',
  '#1c8463',
  '#136c51',
  '#0f5741',
  '#0b4433',
]

/** The colour of test. */
const amber: MantineColorsTuple = [
  '#fff8e8',
  '#ffedc4',
  '#fedd92',
  '#fccb5c',
  '#f8b730',
  '#eda212',
  '#c98407',
  '#9c6408',
  '#7a4d0c',
  '#5e3b0d',
]

/** The colour of the operator's console. */
const iris: MantineColorsTuple = [
  '#f3f1fe',
  '#e4e0fb',
  '#c9c1f5',
  '#aa9eee',
  '#8e7ee5',
  '#7462d9',
  '#5d4bc4',
  '#4b3ba5',
  '#3d3087',
  '#302669',
]

const red: MantineColorsTuple = [
  '#fdf1f0',
  '#fbdfdc',
  '#f6bfb9',
  '#f29d94',
  '#f0857a',
  '#e45a4d',
  '#d23a2e',
  '#b82b21',
  '#982219',
  '#7b1c15',
]

/** Greys with a breath of the brand's green, so that nothing looks dead beside it. */
const gray: MantineColorsTuple = [
  '#f7f9f8',
  '#eff2f1',
  '#e3e8e6',
  '#d2d9d6',
  '#b3bdb9',
  '#8a9692',
  '#65716d',
  '#4b5652',
  '#323b38',
  '#1d2422',
]

const dark: MantineColorsTuple = [
  '#d5dcd9',
  '#aab5b1',
  '#84918c',
  '#5d6a65',
  '#3a4541',
  '#2b3431',
  '#202826',
  '#171d1b',
  '#111614',
  '#0b0f0e',
]

const SANS =
  '"Inter Variable", InterVariable, Inter, ui-sans-serif, system-ui, -apple-system, "Segoe UI Variable Text", "Segoe UI", Roboto, "Helvetica Neue", "Open Sans", Arial, sans-serif'
const MONO =
  'ui-monospace, "SF Mono", "Cascadia Code", "JetBrains Mono", Menlo, Consolas, "DejaVu Sans Mono", monospace'

const close = { 'aria-label': texts.common.close }

/** What a component is given by default; named by its type, so that the theme loads none of them. */
const by = <Props>(defaultProps: Partial<Props>) => ({ defaultProps })

const onFilled = ['spruce', 'amber', 'iris', 'red']

export const theme = createTheme({
  primaryColor: 'spruce',
  primaryShade: { light: 7, dark: 4 },
  autoContrast: true,
  // The shade of a filled colour differs between the schemes, and so does what is readable on it;
  // Mantine decides once for both.
  variantColorResolver: (input) => {
    const resolved = defaultVariantColorsResolver(input)
    const color = input.color ?? 'spruce'
    const isOwn = input.variant === 'filled' && onFilled.includes(color)
    return isOwn ? { ...resolved, color: `var(--scrip-on-${color})` } : resolved
  },
  luminanceThreshold: 0.36,
  colors: { spruce, amber, iris, red, gray, dark },
  black: '#1d2422',
  fontFamily: SANS,
  fontFamilyMonospace: MONO,
  fontSizes: { xs: '0.75rem', sm: '0.8125rem', md: '0.875rem', lg: '1rem', xl: '1.125rem' },
  lineHeights: { xs: '1.35', sm: '1.45', md: '1.5', lg: '1.5', xl: '1.4' },
  headings: {
    fontWeight: '620',
    sizes: {
      h1: { fontSize: '1.5rem', lineHeight: '1.25' },
      h2: { fontSize: '1.125rem', lineHeight: '1.35' },
      h3: { fontSize: '0.9375rem', lineHeight: '1.4' },
      h4: { fontSize: '0.875rem', lineHeight: '1.4' },
    },
  },
  radius: { xs: '4px', sm: '6px', md: '8px', lg: '12px', xl: '16px' },
  defaultRadius: 'sm',
  spacing: { xs: '0.5rem', sm: '0.75rem', md: '1rem', lg: '1.5rem', xl: '2rem' },
  shadows: {
    xs: '0 1px 2px rgb(16 32 26 / 6%)',
    sm: '0 1px 3px rgb(16 32 26 / 8%), 0 1px 2px rgb(16 32 26 / 4%)',
    md: '0 6px 20px -6px rgb(16 32 26 / 16%), 0 2px 6px rgb(16 32 26 / 6%)',
  },
  respectReducedMotion: true,
  cursorType: 'pointer',
  components: {
    Button: by<ButtonProps>({ size: 'sm', fw: 560 }),
    ActionIcon: by<ActionIconProps>({ variant: 'subtle', color: 'gray' }),
    Badge: by<BadgeProps>({ tt: 'none', fw: 560, variant: 'light', radius: 'sm' }),
    Paper: by<PaperProps>({ withBorder: true, radius: 'md' }),
    // Its placeholder is no item of a menu, which screen readers rightly complain about.
    Menu: by<MenuProps>({ withInitialFocusPlaceholder: false }),
    Modal: by<ModalProps>({
      centered: true,
      radius: 'lg',
      overlayProps: { backgroundOpacity: 0.35 },
      closeButtonProps: close,
    }),
    Drawer: by<DrawerProps>({
      position: 'right',
      size: 'lg',
      closeButtonProps: close,
      overlayProps: { backgroundOpacity: 0.3 },
    }),
    Notification: by<NotificationProps>({ closeButtonProps: close, radius: 'md' }),
    Tooltip: by<TooltipProps>({ openDelay: 250, withArrow: true, arrowSize: 6 }),
    Table: by<TableProps>({ verticalSpacing: 8, horizontalSpacing: 'sm' }),
    Alert: by<AlertProps>({ radius: 'md', variant: 'light' }),
  },
})

/** Tints that are seen on a dark ground, for chips and notices. */
const darkTints = Object.fromEntries(
  ['spruce', 'amber', 'iris', 'red', 'gray'].flatMap((color) => [
    [
      `--mantine-color-${color}-light`,
      `color-mix(in srgb, var(--mantine-color-${color}-5) 18%, transparent)`,
    ],
    [
      `--mantine-color-${color}-light-hover`,
      `color-mix(in srgb, var(--mantine-color-${color}-5) 26%, transparent)`,
    ],
    [`--mantine-color-${color}-light-color`, `var(--mantine-color-${color}-2)`],
  ]),
)

/** What Mantine's own variables are in each scheme, and a few of ours. */
export const cssVariables: CSSVariablesResolver = () => ({
  variables: {},
  light: {
    '--scrip-on-spruce': '#fff',
    '--scrip-on-amber': '#fff',
    '--scrip-on-iris': '#fff',
    '--scrip-on-red': '#fff',
    '--mantine-color-body': '#ffffff',
    '--mantine-color-dimmed': '#5b6763',
    '--mantine-color-error': '#c02626',
    '--mantine-color-placeholder': '#68736f',
    '--mantine-color-anchor': 'var(--mantine-color-spruce-7)',
    '--mantine-color-default-border': 'var(--mantine-color-gray-3)',
    '--scrip-operator': 'var(--mantine-color-iris-7)',
    '--scrip-canvas': 'var(--mantine-color-gray-0)',
    '--scrip-line': 'var(--mantine-color-gray-2)',
    '--scrip-skeleton': '#e9eeec',
    '--scrip-field': '#ffffff',
    '--scrip-edge': 'var(--mantine-color-gray-5)',
    '--scrip-track': 'var(--mantine-color-gray-1)',
    '--scrip-chosen': '#ffffff',
    '--scrip-hover': '#f2f6f4',
    '--scrip-code': '#f4f7f5',
    '--scrip-negative': '#b42318',
    '--scrip-positive': '#0f6b4f',
  },
  dark: {
    ...darkTints,
    '--mantine-primary-color-contrast': '#06251b',
    '--scrip-on-spruce': '#06251b',
    '--scrip-on-amber': '#2b1c02',
    '--scrip-on-iris': '#130e2e',
    '--scrip-on-red': '#2f0906',
    '--mantine-color-body': '#141a18',
    '--mantine-color-text': '#e3e9e6',
    '--mantine-color-dimmed': '#9aa6a1',
    '--mantine-color-error': '#ff8a80',
    '--mantine-color-placeholder': '#87938e',
    '--mantine-color-anchor': 'var(--mantine-color-spruce-3)',
    '--mantine-color-default': '#1b2220',
    '--mantine-color-default-hover': '#232b29',
    '--mantine-color-default-border': '#3f4a46',
    '--combobox-chevron-color': 'var(--mantine-color-dimmed)',
    '--scrip-operator': 'var(--mantine-color-iris-3)',
    '--scrip-canvas': '#0e1211',
    '--scrip-line': '#2f3935',
    '--scrip-skeleton': '#222a27',
    '--scrip-field': '#1b2220',
    '--scrip-edge': '#6f7c77',
    '--scrip-track': '#27302d',
    '--scrip-chosen': '#46524d',
    '--scrip-hover': '#1d2522',
    '--scrip-code': '#0f1413',
    '--scrip-negative': '#ff9b90',
    '--scrip-positive': '#6fd3ae',
  },
})
