import RealistFormats
import RealistModel

extension RefiHandler {
  mutating func begin(_ element: RefiElement, _ attributes: XMLAttributes) {
    switch element {
    case .project: beginProject(attributes)
    case .codeBook: if stack.count == 1 { project.origin = attributes.text("origin") ?? "" }
    case .user: beginUser(attributes)
    case .code: beginCode(attributes)
    case .variable: beginVariable(attributes)
    case .case: beginCase(attributes)
    case .variableValue: value = ForeignValue(variable: GUID(high: 0, low: 0))
    case .plainTextSelection: beginSelection(attributes)
    case .transcriptSelection: beginTranscriptSelection(attributes)
    case .pictureSelection, .pdfSelection, .audioSelection, .videoSelection: beginRegion(element, attributes)
    case .syncPoint: beginSyncPoint(attributes)
    case .coding: beginCoding(attributes)
    case .codeRef, .noteRef, .sourceRef, .selectionRef, .variableRef: refer(element, attributes)
    case .link: beginLink(attributes)
    case .set: beginSet(attributes)
    case .memberCode, .memberSource, .memberNote: beginMember(element, attributes)
    case .graph: beginGraph(attributes)
    case .vertex, .edge: beginGraphPart(element, attributes)
    default: if let kind = element.document { beginDocument(element, kind, attributes) }
    }
  }

  private mutating func beginProject(_ attributes: XMLAttributes) {
    project.name = attributes.text("name") ?? ""
    project.origin = attributes.text("origin") ?? ""
    project.creator = reference(attributes, "creatingUserGUID")
    project.created = moment(attributes, "creationDateTime") ?? moment(attributes, "modifiedDateTime")
    if attributes.text("basePath") != nil { report.add("basePath", .leftOut, "a folder of another machine") }
  }

  private mutating func beginUser(_ attributes: XMLAttributes) {
    guard let guid = uniqueGUID(.user, attributes) else { return }
    project.coders[guid] = attributes.text("name") ?? attributes.text("id") ?? ""
  }

  private mutating func beginCode(_ attributes: XMLAttributes) {
    guard let guid = uniqueGUID(.code, attributes) else { return }
    var code = ForeignCode(guid: guid, name: required(.code, "name", attributes))
    code.parent = openCodes.last.map { project.codes[$0].guid }
    code.colour = attributes.text("color") ?? ""
    code.isCodable = !["false", "0"].contains(attributes.text("isCodable") ?? "true")
    openCodes.append(project.codes.count)
    project.codes.append(code)
  }

  private mutating func beginVariable(_ attributes: XMLAttributes) {
    guard let guid = uniqueGUID(.variable, attributes) else { return }
    project.variables.append(
      ForeignVariable(
        guid: guid, name: required(.variable, "name", attributes),
        type: attributes.text("typeOfVariable") ?? "Text"))
  }

  private mutating func beginCase(_ attributes: XMLAttributes) {
    guard let guid = uniqueGUID(.case, attributes) else { return }
    project.cases.append(ForeignCase(guid: guid, name: attributes.text("name") ?? ""))
  }

  // MARK: - Texts and selections

  private mutating func beginDocument(
    _ element: RefiElement, _ kind: ForeignDocument.Kind, _ attributes: XMLAttributes
  ) {
    let isSource = element.rawValue.hasSuffix("Source")
    let group = isSource ? RefiElement.textSource : element
    guard
      let guid = isSource || element == .note
        ? uniqueGUID(element, among: group, attributes) : guid(element, attributes)
    else { return }
    var document = ForeignDocument(guid: guid, kind: kind)
    document.name = attributes.text("name") ?? ""
    document.path = attributes.text("plainTextPath") ?? attributes.text("path") ?? ""
    document.richPath = attributes.text("richTextPath") ?? ""
    document.creator = reference(attributes, "creatingUser")
    document.created = moment(attributes, "creationDateTime") ?? moment(attributes, "modifiedDateTime")
    documents.append(document)
  }

