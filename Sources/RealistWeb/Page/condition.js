// Conditions as text: `profession = 'nurse' and band >= 4`, written from rows and read back into rows where they are that simple.

const comparisons = ["=", "!=", ">=", "<=", ">", "<", "contains", "is empty", "is not empty"];
const words = /^[^\s(),'"`=!<>]+$/u;
const reserved = new Set(["and", "or", "not", "in", "is", "contains", "empty"]);

export function comparisonsOf(kind) {
  return kind === "number" || kind === "date" ? comparisons : comparisons.filter((sign) => !/^[<>]/.test(sign));
}

export const comparisonWords = {
  "=": "is", "!=": "is not", ">=": "is at least", "<=": "is at most", ">": "is more than", "<": "is less than",
  contains: "contains", "is empty": "has no value", "is not empty": "has a value",
};

function fieldText(name) {
  if (words.test(name) && !reserved.has(name.toLowerCase())) return name;
  return "`" + name.replaceAll("`", "``") + "`";
}

function valueText(value) {
  const plain = words.test(value) && !reserved.has(value.toLowerCase());
  return plain ? value : "'" + value.replaceAll("'", "''") + "'";
}

// Rows `{field, comparison, value}` as one condition; rows without a field or without a needed value are left out.
export function conditionText(rows) {
  return rows
    .filter((row) => row.field && (row.comparison.startsWith("is ") || row.value !== ""))
    .map((row) => {
      const start = `${fieldText(row.field)} ${row.comparison}`;
      return row.comparison.startsWith("is ") ? start : `${start} ${valueText(row.value)}`;
    })
    .join(" and ");
}

// The rows of a condition that is comparisons joined by `and`; null for any other, which is edited as text.
export function conditionRows(text) {
  const tokens = tokensOf(text);
  if (!tokens) return null;
  const rows = [];
  let at = 0;
  while (at < tokens.length) {
    if (rows.length && tokens[at++]?.plain.toLowerCase() !== "and") return null;
    const row = readRow(tokens, at);
    if (!row) return null;
    rows.push(row);
    at = row.next;
  }
  return rows.map(({ field, comparison, value }) => ({ field, comparison, value }));
}

function readRow(tokens, start) {
  const field = tokens[start];
  if (!field || (!field.isQuoted && reserved.has(field.plain.toLowerCase()))) return null;
  const rest = tokens.slice(start + 1, start + 4).map((token) => token.plain.toLowerCase());
  if (rest[0] === "is" && rest[1] === "empty") return { field: field.plain, comparison: "is empty", value: "", next: start + 3 };
  if (rest[0] === "is" && rest[1] === "not" && rest[2] === "empty") {
    return { field: field.plain, comparison: "is not empty", value: "", next: start + 4 };
  }
  const comparison = rest[0];
  const value = tokens[start + 2];
  if (!comparisons.includes(comparison) || comparison.startsWith("is ") || !value) return null;
  return { field: field.plain, comparison, value: value.plain, next: start + 3 };
}

function tokensOf(text) {
  const tokens = [];
  const pattern = /\s+|'((?:[^']|'')*)'|"((?:[^"]|"")*)"|`((?:[^`]|``)*)`|(!=|>=|<=|=|<|>)|([^\s(),'"`=!<>]+)/uy;
  while (pattern.lastIndex < text.length) {
    const match = pattern.exec(text);
    if (!match) return null;
    if (/^\s/.test(match[0])) continue;
    const [single, double, back] = [match[1], match[2], match[3]];
    if (single !== undefined) tokens.push({ plain: single.replaceAll("''", "'"), isQuoted: true });
    else if (double !== undefined) tokens.push({ plain: double.replaceAll('""', '"'), isQuoted: true });
    else if (back !== undefined) tokens.push({ plain: back.replaceAll("``", "`"), isQuoted: true });
    else tokens.push({ plain: match[0], isQuoted: false });
  }
  return tokens;
}
