// Fluent's light and dark themes with our one accent, a calm red-brown.
import { createDarkTheme, createLightTheme, type BrandVariants, type Theme } from '@fluentui/react-components'

const redBrown: BrandVariants = {
  10: '#1a0405',
  20: '#330a0c',
  30: '#470d10',
  40: '#5a1014',
  50: '#6e1418',
  60: '#81191d',
  70: '#931f23',
  80: '#a4262c',
  90: '#b03c40',
  100: '#bb5255',
  110: '#c6686a',
  120: '#d18080',
  130: '#dc9898',
  140: '#e7b3b2',
  150: '#f1cfce',
  160: '#f9e9e9',
}

const fontFamilyBase = '"Segoe UI", "Microsoft YaHei", "PingFang SC", "Noto Sans SC", sans-serif'

export const theme: Theme = { ...createLightTheme(redBrown), fontFamilyBase }

/** Links of the brand's own dark shade are too dark to read on it. */
export const darkTheme: Theme = {
  ...createDarkTheme(redBrown),
  fontFamilyBase,
  colorBrandForegroundLink: redBrown[150],
  colorBrandForegroundLinkHover: redBrown[160],
  colorBrandForegroundLinkPressed: redBrown[140],
  colorBrandForeground1: redBrown[140],
}
