//! The store as the app meets it.

mod counter;
mod selling;
