//! How many keys a closing takes, from the sell screen to the sealed Z.

use crate::{
    end::{closings, sold},
    kit::cents,
};

#[test]
fn one_total_takes_sixteen_keys_at_most() {
    let mut stall = sold();
    // What was not sold is taken home before; a stall that counts no stock is not asked.
    stall.press("<esc>9<enter>").rest().press("<esc>").rest();
    stall.keys = 0;
    stall.press("<esc>9=152,30<enter>").rest();
    stall.press("<enter>").rest().press("<enter>").rest();
    stall.press("<enter>").rest().press("<enter>").rest();
    stall.press("z<enter>").rest();
    assert_eq!(closings(&stall).len(), 1, "{}", stall.screen());
    assert!(stall.keys <= 16, "{}", stall.keys);
}

#[test]
fn a_full_count_takes_fifty_five_keys_at_most() {
    let mut stall = sold();
    stall.press("<esc>9<enter>").rest().press("<esc>").rest();
    stall.keys = 0;
    // 2 × 50, 1 × 20, 1 × 10, 1 × 5, 6 × 2, 4 × 1, 2 × 0,50, 1 × 0,20, 1 × 0,10.
    stall.press("<esc>92<enter>1<enter>1<enter>1<enter>6<enter>4<enter>");
    stall.press("2<enter>1<enter>1<enter><enter><enter><enter><enter>");
    stall.press("7,20<enter>3<enter>9,20<enter>").rest();
    stall.press("<enter>").rest().press("<enter>").rest();
    stall.press("z<enter>").rest();
    let closed = closings(&stall);
    assert_eq!(closed.len(), 1, "{}", stall.screen());
    let found = closed[0].means[0].difference();
    assert_eq!(found, Some(cents(30)), "{:?}", closed[0].means);
    assert!(stall.keys <= 55, "{}", stall.keys);
}
