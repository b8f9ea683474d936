import Testing

extension BrowserSuite {
  /// Runs a script that answers `{ compared, wrong }`, with `same(what, found, wanted)` at hand.
  private func requireSame(_ page: WorkbenchPage, _ script: String, atLeast least: Double) throws {
    let answer = try page.browser.asyncScript(Self.compare + script)
    #expect(answer["wrong"].list.compactMap(\.string) == [])
    #expect((answer["compared"].number ?? 0) >= least, "too little was compared")
  }

  @Test(
    "the tags of a statement are those that the command line reads, and its parts are the whole statement")
  func statements() throws {
    try Self.withWorkbench { _, page in try requireSame(page, Self.statementScript, atLeast: 30) }
  }

  @Test("a condition written from rows is read back into the same rows, and any other is left as text")
  func conditions() throws {
    try Self.withWorkbench { _, page in try requireSame(page, Self.conditionScript, atLeast: 200) }
  }

  @Test("every colour has a shade that is clear in both themes, and a clear one is left alone")
  func colours() throws {
    try Self.withWorkbench { _, page in try requireSame(page, Self.colourScript, atLeast: 400) }
  }

  @Test(
    "our own layout puts every node into its stage, lays none on another and joins the boxes that are linked")
  func layouts() throws {
    try Self.withWorkbench { _, page in try requireSame(page, Self.layoutScript, atLeast: 2_000) }
  }

  @Test("nothing in a drawing of the server can run, fetch or style")
  func drawings() throws {
    try Self.withWorkbench { _, page in
      try requireSame(page, Self.drawingScript, atLeast: 8)
      // The browser says of each handler it was handed that the page's policy forbids it, before the page takes it out.
      let told = try Self.complaints(of: page.browser)
      #expect(told.allSatisfy { $0.contains("Content Security Policy") && $0.contains("svg.js") })
    }
  }

  @Test("moving a code up and down, in and out leads back to where it was")
  func moves() throws {
    try Self.withWorkbench { _, page in try requireSame(page, Self.moveScript, atLeast: 10) }
  }

  private static let compare = """
    const wrong = [];
    let compared = 0;
    const same = (what, found, wanted) => {
      compared += 1;
      const [one, other] = [JSON.stringify(found), JSON.stringify(wanted)];
      if (one !== other && wrong.length < 5) wrong.push(`${what}: ${one}, not ${other}`);
    };
    let seed = 20261121;
    const below = (bound) => (seed = (seed * 48271) % 2147483647) % bound;

    """

