// The packs that come with the product, none of them verified: an admin reads the text and confirms before one stops anybody.
import type { PolicyPack } from '../pack.ts'
import { anhui2025 } from './anhui2025.ts'
import { beijing2019 } from './beijing2019.ts'
import { fujian2018 } from './fujian2018.ts'
import { guizhou2018 } from './guizhou2018.ts'
import { hubei2018 } from './hubei2018.ts'
import { national32 } from './national32.ts'
import { railway2025 } from './railway2025.ts'
import { shandong2019 } from './shandong2019.ts'

export const shippedPacks: readonly PolicyPack[] = [
  national32,
  anhui2025,
  beijing2019,
  fujian2018,
  guizhou2018,
  hubei2018,
  shandong2019,
  railway2025,
]
