/** Verbs that commit somebody to something. */
const MODALS = /(?<!\p{L})(?:ska|skall|bör|kommer|lovar|fortsätter)(?!\p{L})/gu
/** What follows some of them where they commit: "kommer under 2018 att", "kommer polisen". */
const GOES_ON: { readonly [verb: string]: RegExp } = {
  kommer:
    /^ +(?:(?:[\p{L}\d–-]+ +){0,10}att(?!\p{L})|(?:polisen|kommunen|vi)(?!\p{L})|(?:också |även |fortsatt )?\p{L}{3,}a(?!\p{L}))/u,
  fortsätter: /^ +(?:[\p{L}-]+ +){0,4}att(?!\p{L})/u,
}
const REACH = 160
const CLAUSE_BEGINS = /[,;:–(]/
/** What makes a verb's clause a subordinate one: "för att brott ska förebyggas", "platser som ska …". */
const SUBORDINATE =
  /(?<!\p{L})(?:(?<!(?:innebär|betyder|lovar|överens om|enats om|beslutat) )att|som|där|hur|vad|vilk[ae]n?t?|eftersom)(?!\p{L})(?!.*(?<!\p{L})(?:att|som|där)(?!\p{L}))(.*)$/u
/** A verb between the two ends the subordinate clause: "platser som är otrygga ska …". */
const ENDED =
  /(?<!\p{L})(?:är|har|blir|finns|kan|får|vill|bor|rör|begår|gör|gäller|visar|\p{L}{2,}(?<!en|et|na|ar|er|or)s)(?!\p{L})/u
/** In a main clause that does not begin with its subject, the subject follows the verb: "För att nå dit ska polisen …". */
const INVERTED =
  /^ +(?:polis|kommun|vi(?!\p{L})|det(?!\p{L})|de(?!\p{L})|detta|dessa|den(?!\p{L})|löftet|medborgarlöftet|insatser|aktiviteter|åtgärder|skol|social|parter)/u

/** Whether words say that somebody is to do something; not if they say it in a subordinate clause. */
export function saysCommitment(words: string): boolean {
  for (const { index, 0: verb } of words.matchAll(MODALS)) {
    const after = words.slice(index + verb.length, index + REACH)
    if (GOES_ON[verb]?.test(after) === false) continue
    const clause =
      words
        .slice(Math.max(0, index - REACH), index)
        .split(CLAUSE_BEGINS)
        .at(-1) ?? ''
    const subordinate = SUBORDINATE.exec(clause)
    if (subordinate === null || ENDED.test(subordinate[1] ?? '') || INVERTED.test(after)) return true
  }
  return false
}