  private static let statementScript = #"""
    const { cutStatement, tagText } = await import("/page/statement.js");
    const { pathAt } = await import("/page/tag-codes.js");
    const letters = ["C", "M", "O"];
    const tags = (text) => cutStatement(text, letters).filter((part) => part.tag).map(({ tag }) => tag.letter + tag.sign + ":" + tag.code);
    const cases = {
      "If a (C), b (M+: x/y; for: z) and c (M-) so d (O: p\\;q).": ["C:", "M+:x/y", "M−:", "O:p;q"],
      "No tag (at all), (C1), (X), (context) and (C": [],
      "((C) a (M–: in\ntwo lines)": ["C:", "M−:in two lines"],
      "": [],
    };
    for (const [text, wanted] of Object.entries(cases)) same(text, tags(text), wanted);
    const pieces = ["a ", "(C", "(M+", ": x/y", "; for: z", ")", "\\", "\n", "(", "🙂"];
    for (let round = 0; round < 40; round += 1) {
      const text = Array.from({ length: below(9) }, () => pieces[below(pieces.length)]).join("");
      same("the whole", cutStatement(text, letters).map((part) => part.text).join(""), text);
    }
    for (const code of ["a/b", "p;q", "(r)", "s\\t"]) same("written and read", tags(tagText({ letter: "O", code })), [`O:${code}`]);
    const typed = (text) => pathAt(text.replace("|", ""), text.indexOf("|"), letters)?.typed ?? null;
    same("a path", typed("x (M+: fee|ls) y"), "feels");
    same("outside", typed("x (M+: feels) y|"), null);
    same("another letter", typed("x (X: fe|"), null);
    same("behind the path", typed("x (C: a; for: b|)"), null);
    return { compared, wrong };
    """#

  private static let conditionScript = #"""
    const { conditionText, conditionRows } = await import("/page/condition.js");
    const names = ["profession", "in post since", "not", "a`b", "is", "🙂"];
    const values = ["nurse", "it's", "North and South", "3", "(x)", "empty", "\"q\"", "a`b"];
    const signs = ["=", "!=", ">=", "<=", ">", "<", "contains", "is empty", "is not empty"];
    for (let round = 0; round < 200; round += 1) {
      const rows = Array.from({ length: 1 + below(3) }, () => {
        const comparison = signs[below(signs.length)];
        return { field: names[below(names.length)], comparison, value: comparison.startsWith("is ") ? "" : values[below(values.length)] };
      });
      same(conditionText(rows), conditionRows(conditionText(rows)), rows);
    }
    for (const text of ["a = b or c = d", "not a = b", "a in (b, c)", "(a = b)", "a", "a = 'b"]) same(text, conditionRows(text), null);
    same("nothing", conditionRows(""), []);
    return { compared, wrong };
    """#

  private static let colourScript = #"""
    const { checkColour, clearShade, contrast, leastContrast, palette } = await import("/page/colours.js");
    same("WCAG 2.2, 1.4.11", leastContrast, 3);
    same("black on white", contrast("#000000", "#ffffff"), 21);
    same("the same", contrast("#777777", "#777777"), 1);
    for (const { colour, name } of palette) same(name, clearShade(colour), colour);
    for (let round = 0; round < 400; round += 1) {
      const colour = "#" + below(0x1000000).toString(16).padStart(6, "0");
      same(colour, checkColour(clearShade(colour)).isClear, true);
      if (checkColour(colour).isClear) same("left alone", clearShade(colour), colour);
    }
    return { compared, wrong };
    """#

  private static let layoutScript = #"""
    const { layeredLayout, wrapped } = await import("/page/layered.js");
    const apart = (one, other) => one.x + one.width <= other.x || other.x + other.width <= one.x || one.y + one.height <= other.y || other.y + other.height <= one.y;
    for (let round = 0; round < 30; round += 1) {
      const stages = Array.from({ length: below(4) }, (_, place) => `s${place}`);
      const nodes = Array.from({ length: 1 + below(14) }, (_, place) => ({ id: `n${place}`, text: "word ".repeat(1 + below(12)), stage: stages[below(stages.length)] }));
      const links = Array.from({ length: below(24) }, (_, place) => ({ id: `e${place}`, from: `n${below(nodes.length)}`, to: `n${below(nodes.length)}` }));
      const { boxes, paths, width, height } = layeredLayout({ nodes, links, stages });
      same("all nodes", boxes.map((box) => box.id), nodes.map((node) => node.id));
      same("all links but to itself", paths.length, links.filter((link) => link.from !== link.to).length);
      const byID = new Map(boxes.map((box) => [box.id, box]));
      boxes.forEach((box, place) => {
        same("inside", box.x >= 0 && box.y >= 0 && box.x + box.width <= width && box.y + box.height <= height, true);
        for (const other of boxes.slice(place + 1)) same("apart", apart(box, other), true);
      });
      const touches = ([x, y], box) => (x === box.x || x === box.x + box.width) && y > box.y && y < box.y + box.height;
      for (const path of paths) {
        const link = links.find((each) => each.id === path.id);
        same("from", touches(path.points[0], byID.get(link.from)), true);
        same("to", touches(path.points.at(-1), byID.get(link.to)), true);
      }
      const used = stages.filter((stage) => nodes.some((node) => node.stage === stage));
      if (used.length > 1) for (const node of nodes) for (const other of nodes) {
        same("columns", Math.sign(byID.get(node.id).x - byID.get(other.id).x), Math.sign(used.indexOf(node.stage) - used.indexOf(other.stage)));
      }
    }
    same("wrapped", wrapped("a bb " + "c".repeat(7), 4), ["a bb", "cccc", "ccc"]);
    return { compared, wrong };
    """#

  private static let drawingScript = #"""
    const { readSVG } = await import("/page/svg.js");
    const open = '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"';
    const bad = {
      "a script": "<script>window.hacked = 1</script>",
      "a script in a group": "<g><script href='x.js'/></g>",
      "foreign markup": "<foreignObject><b xmlns='http://www.w3.org/1999/xhtml' onclick='x()'>b</b></foreignObject>",
      "a handler": "<path onmouseover='x()'/>",
      "a link": "<a xlink:href='javascript:x()'><path/></a>",
      "a style": "<path style='fill: red'/><style>path { fill: url(http://example.org/x) }</style>",
      "a picture": "<image href='http://example.org/x.png'/>",
      "an address": "<path fill='url(http://example.org/x)'/>",
      "a copy": "<use href='http://example.org/x.svg#a'/>",
      "an animation": "<set attributeName='onclick' to='x()'/>",
    };
    for (const [name, inner] of Object.entries(bad)) {
      const text = readSVG(`${open} onload="x()">${inner}</svg>`).outerHTML;
      same(name, /script|foreign|\son\w+=|href=|style|http:\/\/example|javascript|<set|<image/i.test(text), false);
    }
    let refused = false;
    try { readSVG("<html/>"); } catch { refused = true; }
    same("not a drawing", refused, true);
    const kept = readSVG(`${open}><g id="n-a" class="node"><path d="M0 0" fill="#fff"/><text>a &lt;b&gt;</text></g></svg>`);
    same("kept", [kept.querySelector("#n-a path").getAttribute("fill"), kept.textContent], ["#fff", "a <b>"]);
    return { compared, wrong };
    """#

  private static let moveScript = #"""
    const { placeAfterMove } = await import("/page/tree-keys.js");
    const tree = { a: null, b: null, c: null, b1: "b", b2: "b" };
    const order = ["a", "b", "b1", "b2", "c"];
    const children = (id) => order.filter((each) => tree[each] === (id ?? null));
    const model = {
      items: new Map(order.map((id) => [id, { id, parent: tree[id] }])), children, siblings: (id) => children(tree[id]),
    };
    const at = (id, way) => placeAfterMove(model, id, way);
    same("first up", at("a", "up"), null);
    same("down", at("a", "down"), { parent: null, position: 1 });
    same("last down", at("c", "down"), null);
    same("up", at("c", "up"), { parent: null, position: 1 });
    same("in", at("c", "in"), { parent: "b", position: 2 });
    same("first in", at("a", "in"), null);
    same("first below in", at("b1", "in"), null);
    same("second below in", at("b2", "in"), { parent: "b1", position: 0 });
    same("out", at("b1", "out"), { parent: null, position: 2 });
    same("outermost out", at("b", "out"), null);
    return { compared, wrong };
    """#
}
