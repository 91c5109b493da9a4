import type { Element } from 'domhandler'
import { childOf, childrenOf, ownText } from './xml.ts'

/** An equation on one line: "1/2", "10^2". */
export function equationWords(element: Element): string {
  const part = (name: string) => {
    const found = childOf(element, name)
    return found ? equationWords(found) : ''
  }
  switch (element.name) {
    case 't':
      return ownText(element)
    case 'f':
      return `${part('num')}/${part('den')}`
    case 'sSup':
      return `${part('e')}^${part('sup')}`
    case 'sSub':
      return `${part('e')}_${part('sub')}`
    case 'rad':
      return `√(${part('e')})`
    case 'd':
      return `(${childrenOf(element)
        .filter(({ name }) => name === 'e')
        .map(equationWords)
        .join(', ')})`
    default:
      return childrenOf(element)
        .filter(({ name }) => !name.endsWith('Pr'))
        .map(equationWords)
        .join('')
  }
}
