//! Everything one can ask for by name: the palette, the menu and the function keys are made from
//! this one list.

use super::{
    canvas::Look,
    closing,
    entry::DigitRow,
    event::Effect,
    keeper::Act,
    keys::Key,
    notice::Notice,
    place::Place,
    screen::{Go, Turn},
    screens::{
        about::About, audit::Audit, cash::Cash, closings::Closings, control::ControlPage,
        envelopes::Envelopes, journal::Journal, member_list::MemberList, menu::Menu,
        open_day::OpenDay, operators::Operators, palette::Palette, parked::ParkedList, pay::Pay,
        periods::Periods, pin_set::PinSet, producers::Producers, question::Question,
        reattribute::Reattribute, report_x::ReportX, sell_back, stock::Stock, tariffs,
    },
    shop::Shop,
    theme::Theme,
    words::{Language, Words},
};

/// An action with a name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Command {
    /// Ring up.
    Sell,
    /// Take the money.
    Pay,
    /// Set the ticket aside, or take one up again.
    Park,
    /// See the tickets set aside.
    Parked,
    /// Give the ticket up.
    Abandon,
    /// Print the last ticket.
    PrintLast,
    /// See the day's tickets.
    Journal,
    /// See what is left.
    Stock,
    /// See what each producer is owed, and settle with her.
    Producers,
    /// Give an article's sales to the right producer or VAT rate.
    Reattribute,
    /// Say whose the amounts under shared quick keys are.
    AttributeShared,
    /// Make a new article.
    NewArticle,
    /// Take goods back whose ticket is not known.
    BackWithoutTicket,
    /// Open the drawer without a sale.
    Drawer,
    /// Dark on light.
    Soleil,
    /// Light on dark.
    Nuit,
    /// No colours.
    Mono,
    /// Speak French.
    French,
    /// Speak English.
    English,
    /// Digits without Shift on a French keyboard, or as they are typed.
    DigitRow,
    /// See who may be at the till, and say who is.
    Operators,
    /// The next one is at the till.
    NextOperator,
    /// Show nothing and take nothing until somebody unlocks.
    Lock,
    /// Set or clear the keeper's PIN.
    KeeperPin,
    /// Read every entry and write none.
    Audit,
    /// What an inspector asks first.
    Control,
    /// All actions by name.
    Palette,
    /// The digits that lead everywhere.
    Menu,
    /// What the keys do here.
    Help,
    /// End the program; nothing is lost.
    Quit,
    /// See the members and their accounts.
    Members,
    /// Orders, which this version has not.
    Orders,
    /// Which price the customer pays.
    Tariff,
    /// Note cash that comes and goes without a sale.
    Cash,
    /// Open a market.
    OpenDay,
    /// See the envelopes that are not at the bank yet.
    Envelopes,
    /// See how the day stands; it closes nothing.
    ReportX,
    /// See months, quarters and years, and write their tables.
    Periods,
    /// Close the day, or go on closing it.
    Closing,
    /// See what was closed.
    Closings,
    /// The settings screen, which this version has not: the settings are a command.
    Settings,
}

impl Command {
    /// What the palette offers, in its order.
    pub const ALL: [Self; 39] = [
        Self::Sell,
        Self::Members,
        Self::Pay,
        Self::Park,
        Self::Parked,
        Self::Abandon,
        Self::PrintLast,
        Self::Journal,
        Self::Stock,
        Self::Producers,
        Self::Reattribute,
        Self::AttributeShared,
        Self::NewArticle,
        Self::Tariff,
        Self::BackWithoutTicket,
        Self::OpenDay,
        Self::Cash,
        Self::Envelopes,
        Self::ReportX,
        Self::Periods,
        Self::Closing,
        Self::Closings,
        Self::Drawer,
        Self::Soleil,
        Self::Nuit,
        Self::Mono,
        Self::French,
        Self::English,
        Self::Operators,
        Self::NextOperator,
        Self::Lock,
        Self::KeeperPin,
        Self::Audit,
        Self::Control,
        Self::DigitRow,
        Self::Palette,
        Self::Menu,
        Self::Help,
        Self::Quit,
    ];

    /// The menu: its digits never change their meaning.
    pub const MENU: [(char, Self); 10] = [
        ('1', Self::Sell),
        ('2', Self::Members),
        ('3', Self::Orders),
        ('4', Self::Stock),
        ('5', Self::Parked),
        ('6', Self::Cash),
        ('7', Self::Journal),
        ('8', Self::ReportX),
        ('9', Self::Closing),
        ('0', Self::Settings),
    ];

