// What empty cells of agreements say, where several columns say the same.

export const notReviewed = {
  sv: 'Medborgarlöftet är katalogiserat, inte transkriberat, eller ett utkast som ingen granskat.',
  en: 'The agreement is catalogued, not transcribed, or a draft that nobody has reviewed.',
}

export const notCounted = {
  sv: 'Oklart, eller transkriberat: räkna då raderna.',
  en: 'Unclear, or transcribed: count the rows then.',
}

export const transcribed = {
  sv: 'Medborgarlöftet är transkriberat: läs dess löften.',
  en: 'The agreement is transcribed: read its promises.',
}
