//! What the pictures show: a few minutes at the sample market, on a fixed morning.

use etal::{
    app::sample,
    store::{Opening, Store},
    ui::{
        theme::Theme,
        words::{Language, Words},
    },
};

use super::{
    kit::{self, Stall},
    svg,
};

/// A picture and the file it belongs in.
pub struct Picture {
    /// The file's name, as `sell.fr.svg`.
    pub file: String,
    /// What is in it.
    pub svg: String,
}

/// A picture's name, which is also the word for its screen's title, and the keys that lead to it
/// from the one before.
const SCENES: [(&str, &str); 13] = [
    ("sell", "12<enter>860*31<enter>3x7<enter>2*45<enter>4,50l"),
    ("pay", "<enter><enter>50"),
    ("change", "<enter>"),
    ("stock", "<esc><esc>4"),
    ("journal", "<esc><esc>7"),
    ("menu", "<esc><esc>"),
    ("members", "<esc><f2>"),
    ("refund", "<esc><f8><down><enter><down>r<enter>"),
    (
        "settle",
        "<esc><esc><esc><esc>:prod<enter><down><down><enter>",
    ),
    ("report", "<esc><esc><esc>8"),
    (
        "close-count",
        "<esc><esc>9<enter>1<enter>3<enter>5<enter>5<enter>10<enter>8<enter>3<enter>2<enter>",
    ),
    // The first sale was paid by card and typed as cash.
    (
        "close-gap",
        "1<enter>1<enter>1<enter><enter><enter>63,30<enter>",
    ),
    ("closings-page", "<enter><enter>z<enter>"),
];

/// Every picture, in both languages.
pub fn all() -> Vec<Picture> {
    let languages = [(Language::French, "fr"), (Language::English, "en")];
    languages
        .into_iter()
        .flat_map(|(language, tail)| scenes(language, tail))
        .collect()
}

fn scenes(language: Language, tail: &str) -> Vec<Picture> {
    let words = Words::of(language);
    let mut stall = kit::open(market(), language, None);
    stall.till.model.shop.look.theme = Theme::soleil();
    SCENES
        .iter()
        .map(|(name, keys)| {
            stall.press(keys).rest();
            Picture {
                file: format!("{name}.{tail}.svg"),
                svg: draw(&stall, &words.say(name)),
            }
        })
        .collect()
}

fn draw(stall: &Stall, title: &str) -> String {
    svg::of(title, |frame| stall.till.model.view(frame))
}

/// The sample market in memory, as it is on a Saturday in November at eighteen to eleven.
pub fn market() -> Store {
    let opening = Opening {
        dir: std::path::Path::new(""),
        machine: String::new(),
        version: etal::app::VERSION.to_owned(),
        at: kit::morning(),
        seed: [3; 32],
        stall: kit::label("Marché de Die"),
        till_name: etal::app::till_name(),
    };
    let (mut store, _) = Store::in_memory(&opening).unwrap();
    sample::fill(&mut store, kit::morning(), [11; 32]).unwrap();
    store
}
