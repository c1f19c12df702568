# Does what a person would do, in LibreOffice without a window: edit.py PIPE INPUT OUTPUT EDITS_JSON
import json
import os
import sys
import time

import uno
from com.sun.star.beans import PropertyValue
from com.sun.star.sheet import TableFilterField
from com.sun.star.sheet.FilterOperator import NOT_EMPTY
from com.sun.star.table import TableSortField


def prop(name, value):
    p = PropertyValue()
    p.Name, p.Value = name, value
    return p


def connect(pipe):
    local = uno.getComponentContext()
    resolver = local.ServiceManager.createInstanceWithContext("com.sun.star.bridge.UnoUrlResolver", local)
    for _ in range(120):
        try:
            return resolver.resolve(f"uno:pipe,name={pipe};urp;StarOffice.ComponentContext")
        except Exception:
            time.sleep(0.5)
    raise SystemExit("no connection to LibreOffice")


def apply(document, edit):
    sheet = document.Sheets.getByName(edit["sheet"])
    op = edit["op"]
    if op == "text":
        sheet.getCellRangeByName(edit["cell"]).String = edit["value"]
    elif op == "number":
        sheet.getCellRangeByName(edit["cell"]).Value = edit["value"]
    elif op == "insert":
        sheet.Rows.insertByIndex(edit["row"] - 1, edit["count"])
    elif op == "delete":
        sheet.Rows.removeByIndex(edit["row"] - 1, edit["count"])
    elif op == "insertColumn":
        sheet.Columns.insertByIndex(edit["column"], 1)
    elif op == "rename":
        sheet.Name = edit["value"]
    elif op == "sort":
        field = TableSortField()
        field.Field, field.IsAscending = edit["column"], edit["ascending"]
        fields = uno.Any("[]com.sun.star.table.TableSortField", (field,))
        sheet.getCellRangeByName(edit["range"]).sort((prop("SortFields", fields), prop("ContainsHeader", False)))
    elif op == "filter":
        field = TableFilterField()
        field.Field, field.Operator, field.IsNumeric = edit["column"], NOT_EMPTY, False
        area = sheet.getCellRangeByName(edit["range"])
        descriptor = area.createFilterDescriptor(True)
        descriptor.setFilterFields((field,))
        area.filter(descriptor)
    else:
        raise SystemExit(f"unknown edit {op}")


pipe, source, target, edits = sys.argv[1:5]
context = connect(pipe)
desktop = context.ServiceManager.createInstanceWithContext("com.sun.star.frame.Desktop", context)
document = desktop.loadComponentFromURL(uno.systemPathToFileUrl(source), "_blank", 0, (prop("Hidden", True),))
for each in json.loads(edits):
    apply(document, each)
document.calculateAll()
document.storeToURL(uno.systemPathToFileUrl(target), (prop("FilterName", "Calc MS Excel 2007 XML"),))
document.close(True)
try:
    desktop.terminate()
except Exception:
    pass
# Leaving at once: the bridge's own tear-down now and then crashes when LibreOffice is gone before it.
sys.stdout.flush()
os._exit(0)
