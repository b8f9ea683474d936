/// The invented words that samples are made of.
enum SampleWords {
  /// Words of talk, the most frequent first.
  static let talk = frequent.map { ($0, $0.unicodeScalars.count) }

  /// A long tail of made-up words, which a full-text index has to carry as it carries names and misspellings.
  static let tail = (0..<3500).map { madeUp($0) }.map { ($0, $0.unicodeScalars.count) }

  private static func madeUp(_ number: Int) -> String {
    let syllables = [
      "ba", "cor", "den", "fil", "gra", "hem", "lin", "mor", "nes", "pol", "rit", "sta", "tul", "ver", "wick",
    ]
    var (rest, word) = (number + 225, "")
    while rest > 0 {
      word += syllables[rest % syllables.count]
      rest /= syllables.count
    }
    return word
  }

  static let professions = ["OT", "Physio", "Dietetics", "Podiatry", "Radiography"]
  static let regions = ["North", "South", "Coast"]

  static let themes = words(
    """
    trust time cover pay training supervision belonging pride guilt fear hope fatigue recognition autonomy
    clarity fairness voice safety distance workload rota vacancies budget policy leadership team handover
    documentation competence confidence progression retention recruitment quality access waiting continuity
    communication family culture language technology space equipment travel housing season
    apprenticeship college mentoring feedback delegation accountability risk learning wellbeing turnover
    """)

  static let contexts = [
    "posts are agreed before anybody enrols", "nobody covers the visits on college days",
    "the team has worked together for years", "the manager has done the job herself",
    "the nearest college is two hours away",
  ]
  static let mechanisms = [
    "people trust that it will last", "people feel that they let their colleagues down",
    "people see a next page", "people are proud of being asked", "people fear being blamed",
  ]
  static let outcomes = [
    "they stay in the service", "they give up the course", "visits take place as planned",
    "they take on new tasks", "patients see the same face twice",
  ]

  private static let frequent = words(
    """
    the and to it I you that of a was in we they is so but know have not do on for just like there what
    with be then this at think about don’t it’s them people because really one when had were as if would
    got all from out up she he or very going some get sort can my no well an been how more our did your
    which their go who me her quite mean see say time way said could much other two bit thing work
    something team day things lot even over year back always before never down good only right now why
    first after where being into come him came want most need last little make same went three feel
    didn’t felt whole thought kind week actually yeah okay maybe somebody everybody nobody managers
    manager ward visits patients patient service services training college cover rota band post posts
    role roles support worker workers clinic hospital community region team’s budget money months years
    weeks morning afternoon Monday Thursday meeting meetings supervision supervisor colleagues
    competencies skills confidence trust trusted safe unsafe tired proud angry relieved glad worried
    alone together listened heard ignored promised promise letter email phone car bus snow winter summer
    holiday children mother father neighbour village town city coast island ferry road house kitchen
    garden dog cat tea coffee café naïve rôle Zoë José résumé über piece paper signed unsigned signature
    form forms tick box boxes computer laptop password system systems chart charts notes note record
    records recording assessment assessments plan plans planning goal goals outcome outcomes referral
    referrals waiting list lists caseload discharge admission equipment hoist walker chair bed stairs
    splint exercise exercises balance falls fall fell stroke dementia memory speech swallow swallowing
    diet weight pain sleep mood anxious anxiety depressed family carer carers daughter son wife husband
    friend friends church shop shopping bank pharmacy nurse nurses doctor doctors therapist therapists
    physio dietitian podiatrist radiographer assistant assistants apprentice apprenticeship degree
    diploma certificate qualification qualified unqualified registered registration career careers
    progression progress pathway pathways ladder step steps stuck moving moved leave leaving left stay
    stayed staying join joined hire hired vacancy vacancies pay paid unpaid wage wages overtime shift
    shifts night nights weekend weekends tiring rewarding boring interesting difficult easy impossible
    possible fair unfair clear unclear honest fine great awful brilliant terrible lovely strange normal
    different similar 🙂 — … “exactly” ‘maybe’ 25% £300 8am half-past follow-up one-to-one day-to-day
    """)

  private static func words(_ text: String) -> [String] {
    text.split { $0 == " " || $0 == "\n" }.map { String($0) }
  }

  /// Pieces of one line that are hard to carry through files, markup and offsets.
  static let hardInLine = [
    "word", "two words", " ", "é", "e\u{301}", "🙂", "👨‍👩‍👧", "🇬🇧", "שלום", "مرحبا", "\u{200f}", "\u{200d}", "很安全",
    "“so”", "'", "\"", ",", ";",
    ":", "|", "\\", "*b*", "`c`", "<b>&amp;", "[x](y)", "{#id}", "(C)", "=1+1", "%s", "$HOME",
    "Z\u{351}\u{36b}\u{343}", "\u{a0}", "ﬁ", "𝒳",
  ]

  /// Pieces of a text; no U+0000, no carriage return, no byte order mark.
  static let hard =
    hardInLine + [
      "\n", "\n\n", "\t", "  ", "\n# ", "\n- ", "\nP01: ", "\n## h {#k}\n", "\u{2028}", "\u{85}", "\u{b}",
      "...",
    ]
}
