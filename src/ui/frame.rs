//! What is around every screen: the header, the status row and the keys that work now.

use ratatui::{Frame, layout::Rect};

use super::{
    canvas::Canvas,
    event::News,
    foot,
    keys::Stroke,
    notice::Notice,
    room,
    screen::{Pace, Screen, Turn},
    shop::{Sample, Shop},
    text,
};

/// The columns of air around and between the two ends of the header.
const AIR: usize = 3;

/// Draws the screen with its surroundings; changes nothing.
pub fn draw(frame: &mut Frame<'_>, shop: &Shop, screen: &dyn Screen) {
    let mut canvas = Canvas::new(frame, &shop.look);
    if canvas.too_small() {
        return;
    }
    let mut area = canvas.area();
    let header = room::top(&mut area, 1);
    let keys = room::bottom(&mut area, 1);
    let status = room::bottom(&mut area, 1);
    header_bar(&mut canvas, header, shop, screen);
    status_row(&mut canvas, status, shop, screen);
    canvas.foot(keys, &screen.keys(shop));
    screen.view(shop, &mut canvas, area);
}

fn header_bar(canvas: &mut Canvas<'_, '_>, at: Rect, shop: &Shop, screen: &dyn Screen) {
    let words = canvas.words();
    let local = shop.now.local();
    let mut left = vec![
        words.say(screen.title()).to_uppercase(),
        shop.settings.stall.name.to_string(),
        words.date_short(local.date()),
    ];
    if shop.sample == Sample::Demo {
        left.insert(0, words.say("header-demo"));
    }
    if !shop.operator.is_empty() {
        left.push(shop.operator.clone());
    }
    let number = shop.next_number.to_string();
    let mut right = vec![words.say_with("header-ticket", &[("number", &number)])];
    if shop.disk.is_some() {
        right.insert(0, words.say("header-disk"));
    }
    if shop.other_waits() {
        right.push(words.say("header-other"));
    }
    let waiting = shop.drafts.parked.len();
    if waiting > 0 {
        right.push(words.count("header-waiting", waiting));
    }
    right.push(words.time(local.time()));
    let right = right.join(" · ");
    let width = |left: &[String]| text::width(&left.join(" · ")) + text::width(&right);
    // Who is at the till matters more than whose till it is.
    if width(&left) + AIR > usize::from(at.width) {
        let stall = left
            .iter()
            .position(|it| *it == *shop.settings.stall.name.as_str());
        stall.map(|at| left.remove(at));
    }
    canvas.bar(at, &left.join(" · "), &right);
}

/// The last notice; under it, what is wrong with the disk or the printer until it is cured.
fn status_row(canvas: &mut Canvas<'_, '_>, at: Rect, shop: &Shop, screen: &dyn Screen) {
    let said = shop.notice.as_ref().or(shop.disk.as_ref()).cloned();
    // What the printer cannot is seen beside an open ticket; between two there may be more urgent.
    let quiet = said.is_none() && screen.is_quiet(shop);
    let reminder = if quiet { shop.reminder() } else { None };
    if let Some(notice) = said.or(reminder).or_else(|| shop.printer.clone()) {
        let sentence = notice.text(canvas.words());
        let sentence = format!("{} {sentence}", notice.role.sign());
        canvas.text(room::indented(at, 1), notice.role, sentence.trim_start());
    }
}

/// The screen of a model without one, which never is: it says nothing and takes nothing.
pub(super) const EMPTY: Empty = Empty;

pub(super) struct Empty;

impl Screen for Empty {
    fn title(&self) -> &'static str {
        "sell"
    }
    fn keys(&self, _shop: &Shop) -> Vec<foot::Bind> {
        Vec::new()
    }
    fn key(&mut self, _stroke: Stroke, _pace: Pace, _shop: &mut Shop) -> Turn {
        Turn::stay()
    }
    fn scanned(&mut self, _code: &str, _shop: &mut Shop) -> Turn {
        Turn::stay()
    }
    fn told(&mut self, _news: &News, _shop: &mut Shop) -> Turn {
        Turn::stay()
    }
    fn view(&self, _shop: &Shop, _canvas: &mut Canvas<'_, '_>, _area: Rect) {}
}

impl Shop {
    /// Says something in the status row, until the next action.
    pub fn say(&mut self, notice: Notice) {
        self.notice = Some(notice);
    }

    /// Says why not, with the bell.
    pub fn refuse(&mut self, notice: Notice) -> Turn {
        self.say(notice);
        Turn::bell()
    }
}
