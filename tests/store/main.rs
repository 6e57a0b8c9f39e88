//! The store as the app meets it.

mod counter;
mod damage;
mod journal;
mod property;
mod selling;
