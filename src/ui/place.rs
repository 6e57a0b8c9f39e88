//! All screens there are: the only place where one is told from another.

use super::{
    event::Effect,
    screen::Screen,
    screens::{
        about::About, audit::Audit, cash::Cash, change::Change, close_before::CloseBefore,
        close_cheques::CloseCheques, close_count::CloseCount, close_float::CloseFloat,
        close_gap::CloseGap, close_page::ClosePage, close_seal::CloseSeal,
        close_unsold::CloseUnsold, closings::Closings, control::ControlPage, envelopes::Envelopes,
        help::Help, journal::Journal, member_card::MemberCard, member_form::MemberForm,
        member_list::MemberList, member_statement::MemberStatement, menu::Menu, open_day::OpenDay,
        operators::Operators, palette::Palette, parked::ParkedList, pay::Pay, periods::Periods,
        pick::Pick, pin::PinAsk, pin_set::PinSet, producers::Producers, question::Question,
        reattribute::Reattribute, refund::Refund, report_x::ReportX, sell::Sell, settle::Settle,
        shortlist::Shortlist, stock::Stock, ticket::OneTicket, ticket_means::TicketMeans,
    },
    shop::Shop,
};

/// A screen with its state.
pub enum Place {
    /// Ringing up.
    Sell(Sell),
    /// Taking the money.
    Pay(Pay),
    /// Giving change.
    Change(Change),
    /// The digits that lead everywhere.
    Menu(Menu),
    /// All actions, by name.
    Palette(Palette),
    /// What the keys of a screen do.
    Help(Help),
    /// Choosing among several articles.
    Pick(Pick),
    /// One article: its price, sold out, or a new one.
    About(Box<About>),
    /// Tickets set aside.
    Parked(ParkedList),
    /// What came, went and is left.
    Stock(Stock),
    /// The day's tickets.
    Journal(Journal),
    /// How the day stands.
    ReportX(ReportX),
    /// Months, quarters, years.
    Periods(Periods),
    /// One recorded ticket.
    Ticket(Box<OneTicket>),
    /// Taking back what was sold.
    Refund(Box<Refund>),
    /// How a recorded ticket was really paid.
    TicketMeans(Box<TicketMeans>),
    /// Giving what was sold to the right producer or rate.
    Reattribute(Box<Reattribute>),
    /// One of a few: a tariff, a kind of jar, a producer, a reason.
    Shortlist(Box<Shortlist>),
    /// What each producer is owed.
    Producers(Producers),
    /// A producer's day and the settlement with her.
    Settle(Box<Settle>),
    /// All members.
    MemberList(MemberList),
    /// One member.
    MemberCard(Box<MemberCard>),
    /// A member's card being filled in.
    MemberForm(Box<MemberForm>),
    /// What came and went on an account.
    MemberStatement(MemberStatement),
    /// Yes or no.
    Question(Question),
    /// Who is at the till.
    Operators(Operators),
    /// The keeper's PIN is asked for.
    Pin(Box<PinAsk>),
    /// The keeper's PIN is set.
    PinSet(PinSet),
    /// Cash that comes and goes without a sale.
    Cash(Cash),
    /// A market is opened, or its float counted.
    OpenDay(OpenDay),
    /// Money that left with somebody after a closing.
    Envelopes(Envelopes),
    /// All that is in the journal.
    Audit(Box<Audit>),
    /// What stands in the way of closing.
    CloseBefore(CloseBefore),
    /// What was not sold.
    CloseUnsold(Box<CloseUnsold>),
    /// Counting what is there.
    CloseCount(Box<CloseCount>),
    /// What should be there, and what is.
    CloseGap(Box<CloseGap>),
    /// What stays in the drawer at a closing, and what leaves.
    CloseFloat(CloseFloat),
    /// The Z before it is closed.
    CloseSeal(Box<CloseSeal>),
    /// A closing, and what is done with it.
    ClosePage(Box<ClosePage>),
    /// The cheques, ticked against the pile.
    CloseCheques(CloseCheques),
    /// What was closed.
    Closings(Closings),
    /// What an inspector asks first.
    Control(Box<ControlPage>),
}

impl Place {
    /// Whether it shows itself what becomes of what is carried out of the till.
    pub const fn follows_carrying(&self) -> bool {
        matches!(
            self,
            Self::ClosePage(_) | Self::Control(_) | Self::Periods(_) | Self::ReportX(_)
        )
    }

