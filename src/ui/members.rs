//! What the shop knows of its members: who is on the ticket, what stands on the accounts, and how
//! both change.

use super::{event::Effect, event::News, notice::Notice, shop::Shop};
use crate::domain::{
    asking::{AccountRow, Ask, Found},
    basket::SomebodyElse,
    ids::{Id, Uid},
    journal::Fact,
    member::{Contact, MemberChange, Standing},
    money::Money,
    settings::TenderKind,
    ticket::{Owner, Share, Ticket},
};

/// Accounts that are being written, and questions on their way.
#[derive(Default)]
pub struct Desired {
    effects: Vec<Effect>,
    saving: Vec<Saving>,
}

/// A written change of accounts, until the journal has it.
struct Saving {
    uid: Uid,
    row: Option<AccountRow>,
    touched: Vec<Id>,
}

impl Shop {
    /// The account of the member on the open ticket; none where nobody is attached, or nobody
    /// knows her here.
    pub fn account(&self) -> Option<&AccountRow> {
        self.members.by_id(self.basket().member()?)
    }

    /// Who is on the open ticket, for the ticket's head.
    pub fn member_on_ticket(&self) -> Option<String> {
        self.basket().member()?;
        let words = &self.look.words;
        let name = self.account().map(|row| self.member_name(row));
        Some(name.unwrap_or_else(|| words.say("members-unknown")))
    }

    /// What people call a household, whoever it was.
    pub fn member_name(&self, row: &AccountRow) -> String {
        row.contact
            .as_ref()
            .map_or_else(|| self.look.words.say("members-nobody"), Contact::name)
    }

    /// What of the open ticket an account can pay, and what stands on it then: a top-up is paid by
    /// other means, everything else by the account.
    pub fn after_ticket(&self, row: &AccountRow) -> (Money, Money) {
        let lines = self.priced().lines.iter();
        let mine = |share: &&Share| {
            share.to == Owner::Account && share.id.as_ref() == Some(&row.member.id)
        };
        let shares = lines.flat_map(|line| &line.shares).filter(mine);
        let brought: Money = shares.map(|share| share.cents).sum();
        let to_pay = self.priced().total - brought;
        (to_pay, row.balance + brought - to_pay)
    }

    /// Puts a member on the open ticket, or says why not.
    pub fn attach(&mut self, id: &Id) -> Result<(), Notice> {
        let Some(row) = self.members.by_id(id) else {
            return Err(Notice::warning("members-unknown-now"));
        };
        let name = self.member_name(row);
        let balance = self.look.words.money(row.balance);
        if row.member.state != Standing::Open {
            return Err(Notice::warning("members-closed-now").with("name", name));
        }
        if let Err(SomebodyElse) = self.edit(|basket| basket.attach(Some(id.clone()))) {
            return Err(self.somebody_elses());
        }
        self.say(
            Notice::done("members-attached")
                .with("name", name)
                .with("balance", balance),
        );
        Ok(())
    }

    /// Refuses because the open ticket is another member's.
    pub fn somebody_elses(&self) -> Notice {
        let there = self.account().map(|row| self.member_name(row));
        let there = there.unwrap_or_else(|| self.look.words.say("members-unknown"));
        Notice::warning("members-two").with("there", there)
    }

    /// Takes the member off the open ticket; false if nobody was on it.
    pub fn detach(&mut self) -> bool {
        if self.basket().member().is_none() {
            return false;
        }
        let name = self.account().map(|row| self.member_name(row));
        let name = name.unwrap_or_else(|| self.look.words.say("members-unknown"));
        // Nobody can be attached in her place by this.
        let _ = self.edit(|basket| basket.attach(None));
        self.say(Notice::done("members-detached").with("name", name));
        true
    }

    /// Asks the journal; the answer comes as [`News::Found`].
    pub fn ask(&mut self, ask: Ask) {
        self.desired.effects.push(Effect::Ask(ask));
    }

    /// Writes an account and whose it is; the directory has it once the journal has.
    pub fn save_member(&mut self, change: MemberChange, row: AccountRow) -> Uid {
        let uid = self.mint.uid();
        let contact = row.contact.clone();
        self.desired
            .effects
            .push(Effect::SaveMember(uid, change, contact));
        let touched = vec![row.member.id.clone()];
        self.desired.saving.push(Saving {
            uid,
            row: Some(row),
            touched,
        });
        uid
    }

    /// Writes money down that moves between accounts without a ticket.
    pub fn move_money(&mut self, change: MemberChange) -> Uid {
        let touched = change.moves.iter().map(|it| it.member.clone()).collect();
        let uid = self.write(Fact::Member(change));
        self.desired.saving.push(Saving {
            uid,
            row: None,
            touched,
        });
        uid
    }

    /// Takes in what an answer says about members.
    pub(super) fn learn_members(&mut self, news: &News) {
        match news {
            News::Recorded(_, ticket) => {
                self.desired.effects.extend(look_again(ticket));
            }
            News::Written(uid) => self.written(*uid),
            News::NotWritten(uid, _) => self
                .desired
                .saving
                .retain(|it| it.uid != *uid || it.row.is_none()),
            News::Found(found) => match found.as_ref() {
                Found::Members(rows) => {
                    self.members.take_all(rows);
                }
                Found::Statement(statement) => self.members.take_in(statement.account.clone()),
                _ => {}
            },
            News::NotRecorded(_)
            | News::Corrected(_)
            | News::NotCorrected(..)
            | News::Keeper(_)
            | News::Saved
            | News::NotSaved(_)
            | News::Tickets(_)
            | News::Ticket(_)
            | News::Stock(_)
            | News::Carried(_)
            | News::Printer(_) => {}
        }
    }

    fn written(&mut self, uid: Uid) {
        let Some(at) = self.desired.saving.iter().position(|it| it.uid == uid) else {
            return;
        };
        let saving = self.desired.saving.remove(at);
        if let Some(row) = saving.row {
            self.members.take_in(row);
        }
        for id in saving.touched {
            self.ask(Ask::Statement(id));
        }
    }

    /// What is to be asked or written since last taken.
    pub(super) fn take_desired(&mut self) -> Vec<Effect> {
        std::mem::take(&mut self.desired.effects)
    }
}

/// Asks what stands now on the accounts that a written ticket moved: what they have must never be
/// spent from what they had.
pub(super) fn look_again(ticket: &Ticket) -> impl Iterator<Item = Effect> {
    let touched = touched(ticket).into_iter();
    touched.map(|id| Effect::Ask(Ask::Statement(id)))
}

/// The accounts a ticket moves money on.
fn touched(ticket: &Ticket) -> Vec<Id> {
    let shares = ticket.lines.iter().flat_map(|line| &line.shares);
    let shares = shares
        .filter(|share| share.to == Owner::Account)
        .filter_map(|share| share.id.clone());
    let payments = ticket
        .payments
        .iter()
        .filter(|payment| payment.kind == TenderKind::Account)
        .filter_map(|payment| payment.of.clone());
    let mut ids: Vec<Id> = shares.chain(payments).collect();
    ids.sort_unstable();
    ids.dedup();
    ids
}
