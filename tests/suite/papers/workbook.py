"""Reads a workbook and says in JSON what it found in the first sheet."""

import json
import sys

import openpyxl

book = openpyxl.load_workbook(sys.argv[1])
sheet = book.worksheets[0]


def cell(one):
    value = one.value
    return [one.data_type, value.isoformat() if hasattr(value, "isoformat") else None if value is None else str(value)]


print(json.dumps({
    "name": sheet.title,
    "freeze": sheet.freeze_panes,
    "filter": sheet.auto_filter.ref,
    "repeat": sheet.print_title_rows,
    "fit": sheet.sheet_properties.pageSetUpPr.fitToPage,
    "fit_height": sheet.page_setup.fitToHeight,
    "paper": str(sheet.page_setup.paperSize),
    "author": book.properties.creator,
    "created": book.properties.created.isoformat(),
    "rows": [[cell(one) for one in row] for row in sheet.iter_rows()],
    "quoted": [one.coordinate for row in sheet.iter_rows() for one in row if one.quotePrefix],
}))
