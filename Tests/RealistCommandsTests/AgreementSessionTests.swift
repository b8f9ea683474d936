import Foundation
import RealistModel
import Testing

@testable import RealistCommands

@Suite("Commands: agree")
struct AgreementSessionTests {
  let session: Session

  init() throws {
    session = try Session()
    let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appending(path: "Projects/support-workforce")
    #expect(session.run(words: ["build", folder.path(), "--output", "s.realist"]).status == 0)
  }

  @Test("agreement of two coders by code, with everything that has to be said with it")
  func byCode() {
    session.expect(
      """
      $ realist agree --source FG1 --source P04 --source P08-P09 --code outcomes/service --format markdown
      | Code | Codes | Iris Okafor | Tom Lindqvist | Agreement | Cohen κ | Krippendorff α | Gwet AC1 | Reading |
      | --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: | --- |
      | outcomes/service/retention | 1 | 1 | 0 | 99.9 % | 0.000 | -0.001 | 0.999 | not reliable |
      | outcomes/service/turnover | 1 | 3 | 3 | 99.6 % | 0.703 | 0.703 | 0.996 | tentative |
      | outcomes/service/registered-time-freed | 1 | 4 | 2 | 99.5 % | 0.570 | 0.570 | 0.995 | not reliable |
      | outcomes/service/work-handed-back | 1 | 2 | 2 | 99.7 % | 0.645 | 0.645 | 0.997 | not reliable |
      | outcomes/service/only-hard-work-left | 1 | 2 | 3 | 99.6 % | 0.707 | 0.706 | 0.995 | tentative |
      | all 5 codes | 5 | 12 | 10 | 99.7 % | 0.647 | 0.647 | 0.997 | not reliable |

      <sup>a</sup> 2 coders (Iris Okafor, Tom Lindqvist), 3 sources, 24,956 characters judged for each code, 49,912 pairable judgements, none missing.  
      <sup>b</sup> Several codes are pooled: the mean of what was observed against the mean of what chance expects (de Vries et al. 2008).  
      <sup>c</sup> Reading, of Krippendorff α: reliable from .800, tentative from .667 (Krippendorff 2004, section 11.4.4).  
      <sup>d</sup> Agreement: share of pairs of judgements that are the same; it ignores chance and never stands alone; Cohen κ: Cohen 1960; Krippendorff α: Krippendorff 2011; Gwet AC1: Gwet 2008.
      left out, used by none of the coders in these sources: 1 code
      """)
  }

  @Test("numbers for programs, to six digits, with the units; the summary goes to the screen")
  func forPrograms() {
    session.expect(
      """
      $ realist agree --source FG1 --source P08-P09 --code outcomes --zoom 2 --unit turn --format json
      [
      {"code":"outcomes/individual","codes":1,"codings_Iris Okafor":3,"codings_Tom Lindqvist":5,"units":146,"pairable":292,"percent":0.972603,"kappa":0.486819,"alpha":0.487676,"ac1":0.971060,"reading":"not reliable","undefined":[]},
      {"code":"outcomes/service","codes":1,"codings_Iris Okafor":6,"codings_Tom Lindqvist":8,"units":146,"pairable":292,"percent":0.993151,"kappa":0.919515,"alpha":0.919768,"ac1":0.992514,"reading":"reliable","undefined":[]},
      {"code":"outcomes/patients","codes":1,"codings_Iris Okafor":10,"codings_Tom Lindqvist":7,"units":146,"pairable":292,"percent":0.979452,"kappa":0.812980,"alpha":0.813262,"ac1":0.976921,"reading":"reliable","undefined":[]},
      {"code":"all 3 codes","codes":3,"codings_Iris Okafor":19,"codings_Tom Lindqvist":20,"units":438,"pairable":876,"percent":0.981735,"kappa":0.779373,"alpha":0.779837,"ac1":0.980089,"reading":"tentative","undefined":[]}
      ]
      left out, used by none of the coders in these sources: 1 code
      2 coders (Iris Okafor, Tom Lindqvist), 2 sources, 146 turns judged for each code, 292 pairable judgements, none missing
      """)
  }

