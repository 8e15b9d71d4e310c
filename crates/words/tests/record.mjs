// Records what ICU says of numbers in the languages of the page: `node crates/words/tests/record.mjs > crates/words/tests/icu.tsv`.
// A line is a language, a number, its plural form, and how it is written with the digits 0 to 9.
const counts = new Set([...Array(131).keys(), 199, 200, 201, 202, 203, 211, 999, 1000, 1001, 1002, 1234, 9999, 10000, 10003, 12345, 100000, 123456, 999999, 1000000, 1000001, 2000000, 12345678, 1000000000, 9007199254740991]);
for (const code of ["en", "es", "zh", "hi", "ar"]) {
  const forms = new Intl.PluralRules(code);
  const writing = new Intl.NumberFormat(`${code}-u-nu-latn`);
  for (const count of counts) console.log([code, count, forms.select(count), writing.format(count)].join("\t"));
}
