/**
 * Mantine in our look: its variables point at our tokens, its filled, light and subtle
 * buttons take brand colours in both schemes (its own choice of text on mint was too pale
 * to read). Sizes and shapes of the components stand in mantine.css.
 */
import {
  createTheme,
  defaultVariantColorsResolver,
  type CSSVariablesResolver,
  type MantineColorsTuple,
  type VariantColorsResolver,
} from '@mantine/core'

const spruce: MantineColorsTuple = [
  '#eaf5f1',
  '#d6ebe4',
  '#b0dccd',
  '#7fcfb8',
  '#4fb399',
  '#2a937a',
  '#177562',
  '#0f6152',
  '#0c4f43',
  '#083a31',
]
const dark: MantineColorsTuple = [
  '#e8ecea',
  '#b3bdb9',
  '#8f9a96',
  '#5f6b67',
  '#3b4542',
  '#2d3633',
  '#222a28',
  '#161c1a',
  '#0f1413',
  '#0a0e0d',
]
const stone: MantineColorsTuple = [
  '#faf9f6',
  '#f3f2ee',
  '#e8e6df',
  '#d8d5cc',
  '#b9b7ae',
  '#8b938f',
  '#5c6763',
  '#4b5653',
  '#333d3a',
  '#1b2422',
]

export const fontSans = "'Inter Variable', Inter, system-ui, 'Segoe UI', Roboto, Arial, sans-serif"
export const fontSerif = "'Source Serif 4 Variable', 'Source Serif 4', Georgia, 'Times New Roman', serif"

const border = '1px solid transparent'

const variantColorResolver: VariantColorsResolver = (input) => {
  const ours = !input.color || input.color === 'spruce' || input.color === input.theme.primaryColor
  const danger = input.color === 'danger'
  if (input.variant === 'filled' && ours)
    return {
      background: 'var(--brand-fill)',
      hover: 'var(--brand-fill-hover)',
      color: 'var(--on-brand)',
      hoverColor: 'var(--on-brand)',
      border,
    }
  if (input.variant === 'filled' && danger)
    return {
      background: 'var(--overdue-ground)',
      hover: 'var(--overdue-ground)',
      color: 'var(--overdue)',
      hoverColor: 'var(--overdue)',
      border,
    }
  if (input.variant === 'light' && ours)
    return {
      background: 'var(--soft2)',
      hover: 'var(--soft2-hover)',
      color: 'var(--soft-ink)',
      hoverColor: 'var(--soft-ink)',
      border,
    }
  if (input.variant === 'light' && danger)
    return { background: 'var(--danger-soft)', hover: 'var(--danger-soft)', color: 'var(--danger)', border }
  if (input.variant === 'subtle' && ours)
    return {
      background: 'transparent',
      hover: 'var(--soft)',
      color: 'var(--brand)',
      hoverColor: 'var(--brand)',
      border,
    }
  if (input.variant === 'subtle' && danger)
    return { background: 'transparent', hover: 'var(--danger-soft)', color: 'var(--danger)', border }
  if (input.variant === 'transparent' && ours)
    return { background: 'transparent', hover: 'transparent', color: 'var(--brand)', border }
  if (input.variant === 'outline' && ours)
    return {
      background: 'transparent',
      hover: 'var(--soft)',
      color: 'var(--brand)',
      border: '1px solid var(--brand)',
    }
  return defaultVariantColorsResolver(danger ? { ...input, color: 'var(--danger)' } : input)
}

