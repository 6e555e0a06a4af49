"""Makes an empty database in the place of one with the same name: database.py URL-OF-A-SERVER NAME"""

import sys

import psycopg

with psycopg.connect(sys.argv[1], autocommit=True) as connection:
    connection.execute(f'DROP DATABASE IF EXISTS "{sys.argv[2]}" WITH (FORCE)')
    connection.execute(f'CREATE DATABASE "{sys.argv[2]}" TEMPLATE template0')
