/** How much data there is to be. */
export interface Size {
  readonly agreements: number
  readonly promises: number
  readonly activities: number
}

const S: Size = { agreements: 1_500, promises: 5_000, activities: 30_000 }

/**
 * The sizes of the data. L has a hundred times the agreements, promises and activities of S, in the same 290
 * municipalities: their codes have four digits, of which the first two are the county's, so 29,000 will not fit.
 */
export const sizes = {
  S,
  L: { agreements: 100 * S.agreements, promises: 100 * S.promises, activities: 100 * S.activities },
} as const satisfies { [name: string]: Size }

export type SizeName = keyof typeof sizes