const shared = {
  '--mantine-color-body': 'var(--surface)',
  '--mantine-color-text': 'var(--ink)',
  '--mantine-color-bright': 'var(--ink)',
  '--mantine-color-dimmed': 'var(--ink3)',
  '--mantine-color-placeholder': 'var(--ink3)',
  '--mantine-color-error': 'var(--danger)',
  '--mantine-color-anchor': 'var(--brand)',
  '--mantine-color-default': 'var(--raised)',
  '--mantine-color-default-hover': 'var(--hover)',
  '--mantine-color-default-color': 'var(--ink)',
  '--mantine-color-default-border': 'var(--line2)',
  '--mantine-color-disabled': 'var(--calm-ground)',
  '--mantine-color-disabled-color': 'var(--ink3)',
  '--mantine-color-disabled-border': 'var(--line)',
  '--mantine-primary-color-filled': 'var(--brand-fill)',
  '--mantine-primary-color-filled-hover': 'var(--brand-fill-hover)',
  '--mantine-primary-color-contrast': 'var(--on-brand)',
  '--mantine-primary-color-light': 'var(--soft)',
  '--mantine-primary-color-light-hover': 'var(--soft2)',
  '--mantine-primary-color-light-color': 'var(--soft-ink)',
  '--mantine-color-spruce-filled': 'var(--brand-fill)',
  '--mantine-color-spruce-light': 'var(--soft)',
  '--mantine-color-spruce-light-hover': 'var(--soft2)',
  '--mantine-color-spruce-light-color': 'var(--soft-ink)',
}

export const cssVariablesResolver: CSSVariablesResolver = () => ({
  variables: {},
  light: shared,
  dark: shared,
})

export const theme = createTheme({
  colors: { spruce, dark, stone },
  primaryColor: 'spruce',
  primaryShade: { light: 7, dark: 3 },
  black: '#1b2422',
  fontFamily: fontSans,
  headings: { fontFamily: fontSans, fontWeight: '640', textWrap: 'balance' },
  // Staff screens are dense, the panel is generous: the class on <html> decides (app.css).
  fontSizes: {
    xs: 'var(--text-xs)',
    sm: 'var(--text-sm)',
    md: 'var(--text-md)',
    lg: 'var(--text-lg)',
    xl: 'var(--text-xl)',
  },
  spacing: { xs: '6px', sm: '8px', md: '12px', lg: '16px', xl: '24px' },
  radius: { xs: '4px', sm: '6px', md: '8px', lg: '12px', xl: '16px' },
  defaultRadius: 'sm',
  shadows: {
    xs: 'var(--shadow-1)',
    sm: 'var(--shadow-1)',
    md: 'var(--shadow-2)',
    lg: 'var(--shadow-2)',
    xl: 'var(--shadow-2)',
  },
  cursorType: 'pointer',
  respectReducedMotion: true,
  variantColorResolver,
  components: {
    ActionIcon: { defaultProps: { variant: 'subtle', size: 'md' } },
    Badge: { defaultProps: { variant: 'light', radius: 5 } },
    Checkbox: { defaultProps: { size: 'sm' } },
    Drawer: {
      defaultProps: {
        overlayProps: { color: 'var(--scrim)', backgroundOpacity: 1 },
        transitionProps: { duration: 220, timingFunction: 'cubic-bezier(.2,.8,.2,1)' },
      },
    },
    Menu: {
      defaultProps: {
        shadow: 'md',
        radius: 'lg',
        offset: 6,
        transitionProps: { duration: 160, transition: 'fade' },
        // A menu may hold nothing but its items; the first of them takes the focus.
        withInitialFocusPlaceholder: false,
      },
    },
    Modal: {
      defaultProps: {
        radius: 'lg',
        centered: true,
        overlayProps: { color: 'var(--scrim)', backgroundOpacity: 1 },
        transitionProps: { duration: 160, transition: 'fade' },
      },
    },
    Popover: {
      defaultProps: {
        shadow: 'md',
        radius: 'lg',
        offset: 6,
        withinPortal: true,
        transitionProps: { duration: 160, transition: 'fade' },
      },
    },
    Select: {
      defaultProps: {
        checkIconPosition: 'right',
        allowDeselect: false,
        comboboxProps: { shadow: 'md', radius: 'md' },
      },
    },
    SegmentedControl: { defaultProps: { radius: 'md' } },
    Table: { defaultProps: { verticalSpacing: 8, horizontalSpacing: 12 } },
    Tabs: { defaultProps: { keepMounted: false } },
    Tooltip: {
      defaultProps: {
        openDelay: 350,
        radius: 'sm',
        withArrow: false,
        events: { hover: true, focus: true, touch: false },
        transitionProps: { duration: 120 },
      },
    },
  },
})
