import { addressOf, pathsOf } from '../../site/addresses.ts'
import { pageKind } from '../../site/page-kind.ts'
import { type Explored, explore } from '../explore/explored.ts'
import { searchOf, viewNames } from '../explore/view.ts'
import { framedChart } from './embed.ts'

/** The chart of a view in a frame of another site, with the newest data. */
export const exploreEmbedPage = pageKind<Explored>({
  name: 'explore-embed',
  paths: pathsOf('exploreEmbed'),
  summary: { sv: 'Ett urval att bädda in.', en: 'A selection to embed.' },
  search: viewNames,
  examples: ['/utforska/inbaddning/', '/utforska/inbaddning/?visa=avtal&efter=lan'],
  isEmbed: true,
  read: explore,
  page: ({ view, chart }, setting) => ({
    title: chart.title[setting.language],
    description: chart.says(setting.language),
    isUnlisted: true,
    main: framedChart(chart, {
      ...setting,
      href: `${addressOf(setting.language, 'explore')}${searchOf(view)}`,
    }),
  }),
})
