//! Ringing up, as the stallholder sees it.
mod kit;

use kit::stall;

#[test]
fn a_code_puts_its_article_on_the_ticket() {
    let mut stall = stall();
    stall.press("12<enter>860*31<enter>3x7<enter>2*mi");
    println!("{}", stall.screen());
}