  private mutating func beginSelection(_ attributes: XMLAttributes) {
    guard let guid = guid(.plainTextSelection, attributes) else { return }
    var new = ForeignSelection(
      guid: guid, name: attributes.text("name") ?? "",
      start: number(.plainTextSelection, "startPosition", attributes),
      end: number(.plainTextSelection, "endPosition", attributes))
    new.creator = reference(attributes, "creatingUser")
    new.created = moment(attributes, "creationDateTime") ?? moment(attributes, "modifiedDateTime")
    selection = new
  }

  /// A stretch between two sync points, which stand before it, or in Transana's files anywhere.
  private mutating func beginTranscriptSelection(_ attributes: XMLAttributes) {
    guard let guid = guid(.transcriptSelection, attributes) else { return }
    let points = documents.last?.syncPoints ?? []
    func position(_ name: StaticString) -> Int? {
      let wanted = attributes.withBytes(name) { GUID($0) }.flatMap { $0 }
      return points.first { $0.guid == wanted }?.position
    }
    var new = ForeignSelection(
      guid: guid, name: attributes.text("name") ?? "", start: position("fromSyncPoint") ?? -1,
      end: position("toSyncPoint") ?? -1)
    new.creator = reference(attributes, "creatingUser")
    new.created = moment(attributes, "creationDateTime")
    selection = new
  }

  private mutating func beginRegion(_ element: RefiElement, _ attributes: XMLAttributes) {
    guard let guid = guid(element, attributes) else { return }
    func text(_ name: StaticString) -> String { attributes.text(name) ?? "?" }
    let corners = "\(text("firstX")),\(text("firstY")) to \(text("secondX")),\(text("secondY"))"
    let place =
      switch element {
      case .pdfSelection: "page \(text("page")), \(corners)"
      case .pictureSelection: corners
      default: "\(text("begin")) ms to \(text("end")) ms"
      }
    var new = ForeignRegion(guid: guid, place: place)
    new.name = attributes.text("name") ?? ""
    new.creator = reference(attributes, "creatingUser")
    new.created = moment(attributes, "creationDateTime")
    region = new
  }

  private mutating func beginSyncPoint(_ attributes: XMLAttributes) {
    guard let guid = guid(.syncPoint, attributes) else { return }
    let position = attributes.text("position").flatMap { Int($0) }
    guard let time = attributes.text("timeStamp").flatMap({ Int($0) }) else {
      return report.add("SyncPoint", .leftOut, "without a time")
    }
    Self.change(&documents) {
      $0.syncPoints.append(ForeignSyncPoint(guid: guid, milliseconds: time, position: position))
    }
  }

  private mutating func beginCoding(_ attributes: XMLAttributes) {
    guard let guid = guid(.coding, attributes) else { return }
    var new = ForeignCoding(guid: guid)
    new.creator = reference(attributes, "creatingUser")
    new.created = moment(attributes, "creationDateTime")
    coding = new
  }

  private mutating func refer(_ element: RefiElement, _ attributes: XMLAttributes) {
    // An older codebook says guid.
    guard let target = reference(attributes, "targetGUID") ?? reference(attributes, "guid") else {
      _ = required(element, "targetGUID", attributes)
      return
    }
    let around = stack.dropLast().last
    switch (element, around) {
    case (.codeRef, .coding): coding?.code = target
    case (.codeRef, .case): Self.change(&project.cases) { $0.codes.append(target) }
    case (.sourceRef, .case): Self.change(&project.cases) { $0.sources.append(target) }
    case (.selectionRef, .case): Self.change(&project.cases) { $0.selections.append(target) }
    case (.variableRef, .variableValue): value?.variable = target
    case (.noteRef, _): referToNote(target, from: around)
    default: report.add(element.rawValue, .leftOut, "where the standard has none")
    }
  }

  private mutating func referToNote(_ note: GUID, from element: RefiElement?) {
    switch element {
    case .project: project.notes.append(note)
    case .code: if let code = openCodes.last { project.codes[code].notes.append(note) }
    case .coding: coding?.notes.append(note)
    case .plainTextSelection, .transcriptSelection: selection?.notes.append(note)
    case .link: Self.change(&project.links) { $0.notes.append(note) }
    case .some(let element) where element.isRegion: region?.notes.append(note)
    case .some(let element) where element.document != nil: Self.change(&documents) { $0.notes.append(note) }
    default: report.add("NoteRef", .leftOut, "where the standard has none")
    }
  }

