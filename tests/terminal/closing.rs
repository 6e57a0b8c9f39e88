//! A whole market end in a terminal, with the plug pulled at every step of it: the closing goes on
//! where it was, and the journal has each of its entries once.
#![expect(clippy::disallowed_methods, reason = "a test that waits in vain stops")]

use std::{
    fs,
    path::PathBuf,
    thread,
    time::{Duration, Instant},
};

use super::{
    market::{DELIBERATE, Market, quit, started},
    pty::{PATIENCE, Terminal, text},
};

const PRODUCTS: &str = "\
code;barcode;label;unit;price;quantity_prices;vat;producer;department;deposit;maximum;stock
12;;Carottes botte;botte;2,00;;5,5;Ferme du Lac;Légumes;;;60
7;;Pain de seigle;pièce;4,00;;5,5;Ferme du Lac;Épicerie, pain;;;30
";

const SALES: &str = r#"{"lines":[{"code":12,"qty":60}],"payments":[{"tender":"cash","given":"150"}]}
{"lines":[{"code":7,"qty":3}],"payments":[{"tender":"cheque"}]}
{"lines":[{"code":7}],"payments":[{"tender":"card"}]}"#;

/// A market with counted stock, a float of 150 euros, 120 in cash, a cheque and a card.
pub fn market() -> Market {
    let market = Market::new();
    furnish(&market);
    market
}

/// Opens such a market in a folder.
pub fn furnish(market: &Market) {
    let products = market.file("products.csv", PRODUCTS);
    let products = products.to_str().unwrap();
    market.done(&["import", "products", products, "--stock"]);
    market.done(&["open", "--float", "150", "--market", "Die"]);
    market.ring(SALES);
}

/// The till of a market, up to the first screen.
pub fn till(market: &Market) -> Terminal {
    started(market.command(&[]))
}

/// From the sell screen to where the closing stands.
pub fn to_the_closing(till: &mut Terminal) {
    menu(till);
    till.press("9");
    till.wait_for("CLÔTURE");
}

fn menu(till: &mut Terminal) {
    till.pause(DELIBERATE);
    till.press("\x1b");
    till.wait_for("Q Quitter");
    till.pause(DELIBERATE);
}

/// Presses one key after the other, as a hand does.
pub fn press(till: &mut Terminal, keys: &str) {
    for key in keys.chars() {
        till.pause(DELIBERATE);
        till.press(&key.to_string());
    }
}

/// The whole bundles in the outbox.
pub fn bundles(market: &Market) -> Vec<String> {
    let Ok(folders) = fs::read_dir(market.folder().join("outbox")) else {
        return Vec::new();
    };
    let paths = folders.map(|it| it.unwrap().path());
    let whole = |it: &PathBuf| it.join("datapackage.json.sig").exists();
    let name = |it: PathBuf| it.file_name().unwrap().to_str().unwrap().to_owned();
    paths.filter(whole).map(name).collect()
}

/// Waits for so many whole bundles.
pub fn wait_for_bundles(market: &Market, count: usize) {
    let begun = Instant::now();
    while bundles(market).len() < count {
        assert!(begun.elapsed() < PATIENCE, "{:?}", bundles(market));
        thread::park_timeout(Duration::from_millis(10));
    }
    assert_eq!(bundles(market).len(), count);
}

/// What a step shows: all but the first row, which has the time, and the row of what is told.
fn step(screen: &vt100::Screen) -> Vec<String> {
    let rows: Vec<String> = text(screen).lines().map(str::to_owned).collect();
    let shown = rows.iter().enumerate();
    let lasts = shown.filter(|(at, _)| !matches!(at, 0 | 22));
    lasts.map(|(_, row)| row.clone()).collect()
}

