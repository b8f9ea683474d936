import RealistFolder

/// A small study folder in canonical form, everything in it invented; tests change one file of it at a time.
let smallFolder: [String: String] = [
  "study.json": """
  {
    "attributes": [
      {
        "name": "band",
        "of": "participant",
        "type": "number"
      },
      {
        "name": "setting",
        "of": "source",
        "type": "text"
      }
    ],
    "attribution": "({id})",
    "created": "2026-01-05T08:00:00Z",
    "description": "",
    "ethics": "",
    "formatVersion": 1,
    "id": "019b8d0f-5c00-7aaa-8bbb-0123456789ab",
    "question": "What works?",
    "stages": [
      {
        "key": "inputs",
        "kind": "inputs",
        "name": "Inputs"
      },
      {
        "key": "outcomes",
        "kind": "outcomes",
        "name": "Outcomes"
      }
    ],
    "template": {
      "key": "own",
      "name": "Own",
      "slots": [
        {
          "letter": "C",
          "name": "Context",
          "plural": "Contexts",
          "role": "context"
        },
        {
          "definition": "What changes in people.",
          "letter": "M",
          "name": "Mechanism",
          "plural": "Mechanisms",
          "role": "mechanism"
        },
        {
          "letter": "O",
          "name": "Outcome",
          "plural": "Outcomes",
          "role": "outcome"
        }
      ]
    },
    "title": "The tool library"
  }

  """,
  "participants.csv": "id,name,consent,withdrawn,band\nP01,Ada,record; quote,,4\nP02,,,2026-02-01,\n",
  "codebook.csv": """
  path,definition,use,not,colour,key
  contexts,,,,#0072b2,c
  contexts/late,Doors open late,,,,
  outcomes,,,,,
  outcomes/care,,,,,

  """,
  "sources.csv": """
  name,kind,title,mode,date,duration,participants,file,encoding,format,speakers,setting
  P01,interview,Ada,Teams,2026-01-10,30,P01,originals/P01.txt,utf-8,plain,Ada=P01,kitchen
  FG 1,focus-group,,,,12.5,P01; P02,,,,,

  """,
  "originals/P01.txt": "Ada: The doors open late.\nAnd we wait. We wait.\n",
  "sources/P01.txt": "Ada: The doors open late.\nAnd we wait. We wait.\n",
  "sources/P01.r1.txt": "Ada: The doors open late. And we wait.",
  "sources/FG 1.txt": "é 🙂 They said \"no\".\n\nThen they left.",
  "revisions.csv": """
  source,revision,file,date,reason,notes,original,format,encoding
  P01,1,sources/P01.r1.txt,2026-01-10,,One note.,,,
  P01,2,sources/P01.txt,2026-01-11T09:00:00.250Z,a sentence was missing,,,,

  """,
  "turns.csv": """
  source,start,end,speaker,participant,begins,ends,question
  P01,5,47,Ada,P01,0,4500,1
  FG 1,0,19,Bo,,,,

  """,
  "segments.csv": #"""
  source,revision,start,end,quote,memo,created,coder
  P01,1,5,24,The doors open late,"old, kept",2026-01-10,Jo
  P01,,5,24,The doors open late,,2026-01-12,Jo
  P01,,30,37,we wait,,2026-01-12,
  P01,,39,46,We wait,,2026-01-13,Jo
  FG 1,,4,18,"They said ""no""",,2026-01-05T08:00:01Z,
  FG 1,,14,25,"""no"".

  Then",,2026-01-14,Jo

  """#,
  "codings.csv": """
  source,revision,start,end,code,coder,date,memo
  P01,,5,24,contexts/late,Jo,2026-01-12,
  P01,,5,24,contexts/late,Mo,2026-01-15T10:00:00Z,clear
  P01,,5,24,outcomes/care,Jo,2026-01-12,
  FG 1,,14,25,outcomes,Jo,2026-01-14,

  """,
  "guide.md": "# Guide\n\n1. How is it?\n",
  "theories.md":
    "## Waiting {#waiting}\nOrigin: analyst\n\n### initial (2026-01-05)\nIf they wait, they leave.\n",
  "configurations.md": """
  ## CMO 1: Late doors {#late}
  Theory: waiting
  Status: agreed
  If doors open late (C: contexts/late), people feel small (M-) and leave (O-: outcomes; level: service; for: visitors).
  - C1 supports P01 "The doors open late"
  - C1+M1 refines P01 "we wait" (implied) — not sure
  - O1 refutes FG 1 "They said \\"no\\"" (anticipated) (by Mo, 2026-01-16)
  - CMO supports FG 1 "\\"no\\".  Then" (at 14..25)
  - CMO supports P01 "The doors open late" (at 5..24 of revision 1)

  ## CMO 2: Waiting
  Group: At the door
  Waiting ends (O).

  """,
  "theory-of-change.md": """
  ## Inputs {#inputs}

  - Doors {#doors}
    - code: contexts/late
    - -| care "by \\"hand\\"" via CMO1, CMO2 from P01 "The doors open late"

  ## Outcomes {#outcomes}

  - Care {#care}
    - -> doors

  ## Loops

  - Round {#round} vicious: doors -> care -> doors
    - break: care -> doors (keys)

  """,
  "memos.md": """
  ## 2026-01-20T10:00:00Z Jo on segment P01 5..24 of revision 1
  A memo.

  ## 2026-01-20T10:00:00Z Jo on configuration late
  Another.

  """,
  "recommendations.csv":
    "key,actor,action,rationale,configurations,loops\nkeys,The council,\"Cut keys, many\",Doors,late; waiting,round\n",
]

func bytes(_ files: [String: String]) -> [String: [UInt8]] { files.mapValues { Array($0.utf8) } }
