"""What openpyxl and python-docx find in a file: `office.py FILE.xlsx` or `office.py FILE.docx` prints it as one JSON object.

A workbook: for each sheet its name, the values of its cells row by row, the types of the cells, the merged ranges, the filter, the frozen
cell, and the links as cell → place. A document: its paragraphs with their styles, and its tables as rows of texts.
"""
import json
import sys


def workbook(path):
    import openpyxl

    book = openpyxl.load_workbook(path)
    sheets = []
    for sheet in book:
        rows = [list(row) for row in sheet.iter_rows()]
        sheets.append(
            {
                "name": sheet.title,
                "rows": [[cell.value for cell in row] for row in rows],
                "types": sorted({cell.data_type for row in rows for cell in row if cell.value is not None}),
                "merged": sorted(str(area) for area in sheet.merged_cells.ranges),
                "filter": sheet.auto_filter.ref,
                "frozen": sheet.freeze_panes,
                "links": {
                    cell.coordinate: cell.hyperlink.location
                    for row in rows
                    for cell in row
                    if cell.hyperlink
                },
            }
        )
    return {"sheets": sheets}


def document(path):
    import docx

    text = docx.Document(path)
    return {
        "paragraphs": [[paragraph.style.name, paragraph.text] for paragraph in text.paragraphs],
        "tables": [[[cell.text for cell in row.cells] for row in table.rows] for table in text.tables],
        "landscape": [section.orientation == 1 for section in text.sections],
    }


path = sys.argv[1]
json.dump(workbook(path) if path.endswith(".xlsx") else document(path), sys.stdout)