  // MARK: - Links, sets, graphs

  private mutating func beginLink(_ attributes: XMLAttributes) {
    guard let guid = uniqueGUID(.link, attributes) else { return }
    var link = ForeignLink(guid: guid)
    link.name = attributes.text("name") ?? ""
    link.direction = attributes.text("direction") ?? ""
    link.origin = reference(attributes, "originGUID")
    link.target = reference(attributes, "targetGUID")
    project.links.append(link)
  }

  private mutating func beginSet(_ attributes: XMLAttributes) {
    guard let guid = uniqueGUID(.set, attributes) else { return }
    project.sets.append(ForeignSet(guid: guid, name: required(.set, "name", attributes)))
  }

  private mutating func beginMember(_ element: RefiElement, _ attributes: XMLAttributes) {
    guard let target = reference(attributes, "targetGUID") ?? reference(attributes, "guid") else { return }
    Self.change(&project.sets) { set in
      switch element {
      case .memberCode: set.codes.append(target)
      case .memberSource: set.sources.append(target)
      default: set.notes.append(target)
      }
    }
  }

  private mutating func beginGraph(_ attributes: XMLAttributes) {
    guard let guid = uniqueGUID(.graph, attributes) else { return }
    project.graphs.append(ForeignGraph(guid: guid, name: attributes.text("name") ?? ""))
  }

  private mutating func beginGraphPart(_ element: RefiElement, _ attributes: XMLAttributes) {
    guard let guid = guid(element, attributes) else { return }
    let (represented, name) = (reference(attributes, "representedGUID"), attributes.text("name") ?? "")
    if element == .vertex {
      Self.change(&project.graphs) {
        $0.vertices.append(ForeignVertex(guid: guid, represented: represented, name: name))
      }
      return
    }
    guard let source = reference(attributes, "sourceVertex"),
      let target = reference(attributes, "targetVertex")
    else {
      _ = required(
        .edge, attributes.text("sourceVertex") == nil ? "sourceVertex" : "targetVertex", attributes)
      return
    }
    let direction = attributes.text("direction") ?? ""
    Self.change(&project.graphs) {
      $0.edges.append(
        ForeignEdge(
          guid: guid, represented: represented, name: name, source: source, target: target,
          direction: direction))
    }
  }

  // MARK: - Ends

  /// Puts an element that is complete into the one around it.
  mutating func close(_ element: RefiElement) {
    switch element {
    case .code: openCodes.removeLast()
    case .coding: closeCoding()
    case .plainTextSelection, .transcriptSelection:
      if let selection { Self.change(&documents) { $0.selections.append(selection) } }
      selection = nil
    case .pictureSelection, .pdfSelection, .audioSelection, .videoSelection:
      if let region { Self.change(&documents) { $0.regions.append(region) } }
      region = nil
    case .variableValue: closeValue()
    default: if element.document != nil { closeDocument(element) }
    }
  }

  private mutating func closeCoding() {
    guard let coding else { return }
    self.coding = nil
    switch stack.last {
    case .plainTextSelection, .transcriptSelection: selection?.codings.append(coding)
    case .some(let element) where element.isRegion: region?.codings.append(coding)
    default: Self.change(&documents) { $0.codings.append(coding) }
    }
  }

  private mutating func closeValue() {
    guard let value else { return }
    self.value = nil
    if stack.last == .case {
      Self.change(&project.cases) { $0.values.append(value) }
    } else {
      Self.change(&documents) { $0.values.append(value) }
    }
  }

  private mutating func closeDocument(_ element: RefiElement) {
    guard let document = documents.popLast() else { return }
    switch element {
    case .note: project.memos.append(document)
    case .representation where stack.last == .pdfSelection:
      region?.words = String(decoding: document.inline ?? [], as: UTF8.self)
      closeRendering(document)
    case .representation, .textDescription, .transcript: closeRendering(document)
    default: project.sources.append(document)
    }
  }

  private mutating func closeRendering(_ document: ForeignDocument) {
    // The words of a marked part of a page are kept with the part.
    guard stack.last != .pdfSelection else { return }
    Self.change(&documents) { $0.renderings.append(document) }
  }
}
