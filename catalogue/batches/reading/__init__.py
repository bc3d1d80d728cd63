"""From files to lines of text: archives, encodings, workbooks, tables, columns."""
