import { formats } from '../formats.ts'
import type { In } from '../language.ts'

const sv = {
  title: 'Lika ord',
  says: (pairs: number, agreements: number) =>
    pairs === 0
      ? 'Bland de löften som vi har skrivit av ord för ord finns inga i olika avtal med nästan samma ord.'
      : `Bland de löften som vi har skrivit av ord för ord finns ${formats.sv.count(pairs, { one: 'ett par', other: 'par' })} i olika avtal med nästan samma ord. De står i ${formats.sv.count(agreements, { one: 'ett avtal', other: 'avtal' })}.`,
  note: 'Bara orden jämförs, inte innehållet. Löften kan likna varandra för att de är skrivna efter samma mall, förnyade eller gjorda inom samma polisområde. De flesta löften har vi bara sammanfattat: deras ord jämförs inte här.',
  marked: 'Markerade ord står i båda texterna, i samma ordning.',
  promise: 'Löfte',
  activity: 'Aktivitet',
  similarity: (share: number) =>
    `Likhet ${new Intl.NumberFormat('sv-SE', { style: 'percent' }).format(share)} av bokstavsföljderna`,
  pair: (one: string, other: string) => `${one} och ${other}`,
}

/** The texts of the page of similar wordings. */
export const alikeTexts: In<typeof sv> = {
  sv,
  en: {
    title: 'Worded alike',
    says: (pairs, agreements) =>
      pairs === 0
        ? 'Among the promises that we have transcribed word for word none in different agreements have nearly the same words.'
        : `Among the promises that we have transcribed word for word there ${pairs === 1 ? 'is' : 'are'} ${formats.en.count(pairs, { one: 'one pair', other: 'pairs' })} in different agreements with nearly the same words. They stand in ${formats.en.count(agreements, { one: 'one agreement', other: 'agreements' })}.`,
    note: 'Words are compared, not contents. Promises may be alike since they were written from one model, renewed, or made within one police area. Most promises we have only summarised: their words are not compared here.',
    marked: 'Marked words stand in both texts, in the same order. The texts are in Swedish.',
    promise: 'Promise',
    activity: 'Activity',
    similarity: (share) =>
      `Similarity ${new Intl.NumberFormat('en-GB', { style: 'percent' }).format(share)} of letter sequences`,
    pair: (one, other) => `${one} and ${other}`,
  },
}
