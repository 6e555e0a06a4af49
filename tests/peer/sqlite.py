"""Runs statements on an SQLite database: sqlite.py DATABASE STATEMENT…"""

import sqlite3
import sys

connection = sqlite3.connect(sys.argv[1], isolation_level=None)
for statement in sys.argv[2:]:
    connection.execute(statement).fetchall()
connection.close()
