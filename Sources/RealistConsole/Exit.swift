import ChildProgram
import CommandKit
import RealistAnalysis
import RealistCausalMap
import RealistDiagrams
import RealistEditing
import RealistExchange
import RealistFolder
import RealistFormats
import RealistModel
import RealistOffice
import RealistReading
import RealistReports
import RealistRigour
import RealistStore

/// The exit statuses, numbered as in `sysexits.h`; which error ends with which is decided here and nowhere else.
package enum Exit {
  /// Done, and there are findings.
  package static let findings: Int32 = 1
  package static let usage: Int32 = 64
  package static let badData: Int32 = 65
  /// A file, or something a name stands for, is not there.
  package static let noInput: Int32 = 66
  package static let cannotCreate: Int32 = 73
  package static let inputOutput: Int32 = 74
  package static let locked: Int32 = 75
  /// Written by a newer version.
  package static let newer: Int32 = 78
  package static let ourDefect: Int32 = 70
}

extension Exit {
  package static func status(of error: PDFPagesError) -> Int32 {
    switch error.cause {
    case .missing: noInput
    case .system: inputOutput
    case .failed, .timedOut, .tooMuch: badData
    }
  }

  /// A drawing program that is not there is a file that is not there.
  package static func status(of error: GraphvizError) -> Int32 {
    switch error {
    case .missing: noInput
    case .system, .timedOut: inputOutput
    case .failed: ourDefect
    }
  }
}

extension StoreError: PresentableError {
  public var exitCode: Int32 {
    switch self {
    case .noFile, .unknown: Exit.noInput
    case .fileExists, .older, .readOnly, .cannotOpen: Exit.cannotCreate
    case .locked: Exit.locked
    case .newer: Exit.newer
    case .diskFull, .fileMoved, .inputOutput: Exit.inputOutput
    case .interrupted: 130
    case .database: Exit.ourDefect
    case .notAStudy, .damaged, .badSearch, .ambiguous, .taken, .invalidName, .cycle, .inUse, .span,
      .contentDamaged,
      .nothingToUndo, .nothingToRedo, .moved, .conflict:
      Exit.badData
    }
  }
}

extension MapError: PresentableError {
  public var exitCode: Int32 {
    switch self {
    case .unknownFactor: Exit.noInput
    case .ambiguousFactor: Exit.badData
    case .badNumber: Exit.usage
    }
  }
}

extension FilterError: PresentableError {
  public var exitCode: Int32 { Exit.usage }
}

extension FolderError: PresentableError {
  public var exitCode: Int32 { Exit.badData }
}

extension ImportError: PresentableError {
  public var exitCode: Int32 {
    if case .unknownEncoding = self { Exit.usage } else { Exit.badData }
  }
}

extension ExchangeError: PresentableError {
  public var exitCode: Int32 { Exit.badData }
}

extension EditingError: PresentableError {
  public var exitCode: Int32 { Exit.badData }
}

extension Problems: PresentableError {
  public var exitCode: Int32 { Exit.badData }
}

extension AttributeError: PresentableError {
  public var exitCode: Int32 { Exit.badData }
}

extension ReportError: PresentableError {
  public var exitCode: Int32 { Exit.usage }
}

extension RigourError: PresentableError {
  public var exitCode: Int32 { Exit.badData }
}

extension RigourMaterialError: PresentableError {
  public var exitCode: Int32 {
    switch self {
    case .unknownCoder: Exit.noInput
    case .oneCoderNamed, .comparesTwo, .comparesBorders, .comparesCodes, .mixed, .intervalOfOneSource:
      Exit.usage
    case .noCode, .noCoding, .onlyCoder, .noSharedSource, .noSharedCode, .overlapping, .noInterview,
      .noCodedInterview, .tooFewToReorder:
      Exit.badData
    }
  }
}

extension OfficeError: PresentableError {
  public var exitCode: Int32 {
    switch self {
    case .cannotWrite: Exit.cannotCreate
    case .tooManyColumns: Exit.badData
    case .library, .archive: Exit.ourDefect
    }
  }
}
