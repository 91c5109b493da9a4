// What empty cells of agreements mean, for reasons that several columns share.

export const notReviewed = {
  sv: 'Medborgarlöftet är katalogiserat, inte transkriberat, eller så är det ett utkast som ingen har granskat.',
  en: 'The agreement is catalogued, not transcribed, or it is an unreviewed draft.',
}

export const notCounted = {
  sv: 'Oklart, eller så är medborgarlöftet transkriberat: räkna då raderna.',
  en: 'Unclear, or the agreement is transcribed: then count the rows.',
}

export const transcribed = {
  sv: 'Medborgarlöftet är transkriberat: läs dess löften.',
  en: 'The agreement is transcribed: read its promises.',
}