/// Presses these keys, pulls the plug when the last one is on the disk, and finds everything as it
/// was.
fn cut(market: &Market, mut till: Terminal, keys: &str, shows: &str) -> Terminal {
    let (before, last) = keys.split_at(keys.len() - 1);
    press(&mut till, before);
    till.pause(DELIBERATE);
    market.until_written(|| {
        till.press(last);
        till.wait_for(shows);
    });
    let was = step(till.screen());
    assert!(was.concat().contains(shows), "{was:?}");
    till.cut();
    let mut till = Terminal::open(market.command(&[]));
    till.wait_until(&was.join("\n"), |screen| step(screen) == was);
    till
}

#[test]
fn a_closing_goes_on_after_a_power_cut_at_every_step() {
    let market = market();
    let mut till = till(&market);
    till.press("\x1b[18~");
    till.wait_for("P Prélèvement");
    press(&mut till, "p100\r");
    till.wait_for("Prélèvement : 100,00 €, c’est noté.");
    till.press("\x1b");
    till.wait_for("Les plus vendus");
    to_the_closing(&mut till);
    till.wait_for("26 repris");

    // What was not sold: half an answer, then the answer, then all of it.
    let till = cut(&market, till, "p2", "Perte ou don de Pain de seigle > 2");
    let till = cut(&market, till, "\r2", ", 24 repris");
    let till = cut(&market, till, "\r", "À l’aveugle");
    // The count: in the middle of a field, one total instead, the other means.
    let till = cut(&market, till, "1", "[    1_]");
    let till = cut(&market, till, "=16", " 16_]");
    let till = cut(&market, till, "8\r4\r1\r12", " 12_]");
    let till = cut(&market, till, "\r", "-2,00 manque");
    // What it differs by, and the cheques.
    let mut till = cut(&market, till, "2", "[2 rendu]");
    press(&mut till, "h");
    till.wait_for("[ ]      12,00 A-2");
    till.pause(DELIBERATE);
    market.until_written(|| {
        till.press("\r");
        till.wait_for("[x]      12,00 A-2");
    });
    till.cut();
    let mut till = Terminal::open(market.command(&[]));
    till.wait_for("[2 rendu]");
    press(&mut till, "h");
    till.wait_for("[x]      12,00 A-2");
    till.press("\x1b");
    till.wait_for("[2 rendu]");
    // A second count, as somebody wants who does not believe the first.
    press(&mut till, "r");
    till.wait_for(" 168_]");
    let till = cut(&market, till, "\r\r\r\r", "-2,00 manque");
    // What stays and what leaves, then the Z; its letter does not outlive a cut.
    let till = cut(&market, till, "\r", "Fond à laisser                150,00");
    let till = cut(&market, till, "14", "À laisser > 14");
    let till = cut(&market, till, "0\r", "Tapez Z puis Entrée pour clôturer. >");
    let mut till = sealed(till);
    till.wait_for("Clôturé : A-Z1.");
    wait_for_bundles(&market, 1);
    till.cut();

    let mut till = self::till(&market);
    till.wait_for("Les plus vendus");
    to_the_closing(&mut till);
    till.wait_for("Rien à clôturer");
    till.press("\x1b");
    till.wait_for("Les plus vendus");
    quit(&mut till);
    assert_eq!(bundles(&market).len(), 1);
    let report = market.done(&["verify", "--full", "--json"]);
    let report: serde_json::Value = serde_json::from_str(&report).unwrap();
    assert_eq!(report["clean"], true, "{report}");
    let counts = market.entries("count");
    assert_eq!(counts.len(), 2, "{counts:?}");
    // The delivery, then what was not sold.
    assert_eq!(market.entries("stock").len(), 2);
    let closings = market.entries("closing");
    assert_eq!(closings.len(), 1, "{closings:?}");
    let decided = &closings[0]["decided"];
    assert_eq!(decided["left"][0]["cents"], 14_000, "{decided}");
    assert_eq!(decided["envelope"]["cash"], 2_800, "{decided}");
    assert_eq!(decided["cheques"][0]["found"], "here", "{decided}");
}

