//! The menu, the actions by name, the help, and the tickets set aside.

use crate::kit::{english_stall, stall};
use expect_test::expect;

#[test]
fn look() {
    println!("{}", stall().screen());
    println!(
        "{}",
        stall()
            .press("12<enter>3*31<enter>45<enter>5*45<enter>mi")
            .screen()
    );
    println!("{}", stall().press("12<enter><esc>").screen());
    println!("{}", english_stall().press("<esc>").screen());
    println!("{}", stall().press(":").screen());
    println!("{}", stall().press("?").screen());
    println!("{}", stall().press("?<pagedown>").screen());
    println!("{}", stall().press("?<pagedown><pagedown>").screen());
    println!(
        "{}",
        stall()
            .press("12<enter><f3>31<enter>12<enter><f3>7<enter><esc>5")
            .screen()
    );
    expect![""].assert_eq("");
}