  @Test("the places where coders differ, side by side")
  func disagreements() {
    session.expect(
      """
      $ realist agree --source FG1 --source P08-P09 --code outcomes/service --disagreements --format csv
      Code,Source,Place,Finding,Iris Okafor,Tom Lindqvist,Agreed,Differing
      outcomes/service/turnover,P08-P09,5502..5557,only Tom Lindqvist,–,"If Jas goes, the voice list is back at twenty by spring",0,55
      outcomes/service/work-handed-back,P08-P09,2013..2061,other extent,so I'd leave them for her. So they'd wait a day.,So they'd wait a day.,21,27
      outcomes/service/work-handed-back,FG1,4937..5023,other extent,I gave back the two gentlemen on the Washes,"I gave back the two gentlemen on the Washes, I said I don't want to do them by myself.",43,43
      outcomes/service/only-hard-work-left,FG1,2600..2652,only Tom Lindqvist,–,the podiatrists are doing the ulcers and the surgery,0,52
      left out, used by none of the coders in these sources: 2 codes
      """)
  }

  @Test("a number is explained by its counts and its passages")
  func explained() {
    session.expect(
      """
      $ realist agree --source P04 --code outcomes/service/turnover --explain --format csv
      Code,Source,Place,Finding,Iris Okafor,Tom Lindqvist,Agreed,Differing,Numbers
      outcomes/service/turnover,P04,2215..2258,only Iris Okafor,she started looking at the midwifery course,–,0,43,"only Iris Okafor 43, nobody 6302 of 6345 units; Agreement 0.9932; Cohen κ (0.9932 − 0.9932) / (1 − 0.9932) = 0.0000; Krippendorff α (0.9932 − 0.9932) / (1 − 0.9932) = -0.0033; Gwet AC1 (0.9932 − 0.0068) / (1 − 0.0068) = 0.9932"
      """)
  }

  @Test("intervals are the same for the same seed")
  func intervals() {
    session.expect(
      """
      $ realist agree --source FG1 --source P04 --source P08-P09 --code outcomes/service/turnover --coefficient kappa --bootstrap 200 --seed 7 --format csv
      Code,Codes,Iris Okafor,Tom Lindqvist,Units,Pairable,Cohen κ,"Cohen κ, low","Cohen κ, high",Undefined
      outcomes/service/turnover,1,3,3,24956,49912,0.702845,0.000000,0.883746,
      2 coders (Iris Okafor, Tom Lindqvist), 3 sources, 24,956 characters judged for each code, 49,912 pairable judgements, none missing
      """)
  }

  @Test("codes as values of one variable")
  func unitizing() {
    session.expect(
      """
      $ realist agree --source FG1 --source P04 --by overall --coefficient u-alpha --coefficient u-binary --coefficient cu-alpha --coefficient ku-alpha --coefficient alpha-u --code outcomes/service/retention --code outcomes/service/turnover --format csv
      Code,Codes,Iris Okafor,Tom Lindqvist,Units,Pairable,uα,|uα,cuα,(k)uα,αU (2004),Reading,Undefined
      all 2 codes,2,3,1,16898,33796,0.684779,0.684534,,,0.820022,tentative,"cu-alpha: every judgement is the same, so there is nothing that chance could explain (0/0)"
      outcomes/service/retention,1,1,0,16898,33796,,,,,-0.005175,,ku-alpha: it was never used where two coders have marked
      outcomes/service/turnover,1,2,1,16898,33796,,,,,0.871408,,"ku-alpha: every judgement is the same, so there is nothing that chance could explain (0/0)"
      2 coders (Iris Okafor, Tom Lindqvist), 2 sources, 16,898 characters judged for each code, 33,796 pairable judgements, none missing
      $ realist agree --source FG1 --by overall --coefficient u-alpha --code outcomes/service
      left out, used by none of the coders in these sources: 2 codes
      realist: error: codings of one coder overlap in 1 place, so the codes are no values of one variable: FG1 2600..2652 (Tom Lindqvist: outcomes/service/registered-time-freed, outcomes/service/only-hard-work-left)
      hint: compare code by code: --by code; or name codes that exclude each other: --code PATH
      [exit 65]
      """)
  }

  @Test("a protocol fails with status 1, and an undefined coefficient does not pass it")
  func failUnder() {
    session.expect(
      """
      $ realist agree --source P08-P09 --code outcomes/service/turnover --coefficient alpha --fail-under 0.5 --format csv
      Code,Codes,Iris Okafor,Tom Lindqvist,Units,Pairable,Krippendorff α,Reading,Undefined
      outcomes/service/turnover,1,1,2,8058,16116,0.570230,not reliable,
      2 coders (Iris Okafor, Tom Lindqvist), 1 source, 8,058 characters judged for each code, 16,116 pairable judgements, none missing
      Krippendorff α: 0 of 1 row below 0.5
      $ realist agree --source P08-P09 --code outcomes/service/turnover --coefficient alpha --fail-under 0.9 --format csv
      Code,Codes,Iris Okafor,Tom Lindqvist,Units,Pairable,Krippendorff α,Reading,Undefined
      outcomes/service/turnover,1,1,2,8058,16116,0.570230,not reliable,
      2 coders (Iris Okafor, Tom Lindqvist), 1 source, 8,058 characters judged for each code, 16,116 pairable judgements, none missing
      Krippendorff α: 1 of 1 row below 0.9
      [exit 1]
      """)
  }

