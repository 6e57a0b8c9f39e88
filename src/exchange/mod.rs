//! Files in and out. No screen in here, and nothing that decides money.