/// Closes from the Z.
pub fn sealed(mut till: Terminal) -> Terminal {
    press(&mut till, "z");
    till.wait_for("pour clôturer. > Z");
    press(&mut till, "\r");
    till
}

#[test]
fn what_the_plug_cuts_while_it_is_written_is_there_once() {
    let market = market();
    let mut till = till(&market);
    to_the_closing(&mut till);
    // What was not sold.
    let till = again_and_again(&market, till, "26 repris", "\r", "À l’aveugle");
    // The count.
    let mut till = till;
    press(&mut till, "=270\r4\r1\r12");
    let till = again_and_again(&market, till, "À l’aveugle", "\r", "juste");
    let mut till = till;
    press(&mut till, "\r");
    till.wait_for("Fond à laisser");
    press(&mut till, "\r");
    till.wait_for("Tapez Z puis Entrée");
    let till = again_and_again(&market, till, "Tapez Z puis Entrée", "z\r", "A-Z1");
    wait_for_bundles(&market, 1);
    till.cut();
    assert_eq!(market.entries("stock").len(), 2);
    assert_eq!(market.entries("count").len(), 1);
    assert_eq!(market.entries("closing").len(), 1);
    assert_eq!(bundles(&market).len(), 1);
    assert_eq!(market.verified()["clean"], true);
}

/// Presses the keys that write, pulls the plug a moment later, and does so until the next step is
/// there: before the entry, while it is written, and after it.
fn again_and_again(
    market: &Market,
    mut till: Terminal,
    here: &str,
    keys: &str,
    next: &str,
) -> Terminal {
    for after_ms in [20, 115, 122, 126, 130, 140] {
        till.wait_for(here);
        press(&mut till, keys);
        till.pause(Duration::from_millis(after_ms));
        till.cut();
        till = Terminal::open(market.command(&[]));
        let is_next = |shown: &str| shown.contains(next) || shown.contains("Les plus vendus");
        till.wait_until(&format!("{here} or {next}"), |screen| {
            let shown = text(screen);
            shown.contains(here) || is_next(&shown)
        });
        // A step that was being written goes on by itself.
        till.pause(DELIBERATE);
        if is_next(&till.text()) {
            return till;
        }
    }
    till.wait_for(here);
    press(&mut till, keys);
    till.wait_for(next);
    till
}

#[test]
fn a_bundle_that_a_power_cut_kept_from_being_written_is_there_after_the_next_start() {
    let market = market();
    let mut till = till(&market);
    to_the_closing(&mut till);
    press(&mut till, "l");
    till.wait_for("À l’aveugle");
    press(&mut till, "=270\r4\r1\r12\r");
    till.wait_for("juste");
    press(&mut till, "\r");
    till.wait_for("Fond à laisser");
    press(&mut till, "\r");
    let mut till = sealed(till);
    till.wait_for("Clôturé : A-Z1.");
    wait_for_bundles(&market, 1);
    till.cut();
    // What a cut leaves that comes before the first byte of it, and in the middle.
    let name = bundles(&market).remove(0);
    let bundle = market.folder().join("outbox").join(&name);
    let seal = fs::read(bundle.join("datapackage.json.sig")).unwrap();
    for half in [false, true] {
        if half {
            fs::remove_file(bundle.join("datapackage.json.sig")).unwrap();
            fs::remove_file(bundle.join("payments.csv")).unwrap();
        } else {
            fs::remove_dir_all(market.folder().join("outbox")).unwrap();
        }
        let till = started(market.command(&[]));
        assert!(till.text().contains("Les plus vendus"));
        wait_for_bundles(&market, 1);
        till.cut();
        assert_eq!(bundles(&market), [name.as_str()]);
        let again = fs::read(bundle.join("datapackage.json.sig")).unwrap();
        assert_eq!(again, seal, "the same bytes");
        assert!(bundle.join("payments.csv").exists());
    }
    assert_eq!(market.entries("closing").len(), 1);
}
