//! What hangs on the cable: printer and drawer. No SQL and no screen in here.
