"""What qc (qualitative-coding) imports from a REFI-QDA project: `qc.py FILE.qdpx FOLDER` unpacks the project into an empty folder and prints its
coders, codes, documents and codings as one JSON object. The file is validated against qc's copy of the schema on the way."""
import json
import os
import sqlite3
import sys
from pathlib import Path

# Version 1.7.8 was published with a breakpoint in its importer.
sys.breakpointhook = lambda *args, **kwargs: None

from qualitative_coding.refi_qda.reader import REFIQDAReader  # noqa: E402

file, folder = Path(sys.argv[1]).resolve(), Path(sys.argv[2]).resolve()
os.chdir(folder)
reader = REFIQDAReader(file)
reader.unpack_project(folder)

database = sqlite3.connect(next(folder.glob("*.sqlite3")))


def column(query):
    return sorted(str(row[0]) for row in database.execute(query))


print(
    "JSON:"
    + json.dumps(
        {
            "coders": column("SELECT name FROM coder"),
            "codes": column("SELECT name FROM code"),
            "documents": column("SELECT file_path FROM document"),
            "codings": database.execute("SELECT count(*) FROM coded_line").fetchone()[0],
            "texts": {
                path.name: path.read_text(encoding="utf-8")
                for path in sorted((folder / "corpus").rglob("*.txt"))
            },
        }
    )
)