    /// The screen that takes keys and draws.
    pub fn screen(&self) -> &dyn Screen {
        match self {
            Self::Sell(it) => it,
            Self::Pay(it) => it,
            Self::Change(it) => it,
            Self::Menu(it) => it,
            Self::Palette(it) => it,
            Self::Help(it) => it,
            Self::Pick(it) => it,
            Self::About(it) => it.as_ref(),
            Self::Parked(it) => it,
            Self::Stock(it) => it,
            Self::Journal(it) => it,
            Self::ReportX(it) => it,
            Self::Periods(it) => it,
            Self::Ticket(it) => it.as_ref(),
            Self::Refund(it) => it.as_ref(),
            Self::TicketMeans(it) => it.as_ref(),
            Self::Reattribute(it) => it.as_ref(),
            Self::Shortlist(it) => it.as_ref(),
            Self::Producers(it) => it,
            Self::Settle(it) => it.as_ref(),
            Self::MemberList(it) => it,
            Self::MemberCard(it) => it.as_ref(),
            Self::MemberForm(it) => it.as_ref(),
            Self::MemberStatement(it) => it,
            Self::Question(it) => it,
            Self::Operators(it) => it,
            Self::Pin(it) => it.as_ref(),
            Self::PinSet(it) => it,
            Self::Cash(it) => it,
            Self::OpenDay(it) => it,
            Self::Envelopes(it) => it,
            Self::Audit(it) => it.as_ref(),
            Self::CloseBefore(it) => it,
            Self::CloseUnsold(it) => it.as_ref(),
            Self::CloseCount(it) => it.as_ref(),
            Self::CloseGap(it) => it.as_ref(),
            Self::CloseFloat(it) => it,
            Self::CloseSeal(it) => it.as_ref(),
            Self::ClosePage(it) => it.as_ref(),
            Self::CloseCheques(it) => it,
            Self::Closings(it) => it,
            Self::Control(it) => it.as_ref(),
        }
    }

    /// The same, to be changed.
    pub fn screen_mut(&mut self) -> &mut dyn Screen {
        match self {
            Self::Sell(it) => it,
            Self::Pay(it) => it,
            Self::Change(it) => it,
            Self::Menu(it) => it,
            Self::Palette(it) => it,
            Self::Help(it) => it,
            Self::Pick(it) => it,
            Self::About(it) => it.as_mut(),
            Self::Parked(it) => it,
            Self::Stock(it) => it,
            Self::Journal(it) => it,
            Self::ReportX(it) => it,
            Self::Periods(it) => it,
            Self::Ticket(it) => it.as_mut(),
            Self::Refund(it) => it.as_mut(),
            Self::TicketMeans(it) => it.as_mut(),
            Self::Reattribute(it) => it.as_mut(),
            Self::Shortlist(it) => it.as_mut(),
            Self::Producers(it) => it,
            Self::Settle(it) => it.as_mut(),
            Self::MemberList(it) => it,
            Self::MemberCard(it) => it.as_mut(),
            Self::MemberForm(it) => it.as_mut(),
            Self::MemberStatement(it) => it,
            Self::Question(it) => it,
            Self::Operators(it) => it,
            Self::Pin(it) => it.as_mut(),
            Self::PinSet(it) => it,
            Self::Cash(it) => it,
            Self::OpenDay(it) => it,
            Self::Envelopes(it) => it,
            Self::Audit(it) => it.as_mut(),
            Self::CloseBefore(it) => it,
            Self::CloseUnsold(it) => it.as_mut(),
            Self::CloseCount(it) => it.as_mut(),
            Self::CloseGap(it) => it.as_mut(),
            Self::CloseFloat(it) => it,
            Self::CloseSeal(it) => it.as_mut(),
            Self::ClosePage(it) => it.as_mut(),
            Self::CloseCheques(it) => it,
            Self::Closings(it) => it,
            Self::Control(it) => it.as_mut(),
        }
    }

    /// What the screen asks for when it opens.
    pub fn opening(&self, shop: &Shop) -> Vec<Effect> {
        match self {
            Self::Cash(_) => Cash::opening(),
            Self::Envelopes(_) => Envelopes::opening(),
            Self::Stock(_) => vec![Effect::AskStock(shop.day())],
            Self::ReportX(_) => ReportX::opening(),
            Self::Periods(_) => Periods::opening(),
            Self::Control(_) => ControlPage::opening(),
            Self::Journal(it) => vec![Effect::AskTickets(it.day(shop))],
            Self::Sell(_)
            | Self::Pay(_)
            | Self::Change(_)
            | Self::Menu(_)
            | Self::Palette(_)
            | Self::Help(_)
            | Self::About(_)
            | Self::Shortlist(_)
            | Self::MemberForm(_)
            | Self::Refund(_)
            | Self::Parked(_)
            | Self::Operators(_)
            | Self::PinSet(_)
            | Self::OpenDay(_)
            | Self::Audit(_) => Vec::new(),
            Self::CloseBefore(_) => CloseBefore::opening(),
            Self::CloseUnsold(_) => CloseUnsold::opening(shop),
            Self::CloseCount(_) => CloseCount::opening(),
            Self::CloseGap(_) => CloseGap::opening(),
            Self::MemberList(it) => it.opening(),
            Self::MemberCard(it) => it.opening(),
            Self::MemberStatement(it) => it.opening(),
            Self::Pin(_) => PinAsk::opening(shop),
            Self::Ticket(it) => vec![it.opening()],
            Self::Reattribute(it) => it.opening(),
            Self::TicketMeans(_) => vec![TicketMeans::opening(shop)],
            Self::Pick(it) => it.opening(shop),
            Self::Producers(_) => Producers::opening(),
            Self::Settle(it) => it.opening(shop),
            Self::Question(it) => it.opening(),
            Self::CloseFloat(_) => CloseFloat::opening(),
            Self::CloseSeal(_) => CloseSeal::opening(),
            Self::ClosePage(it) => it.opening(),
            Self::CloseCheques(_) => CloseCheques::opening(),
            Self::Closings(it) => it.opening(),
        }
    }
}
