//! Files in and out, and where bundles are copied to. No screen in here, and nothing that decides money.

pub mod members;
pub mod products;
pub mod refusals;
pub mod report;
pub mod said;

pub mod decode;
pub mod table;

mod amount;
pub mod columns;

mod listed;
mod openfoodnetwork;
mod own;

mod books;
mod codes;
mod pairing;
mod rates;

pub mod exact;
mod french;
pub mod period;
pub mod running;
pub mod settings;
pub mod sheet;

pub mod bundle;
pub mod disk;
pub mod outbox;
pub mod sync;