  @Test("what makes no sense is said, with what to do")
  func refused() {
    session.expect(
      """
      $ realist agree --fail-under 3
      realist: error: --fail-under: 3.0 is no agreement
      hint: coefficients lie between -1 and 1: --fail-under 0.8
      [exit 64]
      $ realist agree --bootstrap 0
      realist: error: --bootstrap: the number of resamples is at least 1 and at most 1000000
      hint: --bootstrap 1000
      [exit 64]
      $ realist agree --source FG1 --bootstrap 100
      left out, used by none of the coders in these sources: 42 codes
      realist: error: the interval is made by drawing sources again and again, and there is one to draw from
      hint: leave out --bootstrap, or let both coders code another source
      [exit 65]
      $ realist agree --source P05
      realist: error: only Tom Lindqvist has coded these sources: agreement compares two coders or more
      hint: let somebody else code the same sources: realist tag SOURCE "words" --code PATH --coder NAME
      [exit 65]
      $ realist agree other.realist
      realist: error: unexpected argument 'other.realist'
      hint: did you mean --study other.realist?
      [exit 64]
      $ realist agree --coder Iris
      realist: error: agreement compares two coders or more, and one is named
      hint: add another: --coder NAME
      [exit 64]
      $ realist agree --coder Iris --coder Bob
      realist: error: nobody named 'Bob' has coded
      hint: coders are Iris Okafor, Tom Lindqvist
      [exit 66]
      $ realist agree --coefficient cu-alpha
      realist: error: cu-alpha tells codes apart, so it compares several at once
      hint: add --by overall, and --code with a branch whose codes exclude each other
      [exit 64]
      $ realist agree --coefficient u-alpha --unit turn
      realist: error: u-alpha compares where passages begin and end, so no turn is judged as a whole
      hint: leave out --unit turn
      [exit 64]
      $ realist agree --by source --bootstrap 10
      realist: error: intervals are made by drawing sources, so there is none for one source
      hint: use --by code or --by overall
      [exit 64]
      $ realist agree --disagreements --explain
      realist: error: --disagreements and --explain exclude each other
      hint: --explain prints the disagreements too
      [exit 64]
      $ realist agree --coefficient kapa
      realist: error: bad value 'kapa' for --coefficient
      hint: did you mean kappa? permitted: percent, kappa, kappa-linear, kappa-quadratic, pi, fleiss, ac1, ac2-linear, ac2, s, alpha, alpha-ordinal, alpha-interval, alpha-ratio, alpha-u, u-alpha, u-binary, cu-alpha, ku-alpha
      [exit 64]
      $ realist agree --by overall --coefficient u-alpha --coefficient kappa
      realist: error: overall, u-alpha takes codes for values of one variable, the others pool them
      hint: ask for them in two commands
      [exit 64]
      """)
  }

