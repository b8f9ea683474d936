import Testing

extension BrowserSuite {
  /// What the scripts below answer: how much was compared, and what was wrong.
  private func requireRight(_ page: WorkbenchPage, _ script: String, atLeast least: Double) throws {
    let answer = try page.browser.asyncScript(script)
    #expect(answer["wrong"].list.compactMap(\.string) == [])
    #expect((answer["compared"].number ?? 0) >= least, "too little was compared")
  }

  @Test("offsets of the page are those of the scalars in every text of up to four hard pieces")
  func offsetsOfSmallTexts() throws {
    try Self.withWorkbench { _, page in
      try requireRight(page, Self.compareOffsets + Self.smallTexts, atLeast: 40_000)
    }
  }

  @Test("offsets of the page are those of the scalars in long texts, wherever a checkpoint falls")
  func offsetsOfLongTexts() throws {
    try Self.withWorkbench { _, page in
      try requireRight(page, Self.compareOffsets + Self.longTexts, atLeast: 100_000)
    }
  }

  @Test("a place in the document and a position in the text lead to one another")
  func placesInTheDocument() throws {
    try Self.withWorkbench { _, page in
      try requireRight(page, Self.places, atLeast: 400)
    }
  }

  /// Compares a text's index with the scalars counted one by one.
  private static let compareOffsets = """
    const { TextIndex, scalarsIn, toScalar, toUTF16 } = await import("/page/offsets.js");
    const pieces = ["a", "é", "e\\u0301", "🙂", "👨‍👩‍👧", "\\n", "م", "\\u200d"];
    const wrong = [];
    let compared = 0;
    const same = (what, found, wanted) => {
      compared += 1;
      if (found !== wanted && wrong.length < 5) wrong.push(`${what}: ${found}, not ${wanted}`);
    };
    const compare = (text) => {
      const scalars = [...text];
      const index = new TextIndex(text);
      same("length", index.length, scalars.length);
      same("scalarsIn", scalarsIn(text), scalars.length);
      let unit = 0;
      scalars.forEach((scalar, place) => {
        same("toScalar", index.toScalar(unit), place);
        same("toUTF16", index.toUTF16(place), unit);
        if (scalar.length === 2) same("inside a pair", index.toScalar(unit + 1), place);
        unit += scalar.length;
      });
      same("the end in scalars", toScalar(text, text.length), scalars.length);
      same("the end in units", toUTF16(text, scalars.length), text.length);
      const [start, end] = [Math.floor(scalars.length / 3), Math.ceil(scalars.length / 2)];
      same("slice", index.slice(start, end), scalars.slice(start, end).join(""));
    };

    """

  private static let smallTexts = """
    const longer = (text, left) => {
      compare(text);
      if (left > 0) for (const piece of pieces) longer(text + piece, left - 1);
    };
    longer("", 4);
    return { compared, wrong };
    """

  private static let longTexts = """
    for (let ahead = 250; ahead < 262; ahead += 1) compare("a".repeat(ahead) + "🙂".repeat(300) + "b".repeat(300) + "🙂");
    let seed = 20261121;
    const below = (bound) => (seed = (seed * 48271) % 2147483647) % bound;
    for (let round = 0; round < 60; round += 1) {
      compare(Array.from({ length: below(900) }, () => pieces[below(pieces.length)]).join(""));
    }
    return { compared, wrong };
    """

  /// Every position of a text with labels, turns and other scripts, to its place and back; and every span to a range and back.
  private static let places = """
    const [{ Transcript }, { Blocks }] = await Promise.all([import("/page/transcript.js"), import("/page/blocks.js")]);
    const text = "Heading\\n\\nAnn: I felt 🙂 safe, e\\u0301te\\u0301.\\n\\nBob 00:12: وقال 👨‍👩‍👧\\nand more\\n\\nAnn: <b>Yes</b> 🇬🇧\\n";
    const find = (words) => [...text.slice(0, text.indexOf(words))].length;
    const turn = (words, speaker) => ({ start: find(words), end: find(words) + [...words].length, speaker, begins: null });
    const turns = [turn("I felt 🙂 safe, e\\u0301te\\u0301.", "Ann"), turn("وقال 👨‍👩‍👧\\nand more", "Bob"), turn("<b>Yes</b> 🇬🇧", "Ann")];
    const place = document.createElement("div");
    document.body.append(place);
    const transcript = new Transcript({ text, turns });
    const blocks = new Blocks(transcript, place);
    const wrong = [];
    let compared = 0;
    const same = (what, found, wanted) => {
      compared += 1;
      if (found !== wanted && wrong.length < 5) wrong.push(`${what}: ${found}, not ${wanted}`);
    };
    const positions = transcript.lines.flatMap((line) => Array.from({ length: line.end - line.start + 1 }, (_, offset) => line.start + offset));
    for (const position of positions) {
      for (const ahead of [false, true]) {
        const { node, offset } = blocks.placeOf(position, ahead);
        same(`position ${position}`, blocks.position(node, offset), position);
      }
    }
    for (const start of positions) {
      for (const end of positions.filter((each) => each > start)) {
        const range = blocks.range(start, end);
        same(`from ${start}`, blocks.position(range.startContainer, range.startOffset), start);
        same(`to ${end}`, blocks.position(range.endContainer, range.endOffset), end);
        same("words", range.toString(), transcript.words(start, end).replaceAll("\\n", ""));
      }
    }
    blocks.dispose();
    place.remove();
    return { compared, wrong };
    """
}
