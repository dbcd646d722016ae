-- A saved connection is a state like any other: what announces it, and what is linked before it is enabled, names it.
update connection set revision = 1 where revision = 0;