    /// What has a key of its own on every screen.
    pub const KEYED: [Self; 12] = [
        Self::Help,
        Self::Members,
        Self::Park,
        Self::PrintLast,
        Self::Orders,
        Self::Tariff,
        Self::Cash,
        Self::Journal,
        Self::Pay,
        Self::Lock,
        Self::NextOperator,
        Self::Palette,
    ];

    /// The key that asks for it on every screen, if it has one.
    pub const fn key(self) -> Option<Key> {
        match self {
            Self::Palette => Some(Key::Ctrl('p')),
            Self::Help => Some(Key::F(1)),
            Self::Members => Some(Key::F(2)),
            Self::Park => Some(Key::F(3)),
            Self::PrintLast => Some(Key::F(4)),
            Self::Orders => Some(Key::F(5)),
            Self::Tariff => Some(Key::F(6)),
            Self::Cash => Some(Key::F(7)),
            Self::Journal => Some(Key::F(8)),
            Self::Pay => Some(Key::F(9)),
            Self::Lock => Some(Key::F(11)),
            Self::NextOperator => Some(Key::F(12)),
            _ => None,
        }
    }

    /// The command of such a key.
    pub fn of_key(key: Key) -> Option<Self> {
        Self::KEYED
            .into_iter()
            .find(|command| command.key() == Some(key))
    }

    /// Whether this version can do it.
    pub const fn is_there(self) -> bool {
        !matches!(self, Self::Orders | Self::Settings)
    }

    /// The word of the locale for it.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Sell => "command-sell",
            Self::Pay => "command-pay",
            Self::Park => "command-park",
            Self::Parked => "command-parked",
            Self::Abandon => "command-abandon",
            Self::PrintLast => "command-print-last",
            Self::Journal => "command-journal",
            Self::Stock => "command-stock",
            Self::Producers => "command-producers",
            Self::Reattribute => "command-reattribute",
            Self::AttributeShared => "command-attribute-shared",
            Self::NewArticle => "command-new-article",
            Self::BackWithoutTicket => "command-back-without-ticket",
            Self::Drawer => "command-drawer",
            Self::Soleil => "command-soleil",
            Self::Nuit => "command-nuit",
            Self::Mono => "command-mono",
            Self::French => "command-french",
            Self::English => "command-english",
            Self::DigitRow => "command-digit-row",
            Self::Operators => "command-operators",
            Self::NextOperator => "command-next-operator",
            Self::Lock => "command-lock",
            Self::KeeperPin => "command-keeper-pin",
            Self::Audit => "command-audit",
            Self::Control => "command-control",
            Self::Palette => "command-palette",
            Self::Menu => "command-menu",
            Self::Help => "command-help",
            Self::Quit => "command-quit",
            Self::Members => "command-members",
            Self::Orders => "command-orders",
            Self::Tariff => "command-tariff",
            Self::Cash => "command-cash",
            Self::OpenDay => "command-open-day",
            Self::Envelopes => "command-envelopes",
            Self::ReportX => "command-report-x",
            Self::Periods => "command-periods",
            Self::Closing => "command-closing",
            Self::Closings => "command-closings",
            Self::Settings => "command-settings",
        }
    }

    /// Does it.
    pub fn turn(self, shop: &mut Shop) -> Turn {
        match self {
            Self::Sell => Turn::go(Go::Home),
            Self::Pay => Pay::open(shop),
            Self::Park => park(shop),
            Self::Parked => Turn::go(Go::Over(Place::Parked(ParkedList::default()))),
            Self::Abandon => abandon(shop),
            Self::PrintLast => print_last(shop),
            Self::Journal => Turn::go(Go::Over(Place::Journal(Journal::default()))),
            Self::Stock => Turn::go(Go::Over(Place::Stock(Stock::default()))),
            Self::Producers => Turn::go(Go::Over(Place::Producers(Producers::default()))),
            Self::Reattribute => Reattribute::article(shop),
            Self::AttributeShared => Reattribute::shared(shop),
            Self::NewArticle => Turn::go(Go::Over(Place::About(Box::new(About::new_article(
                shop, "",
            ))))),
            Self::Drawer => shop.open_drawer_without_sale(),
            Self::Soleil => paint(shop, Theme::soleil(), "soleil"),
            Self::Nuit => paint(shop, Theme::nuit(), "nuit"),
            Self::Mono => paint(shop, Theme::mono(), "mono"),
            Self::French => speak(shop, Language::French),
            Self::English => speak(shop, Language::English),
            Self::DigitRow => digit_row(shop),
            Self::Tariff => tariffs::open(shop),
            Self::Periods => Turn::go(Go::Over(Place::Periods(Periods::default()))),
            Self::ReportX => Turn::go(Go::Over(Place::ReportX(ReportX::default()))),
            Self::BackWithoutTicket => sell_back::begin(shop),
            Self::Closings => Turn::go(Go::Over(Place::Closings(Closings::default()))),
            Self::Operators => Turn::go(Go::To(Place::Operators(Operators::open(shop)))),
            Self::NextOperator => shop.next_operator(),
            Self::Lock => shop.lock(),
            Self::KeeperPin => {
                let pin = Place::PinSet(PinSet::default());
                shop.guard(Act::Pin, Turn::go(Go::Over(pin)))
            }
            Self::Audit => {
                let audit = Audit::open(shop);
                Turn::go(Go::Over(Place::Audit(Box::new(audit))))
            }
            Self::Control => {
                let page = ControlPage::open(shop);
                Turn::go(Go::Over(Place::Control(Box::new(page))))
            }
            Self::Palette => Turn::go(Go::To(Place::Palette(Palette::open(shop)))),
            Self::Menu => Turn::go(Go::Over(Place::Menu(Menu::default()))),
            Self::Help => Turn::go(Go::Help),
            Self::Quit => Turn::with(vec![Effect::Quit]),
            Self::Members => {
                let list = MemberList::open(shop);
                Turn::go(Go::Over(Place::MemberList(list)))
            }
            Self::Cash => Cash::open(),
            Self::OpenDay => OpenDay::open(shop),
            Self::Envelopes => Envelopes::open(),
            Self::Closing => closing::open(shop),
            Self::Orders | Self::Settings => {
                let name = shop.look.words.say(self.word());
                shop.say(Notice::warning("command-not-there").with("name", name));
                Turn::bell()
            }
        }
    }
}

