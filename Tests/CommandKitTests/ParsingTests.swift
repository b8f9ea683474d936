import CommandKit
import Testing

struct ParsingCase: Sendable, CustomTestStringConvertible {
  var arguments: [String]
  var output: String
  var testDescription: String { arguments.joined(separator: " ") }

  init(_ arguments: String..., gives output: String) {
    self.arguments = arguments
    self.output = output
  }
}

@Test(
  "a command line gives each parameter its value",
  arguments: [
    ParsingCase("lend", "Emma", "--to", "Ann", gives: "Emma|1|-|[\"Ann\"]|[]|-|false|false"),
    ParsingCase("lend", "--to=Ann", "Emma", "3", "csv", "-y", gives: "Emma|3|csv|[\"Ann\"]|[]|-|true|false"),
    ParsingCase(
      "lend", "-t", "Ann", "-tBob", "-t=Eve", "E", gives: "E|1|-|[\"Ann\", \"Bob\", \"Eve\"]|[]|-|false|false"
    ),
    ParsingCase("lend", "-yq", "E", "-yqtAnn", gives: "E|1|-|[\"Ann\"]|[]|-|true|true"),
    ParsingCase(
      "lend", "-t", "A", "--note=", "--note", "a=b", "E", gives: "E|1|-|[\"A\"]|[\"\", \"a=b\"]|-|false|false"
    ),
    ParsingCase("lend", "--to", "Ann", "--", "--odd", gives: "--odd|1|-|[\"Ann\"]|[]|-|false|false"),
    ParsingCase("lend", "--to", "Ann", "--", "E", "--", gives: ""),
    ParsingCase("lend", "E", "-4", "--to", "-5", gives: "E|-4|-|[\"-5\"]|[]|-|false|false"),
    ParsingCase("lend", "1204..1260", "--to", "-", gives: "1204..1260|1|-|[\"-\"]|[]|-|false|false"),
    ParsingCase(
      "lend", "- and then, you know", "--to", "-- I mean",
      gives: "- and then, you know|1|-|[\"-- I mean\"]|[]|-|false|false"),
    ParsingCase("lend", "-well, no", "--to", "é", gives: "-well, no|1|-|[\"é\"]|[]|-|false|false"),
    ParsingCase("lend", "", "--to", "", gives: "|1|-|[\"\"]|[]|-|false|false"),
    ParsingCase("book", "import", "a", "b c", gives: "a|b c"),
    ParsingCase("books", "import", "a", gives: "a"),
    ParsingCase("move", "a", "b", "cellar", gives: "a+b to cellar"),
    ParsingCase("move", "a", "cellar", gives: "a to cellar"),
    ParsingCase("move", "a", "--slowly", "cellar", gives: "a to cellar, slowly"),
    ParsingCase("copy", gives: "typed"),
  ])
func values(parsing: ParsingCase) {
  let answer = answer(parsing.arguments)
  guard !parsing.output.isEmpty else {
    #expect(answer.status == 64)
    return
  }
  #expect(answer.errors == "")
  #expect(answer.output == parsing.output + (parsing.arguments == ["copy"] ? "" : "\n"))
}

@Test(
  "flags, defaults and shared options have their values",
  arguments: [
    ParsingCase(gives: "borrower=true reversed=false old=- n=0 weight=- shelf=- format=table"),
    ParsingCase(
      "--no-borrower", "--reversed",
      gives: "borrower=false reversed=true old=- n=0 weight=- shelf=- format=table"),
    ParsingCase(
      "--no-borrower", "--borrower",
      gives: "borrower=true reversed=false old=- n=0 weight=- shelf=- format=table"),
    ParsingCase(
      "--no-old", "-n5", gives: "borrower=true reversed=false old=false n=5 weight=- shelf=- format=table"),
    ParsingCase(
      "--old", "--weight", "-1.5",
      gives: "borrower=true reversed=false old=true n=0 weight=-1.5 shelf=- format=table"),
    ParsingCase(
      "-s", "a b", "--format", "json",
      gives: "borrower=true reversed=false old=- n=0 weight=- shelf=a b format=json"),
    ParsingCase(
      "--secret", "x", "--min-loans=7",
      gives: "borrower=true reversed=false old=- n=7 weight=- shelf=- format=table"),
  ])
func flags(parsing: ParsingCase) {
  let answer = answer(["book", "list"] + parsing.arguments)
  #expect(answer.status == 0)
  #expect(answer.output.split(separator: "\n").joined(separator: " ") == parsing.output)
}

@Test("every text of up to four characters of dashes, letters and signs is read or refused, never lost")
func shortTexts() {
  var texts = [""]
  for _ in 0..<4 {
    texts += texts.flatMap { text in ["-", "=", "y", "t", "é", "1", " "].map { text + $0 } }
  }
  #expect(texts.count > 2000)
  for text in Set(texts) {
    let value = answer(["lend", "--to", "Ann", "--note=" + text, "--", text])
    #expect(value.output == "\(text)|1|-|[\"Ann\"]|[\(String(reflecting: text))]|-|false|false\n")
    let free = answer(["lend", "--to", "Ann", text])
    #expect(free.status == 0 || (free.status == 64 && text.hasPrefix("-")), "\(text)")
  }
}
