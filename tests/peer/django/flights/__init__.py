"""The example's models and their access, as Django REST framework would have them, on the tables that the example made."""