fn park(shop: &mut Shop) -> Turn {
    if !shop.basket().is_empty() {
        shop.park();
        let count = shop.drafts.parked.len().to_string();
        shop.say(Notice::done("parked-done").with("count", count));
        return Turn::go(Go::Home);
    }
    match shop.drafts.parked.len() {
        0 => {
            shop.say(Notice::warning("parked-none"));
            Turn::bell()
        }
        1 => {
            shop.resume(0);
            shop.say(Notice::done("parked-resumed"));
            Turn::go(Go::Home)
        }
        _ => Turn::go(Go::Over(Place::Parked(ParkedList::default()))),
    }
}

fn abandon(shop: &mut Shop) -> Turn {
    if shop.basket().is_empty() {
        shop.say(Notice::warning("abandon-empty"));
        return Turn::bell();
    }
    Turn::go(Go::Over(Place::Question(Question::abandon(shop))))
}

fn print_last(shop: &mut Shop) -> Turn {
    if let Some(last) = &shop.last {
        let ticket = last.name.clone();
        shop.say(Notice::done("print-sent").with("name", ticket.clone()));
        return Turn::with(vec![Effect::Print { ticket }]);
    }
    shop.say(Notice::warning("print-none"));
    Turn::bell()
}

fn paint(shop: &mut Shop, theme: Theme, name: &'static str) -> Turn {
    shop.look.theme = theme;
    Turn::with(vec![Effect::Remember("theme", name.to_owned())])
}

fn speak(shop: &mut Shop, language: Language) -> Turn {
    shop.look = Look {
        theme: shop.look.theme,
        words: Words::of(language),
    };
    let code = language.code().to_owned();
    Turn::with(vec![Effect::Remember("language", code)])
}

fn digit_row(shop: &mut Shop) -> Turn {
    let (row, name, word) = match shop.digits {
        DigitRow::AsTyped => (DigitRow::French, "french", "digit-row-french"),
        DigitRow::French => (DigitRow::AsTyped, "as_typed", "digit-row-as-typed"),
    };
    shop.digits = row;
    shop.say(Notice::done(word));
    Turn::with(vec![Effect::Remember("digit_row", name.to_owned())])
}
