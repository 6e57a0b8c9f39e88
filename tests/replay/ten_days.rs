//! The ten days themselves, where the files are present.
#![expect(clippy::print_stdout, reason = "says that it did nothing")]

use std::{collections::BTreeMap, env, fs::File, path::PathBuf};

use flate2::read::GzDecoder;

use crate::{checked, closed, convert::Cause, corepos, oracle, shop, table};

#[test]
fn ten_days_of_a_real_co_op_match_to_the_cent() {
    let folder = env::var_os("ETAL_FIXTURES").map_or_else(
        || PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../shared/fixtures"),
        PathBuf::from,
    );
    let open = |name: &str| File::open(folder.join("corepos").join(name));
    let (Ok(rows), Ok(days)) = (
        open("sampletrans_days01-10.csv.gz"),
        open("oracle_daily_days01-10.csv"),
    ) else {
        println!("skipped: no fixtures");
        return;
    };
    let trade = corepos::read(GzDecoder::new(rows));
    assert_eq!(trade.tickets.len(), 1_829);
    let dir = tempfile::tempdir().unwrap();
    let mut store = shop::open(dir.path());
    let oracle = oracle::read(days);
    let causes = table::replay(&trade, &oracle, &mut store);
    let counted = BTreeMap::from([
        (Cause::NoTender, 15),
        (Cause::Odd, 1),
        (Cause::HalfCent, 24),
        (Cause::OwnAmount, 5),
        (Cause::FourDecimals, 2),
        (Cause::NotInOracle, 1),
    ]);
    assert_eq!(causes, counted);
    drop(store);

    let dir = tempfile::tempdir().unwrap();
    let mut store = shop::open(dir.path());
    let (equal, cells) = closed::day_by_day(&trade, &oracle, &mut store);
    checked::bundles_hold(&store);
    println!("Z of ten days: {equal} of {cells} cells equal, the others as explained");
}