  @Test("a study without codes, without codings, and of one coder")
  func little() throws {
    try session.write("P01: I felt safe there. We waited for hours.", to: "P01.txt")
    session.run(#"realist init little.realist --title "Little""#)
    session.expect(
      """
      $ realist agree --study little.realist
      realist: error: there is no code yet
      hint: add one: realist code add PATH
      [exit 65]
      $ realist saturation --study little.realist
      realist: error: there is no interview and no focus group yet
      hint: import one: realist source import FILE
      [exit 65]
      """)
    session.run("realist source import P01.txt --study little.realist")
    session.run("realist code add outcomes/care --study little.realist")
    session.expect(
      """
      $ realist agree --study little.realist
      realist: error: there is no coding yet
      hint: tag a passage: realist tag SOURCE "words of the passage" --code PATH
      [exit 65]
      $ realist saturation --study little.realist
      realist: error: no interview bears a coding yet
      hint: tag a passage: realist tag SOURCE "words of the passage" --code PATH
      [exit 65]
      """)
    session.run(#"realist tag P01 "I felt safe there" -c outcomes/care --study little.realist"#)
    session.expect(
      """
      $ realist agree --study little.realist
      realist: error: only Iris has coded: agreement compares two coders or more
      hint: let somebody else code the same sources: realist tag SOURCE "words" --code PATH --coder NAME
      [exit 65]
      $ realist saturation --study little.realist --bootstrap 100
      realist: error: 100 random orders cannot be tried: there is 1 interview with a coding, and base and run need 6
      hint: leave out --bootstrap, or ask for less: --base 2 --run 1
      [exit 65]
      $ realist saturation --study little.realist --format csv
      No.,Interview,Date,New,Repeated,So far,Run,New in run,Ratio
      1,P01,,1,0,1,,,
      saturation cannot be judged: base 4, run 2, threshold 5 % need 6 interviews, and there is 1
      """)
  }

  @Test("judgements from a table: Krippendorff's example, missing cells and all")
  func ratings() throws {
    try session.write(
      """
      unit,A,B,C,D
      1,1,1,,1
      2,2,2,3,2
      3,3,3,3,3
      4,3,3,3,3
      5,2,2,2,2
      6,1,2,3,4
      7,4,4,4,4
      8,1,1,2,1
      9,2,2,2,2
      10,,5,5,5
      11,,,1,1
      12,,3,,

      """, to: "ratings.csv")
    session.expect(
      """
      $ realist agree --ratings ratings.csv --coefficient alpha --coefficient alpha-ordinal --coefficient alpha-interval --coefficient alpha-ratio --coefficient ac1 --format csv
      Name,Coefficient,Value,Do,De,SE,Low,High,Reading,Published,Undefined
      alpha,Krippendorff α,0.743421,0.200000,0.779487,,,,tentative,Krippendorff 2011,
      alpha-ordinal,Krippendorff α (ordinal),0.815388,47.275000,256.076923,,,,reliable,Krippendorff 2011,
      alpha-interval,Krippendorff α (interval),0.849107,0.433333,2.871795,,,,reliable,Krippendorff 2011,
      alpha-ratio,Krippendorff α (ratio),0.797403,0.022433,0.110726,,,,tentative,Krippendorff 2011,
      ac1,Gwet AC1,0.775444,0.181818,0.809679,,,,,Gwet 2008,
      """)
  }

  @Test("tables of judgements that are none are refused at their line")
  func badRatings() throws {
    try session.write("unit,A\n1,2\n", to: "one.csv")
    try session.write("unit,A,B\n1,yes,no\n2,yes,yes,no\n", to: "long.csv")
    try session.write("unit,A,B\n1,yes,no\n", to: "names.csv")
    try session.write("unit,A,B\n1,yes,yes\n2,yes,yes\n", to: "same.csv")
    try session.write("unit,A,B\n", to: "none.csv")
    session.expect(
      """
      $ realist agree --ratings one.csv
      realist: error: one.csv: the table has 2 columns; a unit and two coders need three
      hint: begin it like: unit,Ana,Ben
      [exit 65]
      $ realist agree --ratings long.csv
      realist: error: long.csv:3: the row has 4 cells, and the table 3 columns
      [exit 65]
      $ realist agree --ratings names.csv --coefficient alpha-ordinal
      realist: error: names.csv:2: 'yes' is no number, and a weighted coefficient needs numbers
      hint: number the categories in their order, or ask for alpha
      [exit 65]
      $ realist agree --ratings same.csv --format csv --fail-under 0.5
      Name,Coefficient,Value,Do,De,SE,Low,High,Reading,Published,Undefined
      percent,Agreement,1.000000,0.000000,,,,,,share of pairs of judgements that are the same; it ignores chance and never stands alone,
      kappa,Cohen κ,,0.000000,0.000000,,,,,Cohen 1960,"every judgement is the same, so there is nothing that chance could explain (0/0)"
      alpha,Krippendorff α,,0.000000,0.000000,,,,,Krippendorff 2011,"every judgement is the same, so there is nothing that chance could explain (0/0)"
      ac1,Gwet AC1,,,,,,,,Gwet 2008,there is one category only
      Krippendorff α is undefined: every judgement is the same, so there is nothing that chance could explain (0/0)
      [exit 1]
      $ realist agree --ratings none.csv
      realist: error: none.csv: there is no unit in it
      hint: a unit a row, its name first
      [exit 65]
      $ realist agree --ratings absent.csv
      realist: error: absent.csv: the file cannot be read (No such file or directory)
      [exit 66]
      $ realist agree --ratings names.csv --disagreements
      realist: error: --ratings compares a table: what selects or shows passages of a study does not go with it
      hint: realist agree --ratings names.csv --coefficient alpha
      [exit 64]
      """)
  }
}
