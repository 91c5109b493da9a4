// A multinomial logistic regression: for each class the weights of an example's features are summed, and the sums are
// turned into probabilities. It learns by gradient descent from zero, so that the same examples give the same weights.

/** What has been learnt: the weight of each feature for each class. */
export interface Weights {
  readonly [feature: string]: readonly number[]
}

/** A training example: its features, and its class. */
export interface LabelledFeatures {
  readonly features: readonly string[]
  readonly label: number
}

const ROUNDS = 300
const STEP = 0.5
/** How strongly weights are pulled to zero in each round, so that rare features count little. */
const PULL = 0.001
/** A feature with fewer examples than this is left out. */
const FEWEST = 5

/** Learns the weights of the features of examples. */
export function learn(examples: readonly LabelledFeatures[], classes: number): Weights {
  const counts = new Map<string, number>()
  for (const feature of examples.flatMap(({ features }) => features))
    counts.set(feature, (counts.get(feature) ?? 0) + 1)
  const names = [...counts].filter(([, count]) => count >= FEWEST).map(([name]) => name)
  const weights = new Map(names.sort().map((name) => [name, Array<number>(classes).fill(0)]))
  // Each example with the weights of its features, which are updated below.
  const rows = examples.map(({ features, label }) => {
    const own = features.map((feature) => weights.get(feature)).filter((each) => each !== undefined)
    return { own, label }
  })
  const rate = STEP / (10 * Math.sqrt(examples.length))
  for (let round = 0; round < ROUNDS; round++) {
    const steps = rows.map(({ own, label }) =>
      classShares(own, classes).map((share, at) => rate * ((at === label ? 1 : 0) - share)),
    )
    for (const own of weights.values())
      for (const [at, weight] of own.entries()) own[at] = weight * (1 - PULL)
    for (const [index, { own }] of rows.entries())
      for (const each of own) addWeights(each, steps[index] ?? [])
  }
  return Object.fromEntries([...weights].map(([name, own]) => [name, own.map(roundedWeight)]))
}

function roundedWeight(weight: number): number {
  return Math.round(weight * 1000) / 1000
}

/** The probability of each class for some features. */
export function probabilities(weights: Weights, features: readonly string[], classes: number): number[] {
  const own = features.filter((feature) => Object.hasOwn(weights, feature))
  return classShares(
    own.map((feature) => weights[feature] ?? []),
    classes,
  )
}

function classShares(weights: readonly (readonly number[])[], classes: number): number[] {
  const sums = Array<number>(classes).fill(0)
  for (const own of weights) addWeights(sums, own)
  const most = Math.max(...sums)
  const powers = sums.map((sum) => Math.exp(sum - most))
  const all = powers.reduce((sum, each) => sum + each, 0)
  return powers.map((each) => each / all)
}

function addWeights(sums: number[], numbers: readonly number[]): void {
  for (let at = 0; at < sums.length; at++) sums[at] = (sums[at] ?? 0) + (numbers[at] ?? 0)
}
