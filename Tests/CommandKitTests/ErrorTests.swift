import CommandKit
import Testing

struct ErrorCase: Sendable, CustomTestStringConvertible {
  var line: String
  var status: Int32
  var errors: String
  var testDescription: String { line }

  init(_ line: String, _ errors: String) {
    self.init(line, 64, errors)
  }

  init(_ line: String, _ status: Int32, _ errors: String) {
    self.line = line
    self.status = status
    self.errors = errors
  }
}

private let lendUsage = "library lend TITLE [COPIES] [REASON] --to PERSON... [options]"

@Test(
  "a command line that cannot be understood is explained with a hint",
  arguments: [
    ErrorCase("boo", "unknown command 'library boo'\nhint: did you mean 'library book'?"),
    ErrorCase("xyzzy", "unknown command 'library xyzzy'\nhint: see: library --help"),
    ErrorCase(
      "book improt", "unknown command 'library book improt'\nhint: did you mean 'library book import'?"),
    ErrorCase("help book lst", "unknown command 'library book lst'\nhint: did you mean 'library book list'?"),
    ErrorCase(
      "--shelf=x book list",
      "option '--shelf=x' stands before the command\nhint: put it after the command: library COMMAND --shelf=x"
    ),
    ErrorCase("book list --borower", "unknown option '--borower'\nhint: did you mean --borrower?"),
    ErrorCase("book list --no-borower", "unknown option '--no-borower'\nhint: did you mean --no-borrower?"),
    ErrorCase("book list --form csv", "unknown option '--form'\nhint: did you mean --format?"),
    ErrorCase("book list --secre x", "unknown option '--secre'\nhint: see: library book list --help"),
    ErrorCase("book list -format", "unknown option '-format'\nhint: did you mean --format?"),
    ErrorCase("book list -x", "unknown option '-x'\nhint: see: library book list --help"),
    ErrorCase("lend E -yxq", "unknown option '-x'\nhint: see: library lend --help"),
    ErrorCase("lend --to Ann", "missing argument TITLE\nhint: usage: \(lendUsage)"),
    ErrorCase("lend E", "missing option --to PERSON\nhint: usage: \(lendUsage)"),
    ErrorCase("move a", "missing argument PLACE\nhint: usage: library move TITLE... PLACE [options]"),
    ErrorCase(
      "lend --to -- E",
      "option --to needs a value\nhint: write --to PERSON, or --to=PERSON when the value begins with a dash"),
    ErrorCase("book import", "missing argument FILE\nhint: usage: library book import FILE..."),
    ErrorCase(
      "book list --shelf",
      "option --shelf needs a value\nhint: write --shelf FILE, or --shelf=FILE when the value begins with a dash"
    ),
    ErrorCase(
      "book list --shelf --reversed",
      "option --shelf needs a value\nhint: write --shelf FILE, or --shelf=FILE when the value begins with a dash"
    ),
    ErrorCase(
      "book list --reversed=1", "option --reversed takes no value\nhint: see: library book list --help"),
    ErrorCase(
      "book list x",
      "unexpected argument 'x'\nhint: put words that belong together into quotation marks; usage: library book list [options]"
    ),
    ErrorCase(
      "book list --shelf a -s b",
      "option --shelf is given more than once\nhint: see: library book list --help"),
    ErrorCase(
      "book list --format cvs",
      "bad value 'cvs' for --format\nhint: did you mean csv? permitted: table, csv, json"),
    ErrorCase("book list --format x", "bad value 'x' for --format\nhint: permitted: table, csv, json"),
    ErrorCase(
      "lend E two --to Ann",
      "bad value 'two' for COPIES: expected a whole number\nhint: see: library lend --help"),
    ErrorCase(
      "book list --weight nan",
      "bad value 'nan' for --weight: expected a number\nhint: see: library book list --help"),
    ErrorCase(
      "book list --min-loans 99999999999999999999",
      "bad value '99999999999999999999' for --min-loans: expected a whole number\nhint: see: library book list --help"
    ),
  ])
func usageErrors(error: ErrorCase) {
  let answer = answer(error.line.split(separator: " ").map { String($0) })
  #expect(
    answer == Answer(status: error.status, output: "", errors: "library: error: " + error.errors + "\n"))
}

@Test(
  "what a command throws becomes words and an exit status",
  arguments: [
    ErrorCase("presentable", 66, "library: error: shelf.txt:3: no such book\nhint: library book list\n"),
    ErrorCase(
      "unknown", 70,
      "library: error: internal error (CommandKitTests.Fail.Secretive)\nhint: this is a fault of the program; please report it with the command you ran\n"
    ),
    ErrorCase("status", 1, ""),
    ErrorCase("pipe", 0, ""),
    ErrorCase("disk", 74, "library: error: cannot write to standard output: No space left on device\n"),
  ])
func thrownErrors(error: ErrorCase) {
  #expect(answer(["fail", error.line]) == Answer(status: error.status, output: "", errors: error.errors))
}

@Test("a control character that was typed does not reach the terminal")
func controlCharacters() {
  #expect(answer(["book", "list", "\u{1B}[2J"]).errors.contains("'\u{FFFD}[2J'"))
  #expect(answer(["\u{1B}c"]).errors.contains("'library \u{FFFD}c'"))
}

@Test("a long text is shortened in a message")
func longTexts() {
  let errors = answer(["book", "list", String(repeating: "word ", count: 100)]).errors
  #expect(errors.contains("…'"))
  #expect(errors.count < 250)
}
