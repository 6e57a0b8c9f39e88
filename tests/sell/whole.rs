//! Everything a ticket can hold, and the short lists above it, as pictures in both languages.

use etal::{
    domain::{
        back::Back,
        basket::{Line, What},
        ids::{Id, Uid},
        journal::{Fact, Proposal},
        member::{Contact, Member, MemberChange, Person, Standing},
        quantity::Quantity,
        ticket::{Past, PastLine},
    },
    ui::words::Language,
};
use expect_test::expect;

use crate::{
    kit::{self, Stall, cents, label, open},
    three_prices::{self, market},
};

/// A member's ticket with everything on it: a tariff, a discount, a gift, a jar, a line of an
/// earlier ticket, a top-up.
fn everything(language: Language) -> Stall {
    let mut store = market();
    let member = Member {
        id: Id::known("M1"),
        limit: cents(2_000),
        year: Some(2026),
        state: Standing::Open,
    };
    let contact = Contact {
        member: member.id.clone(),
        number: label("12"),
        people: vec![Person {
            name: label("Dupont Marie"),
            phone: None,
            email: None,
        }],
        cards: Vec::new(),
    };
    let proposal = Proposal {
        uid: Uid([40; 16]),
        at: kit::morning(),
        operator: String::new(),
        fact: Fact::Member(MemberChange::of(None, member.clone())),
    };
    store.save_member(proposal, Some(&contact)).unwrap();
    let mut stall = open(store, language, None);
    stall.press("3*12<enter>860*31<enter>7<enter><up>o<esc>45<enter><up>s<esc>");
    stall.press("<f6>a").rest();
    let shop = &mut stall.till.model.shop;
    shop.attach(&member.id).unwrap();
    let top_up = What::TopUp {
        member: member.id,
        label: label("Compte : recharge"),
        amount: cents(3_000),
    };
    let jar = What::DepositBack {
        label: label("Bocal"),
        deposit: cents(20),
    };
    let back = Back {
        place: PastLine {
            ticket: Past {
                till: "X".into(),
                epoch: 1,
                seq: 9,
                name: "A-9".into(),
            },
            line: 0,
        },
        original: shop.priced().lines[0].clone(),
        before: Quantity::ZERO,
        returned: None,
    };
    for what in [top_up, jar, What::Back(Box::new(back))] {
        shop.add(Line::of(what, Quantity::ONE)).unwrap();
    }
    stall.press("<up><esc>");
    stall
}

#[test]
fn a_members_ticket_with_everything_on_it_in_french() {
    expect![[r#"
        │ VENTE · Marché de Die · sam. 21 nov. · Léa                    Ticket 1 · 10:42 │ [Title]
        │┌ Ticket 1 · A ──────────────────────────────┐┌ Les plus vendus ───────────────┐│ [Quiet]
        ││  Dupont Marie              0,00 → 18,45 €  ││  12 Carottes botte 2,00 /botte ││ [Quiet, Key]
        ││        3 Carottes botte      2,00     3,90 ││  31 Tomates           3,50 /kg ││ [Quiet]
        ││ 0,860 kg Tomates             3,50     1,95 ││   7 Pain de seigle   4,00 /pce ││ [Quiet]
        ││        1 Pain de s… -100 %   4,00     0,00 ││  45 Miel 500 g       7,20 /pce ││ [Quiet]
        ││        1 Suspendu : Miel …   7,20     7,20 ││  33 Pommes de terre   2,10 /kg ││ [Quiet]
        ││        1 Compte : recharge  30,00    30,00 ││  51 Œufs (6)         2,40 /pce ││ [Quiet]
        ││        1 Bocal              -0,20    -0,20 ││  18 Salade           1,10 /pce ││ [Quiet]
        ││       -1 Carottes botte      2,00    -1,30 ││  60 Fromage de chè…  2,80 /pce ││ [Quiet]
        ││                                            ││                                ││ [Quiet]
        ││                                            ││ L Légumes       F Fruits       ││ [Quiet, Key]
        ││                                            ││ C Crèmerie, œ…  E Épicerie, p… ││ [Quiet, Key]
        ││                                            ││ A Artisanat     D Divers       ││ [Quiet, Key]
        │└────────────────────────────────────────────┘└────────────────────────────────┘│ [Quiet]
        │                                                                                │
        │         █   █   █     █████ █████      ████                           7 lignes │ [Total, Quiet]
        │         █   █  ██     █     █         █                                        │ [Total]
        │ TOTAL   █████   █     █████ █████    █████                                     │ [Total]
        │             █   █  ██     █     █     █                                        │ [Total]
        │             █  ███  █ █████ █████      ████                                    │ [Total]
        │ >                                                                              │ [Entry]
        │                                                                                │
        │ Entrée Ajouter/Encaisser  + Par le compte  F3 Attente  / Chercher  ? Aide      │ [Key, Quiet]
    "#]].assert_eq(&everything(Language::French).screen());
}

#[test]
fn a_members_ticket_with_everything_on_it_in_english() {
    expect![[r#"
        │ SALE · Marché de Die · Sat 21 Nov · Léa                       Ticket 1 · 10:42 │ [Title]
        │┌ Ticket 1 · A ──────────────────────────────┐┌ Best sellers ──────────────────┐│ [Quiet]
        ││  Dupont Marie               0.00 → €18.45  ││  12 Carottes botte 2.00 /bunch ││ [Quiet, Key]
        ││        3 Carottes botte      2.00     3.90 ││  31 Tomates           3.50 /kg ││ [Quiet]
        ││ 0.860 kg Tomates             3.50     1.95 ││   7 Pain de seigle  4.00 /each ││ [Quiet]
        ││        1 Pain de se… -100%   4.00     0.00 ││  45 Miel 500 g      7.20 /each ││ [Quiet]
        ││        1 Suspended: Miel …   7.20     7.20 ││  33 Pommes de terre   2.10 /kg ││ [Quiet]
        ││        1 Compte : recharge  30.00    30.00 ││  51 Œufs (6)        2.40 /each ││ [Quiet]
        ││        1 Bocal              -0.20    -0.20 ││  18 Salade          1.10 /each ││ [Quiet]
        ││       -1 Carottes botte      2.00    -1.30 ││  60 Fromage de chè… 2.80 /each ││ [Quiet]
        ││                                            ││                                ││ [Quiet]
        ││                                            ││ L Légumes       F Fruits       ││ [Quiet, Key]
        ││                                            ││ C Crèmerie, œ…  E Épicerie, p… ││ [Quiet, Key]
        ││                                            ││ A Artisanat     D Divers       ││ [Quiet, Key]
        │└────────────────────────────────────────────┘└────────────────────────────────┘│ [Quiet]
        │                                                                                │
        │           ████ █   █   █     █████ █████                               7 lines │ [Total, Quiet]
        │          █     █   █  ██     █     █                                           │ [Total]
        │ TOTAL   █████  █████   █     █████ █████                                       │ [Total]
        │          █         █   █  ██     █     █                                       │ [Total]
        │           ████     █  ███ ██ █████ █████                                       │ [Total]
        │ >                                                                              │ [Entry]
        │                                                                                │
        │ Enter Add/Pay  + By account  F3 Hold  / Find  Tab Other ticket  ? Help         │ [Key, Quiet]
    "#]].assert_eq(&everything(Language::English).screen());
}

#[test]
fn the_list_of_tariffs_in_both_languages() {
    let mut stall = three_prices::stall();
    expect![[r#"
        │ TARIF · Marché de Die · sam. 21 nov. · Léa                    Ticket 1 · 10:42 │ [Title]
        │┌ Tarif ───────────────────────────────────────────────────────────────────────┐│ [Quiet]
        ││  1 A Accessible                       bille bleue                       65 % ││ [Quiet, Key]
        ││> 2 J Juste                            bille blanche · sur ce ticket    100 % ││ [Quiet, Chosen]
        ││  3 S Solidaire                        bille rouge                      125 % ││ [Quiet, Key]
        ││  4 F Prix de fin de marché, pour tout non                              -30 % ││ [Quiet, Key]
        ││                                                                              ││ [Quiet]
        ││                                                                              ││ [Quiet]
        ││                                                                              ││ [Quiet]
        ││                                                                              ││ [Quiet]
        ││                                                                              ││ [Quiet]
        ││                                                                              ││ [Quiet]
        ││                                                                              ││ [Quiet]
        ││                                                                              ││ [Quiet]
        ││                                                                              ││ [Quiet]
        ││                                                                              ││ [Quiet]
        ││                                                                              ││ [Quiet]
        ││                                                                              ││ [Quiet]
        ││                                                                              ││ [Quiet]
        ││                                                                              ││ [Quiet]
        ││                                                                              ││ [Quiet]
        │└──────────────────────────────────────────────────────────────────────────────┘│ [Quiet]
        │                                                                                │
        │ Entrée Prendre  ↓ Choisir  Échap Laisser  ? Aide                               │ [Key, Quiet]
    "#]].assert_eq(&stall.press("7<enter><f6>").screen());
    let mut stall = open(market(), Language::English, None);
    expect![[r#"
        │ TARIFF · Marché de Die · Sat 21 Nov · Léa                     Ticket 1 · 10:42 │ [Title]
        │┌ Tariff ──────────────────────────────────────────────────────────────────────┐│ [Quiet]
        ││  1 A Accessible                       bille bleue                        65% ││ [Quiet, Key]
        ││> 2 J Juste                            bille blanche · on this tick…     100% ││ [Quiet, Chosen]
        ││  3 S Solidaire                        bille rouge                       125% ││ [Quiet, Key]
        ││  4 F End-of-market price for all      no                                -30% ││ [Quiet, Key]
        ││                                                                              ││ [Quiet]
        ││                                                                              ││ [Quiet]
        ││                                                                              ││ [Quiet]
        ││                                                                              ││ [Quiet]
        ││                                                                              ││ [Quiet]
        ││                                                                              ││ [Quiet]
        ││                                                                              ││ [Quiet]
        ││                                                                              ││ [Quiet]
        ││                                                                              ││ [Quiet]
        ││                                                                              ││ [Quiet]
        ││                                                                              ││ [Quiet]
        ││                                                                              ││ [Quiet]
        ││                                                                              ││ [Quiet]
        ││                                                                              ││ [Quiet]
        ││                                                                              ││ [Quiet]
        │└──────────────────────────────────────────────────────────────────────────────┘│ [Quiet]
        │                                                                                │
        │ Enter Take  ↓ Choose  Esc Leave  ? Help                                        │ [Key, Quiet]
    "#]].assert_eq(&stall.press("7<enter><f6>").screen());
}

#[test]
fn whose_an_amount_is() {
    let mut stall = three_prices::stall();
    expect![[r#"
        │ POUR QUI · Marché de Die · sam. 21 nov. · Léa                 Ticket 1 · 10:42 │ [Title]
        │┌ Pour qui ────────────────────────────────────────────────────────────────────┐│ [Quiet]
        ││ Légumes, 4,50 € : à quel producteur ? Entrée pour ne pas répondre.           ││ [Quiet]
        ││                                                                              ││ [Quiet]
        ││>     à attribuer plus tard                                                   ││ [Quiet, Chosen]
        ││  1   Marché de Die                                                           ││ [Quiet, Key]
        ││  2   Ferme du Lac                                                        8 % ││ [Quiet, Key]
        ││                                                                              ││ [Quiet]
        ││                                                                              ││ [Quiet]
        ││                                                                              ││ [Quiet]
        ││                                                                              ││ [Quiet]
        ││                                                                              ││ [Quiet]
        ││                                                                              ││ [Quiet]
        ││                                                                              ││ [Quiet]
        ││                                                                              ││ [Quiet]
        ││                                                                              ││ [Quiet]
        ││                                                                              ││ [Quiet]
        ││                                                                              ││ [Quiet]
        ││                                                                              ││ [Quiet]
        ││                                                                              ││ [Quiet]
        ││                                                                              ││ [Quiet]
        │└──────────────────────────────────────────────────────────────────────────────┘│ [Quiet]
        │ + Ajouté : Légumes, 4,50 €. Retour arrière pour annuler.                       │ [Gain]
        │ Entrée Prendre  ↓ Choisir  Échap Laisser  ? Aide                               │ [Key, Quiet]
    "#]].assert_eq(&stall.press("4,50l<enter>").screen());
}

#[test]
fn why_goods_come_back() {
    let mut stall = open(market(), Language::English, None);
    stall.press(":without<enter>");
    expect![[r#"
        │ SALE · Marché de Die · Sat 21 Nov · Léa                       Ticket 1 · 10:42 │ [Title]
        │┌ Ticket 1 ──────────────────────────────────┐┌ Best sellers ──────────────────┐│ [Quiet]
        ││                                            ││  12 Carottes botte 2.00 /bunch ││ [Quiet]
        ││ The ticket is empty. Type a code or the    ││  31 Tomates           3.50 /kg ││ [Quiet]
        ││ beginning of a name, then Enter.           ││   7 Pain de seigle  4.00 /each ││ [Quiet]
        ││                                            ││  45 Miel 500 g      7.20 /each ││ [Quiet]
        ││                                            ││  33 Pommes de terre   2.10 /kg ││ [Quiet]
        ││                                            ││  51 Œufs (6)        2.40 /each ││ [Quiet]
        ││                                            ││  18 Salade          1.10 /each ││ [Quiet]
        ││                                            ││  60 Fromage de chè… 2.80 /each ││ [Quiet]
        ││                                            ││                                ││ [Quiet]
        ││                                            ││ L Légumes       F Fruits       ││ [Quiet, Key]
        ││                                            ││ C Crèmerie, œ…  E Épicerie, p… ││ [Quiet, Key]
        ││                                            ││ A Artisanat     D Divers       ││ [Quiet, Key]
        │└────────────────────────────────────────────┘└────────────────────────────────┘│ [Quiet]
        │                                                                                │
        │           ████ █████    █████ █████                                            │ [Total]
        │          █     █   █    █   █ █   █                                            │ [Total]
        │ TOTAL   █████  █   █    █   █ █   █                                            │ [Total]
        │          █     █   █ ██ █   █ █   █                                            │ [Total]
        │           ████ █████ ██ █████ █████                                            │ [Total]
        │ Take back > 7                             1 × Pain de seigle = €4.00 · 30 left │ [Entry]
        │ + Type the article that comes back without a ticket, then Enter. Esc leaves i… │ [Gain]
        │ Enter Take back  Esc Clear  ? Help                                             │ [Key, Quiet]
    "#]].assert_eq(&stall.press("7").screen());
    expect![[r#"
        │ TAKE BACK · Marché de Die · Sat 21 Nov · Léa                  Ticket 1 · 10:42 │ [Title]
        │┌ Take back ───────────────────────────────────────────────────────────────────┐│ [Quiet]
        ││ Pain de seigle (1) comes back without its ticket. Why?                       ││ [Quiet]
        ││                                                                              ││ [Quiet]
        ││> 1   not good                                                                ││ [Quiet, Chosen]
        ││  2   not the right one                                                       ││ [Quiet, Key]
        ││  3   rung up by mistake                                                      ││ [Quiet, Key]
        ││                                                                              ││ [Quiet]
        ││                                                                              ││ [Quiet]
        ││                                                                              ││ [Quiet]
        ││                                                                              ││ [Quiet]
        ││                                                                              ││ [Quiet]
        ││                                                                              ││ [Quiet]
        ││                                                                              ││ [Quiet]
        ││                                                                              ││ [Quiet]
        ││                                                                              ││ [Quiet]
        ││                                                                              ││ [Quiet]
        ││                                                                              ││ [Quiet]
        ││                                                                              ││ [Quiet]
        ││                                                                              ││ [Quiet]
        ││                                                                              ││ [Quiet]
        │└──────────────────────────────────────────────────────────────────────────────┘│ [Quiet]
        │                                                                                │
        │ Enter Take  ↓ Choose  Esc Leave  ? Help                                        │ [Key, Quiet]
    "#]].assert_eq(&stall.press("<enter>").screen());
}

#[test]
fn a_chosen_line_at_the_end_of_the_market() {
    let mut stall = three_prices::stall();
    stall.press("12<enter>7<enter><up>f");
    expect![[r#"
        │ VENTE · Marché de Die · sam. 21 nov. · Léa                    Ticket 1 · 10:42 │ [Title]
        │┌ Ticket 1 ──────────────────────────────────┐┌ Les plus vendus ───────────────┐│ [Quiet]
        ││        1 Carottes botte      2,00     2,00 ││  12 Carottes botte 2,00 /botte ││ [Quiet]
        ││>       1 Pain de se… -30 %   4,00     2,80 ││  31 Tomates           3,50 /kg ││ [Quiet, Chosen]
        ││                                            ││   7 Pain de s… -30 % 4,00 /pce ││ [Quiet]
        ││                                            ││  45 Miel 500 g       7,20 /pce ││ [Quiet]
        ││                                            ││  33 Pommes de terre   2,10 /kg ││ [Quiet]
        ││                                            ││  51 Œufs (6)         2,40 /pce ││ [Quiet]
        ││                                            ││  18 Salade           1,10 /pce ││ [Quiet]
        ││                                            ││  60 Fromage de chè…  2,80 /pce ││ [Quiet]
        ││                                            ││                                ││ [Quiet]
        ││                                            ││ L Légumes       F Fruits       ││ [Quiet, Key]
        ││                                            ││ C Crèmerie, œ…  E Épicerie, p… ││ [Quiet, Key]
        ││                                            ││ A Artisanat     D Divers       ││ [Quiet, Key]
        │└────────────────────────────────────────────┘└────────────────────────────────┘│ [Quiet]
        │                                                                                │
        │         █   █    █████ █████      ████                                2 lignes │ [Total, Quiet]
        │         █   █    █   █ █   █     █                                             │ [Total]
        │ TOTAL   █████    █████ █   █    █████                                          │ [Total]
        │             █ ██ █   █ █   █     █                                             │ [Total]
        │             █  █ █████ █████      ████                                         │ [Total]
        │ >                                                                              │ [Entry]
        │ + Pain de seigle à -30 % jusqu’à la fin du marché.                             │ [Gain]
        │ P Prix  D Remise  Suppr Retirer  O Offert  F Fin de marché  S Suspendu  ? Aide │ [Key, Quiet]
    "#]].assert_eq(&stall.screen());
    stall.press("bd");
    expect![[r#"
        │ VENTE · Marché de Die · sam. 21 nov. · Léa                    Ticket 1 · 10:42 │ [Title]
        │┌ Ticket 1 ──────────────────────────────────┐┌ Les plus vendus ───────────────┐│ [Quiet]
        ││        1 Carottes botte      2,00     2,00 ││  12 Carottes botte 2,00 /botte ││ [Quiet]
        ││>       1 Pain de se… -30 %   4,00     2,80 ││  31 Tomates           3,50 /kg ││ [Quiet, Chosen]
        ││                                            ││   7 Pain de s… -30 % 4,00 /pce ││ [Quiet]
        ││                                            ││  45 Miel 500 g       7,20 /pce ││ [Quiet]
        ││                                            ││  33 Pommes de terre   2,10 /kg ││ [Quiet]
        ││                                            ││  51 Œufs (6)         2,40 /pce ││ [Quiet]
        ││                                            ││  18 Salade           1,10 /pce ││ [Quiet]
        ││                                            ││  60 Fromage de chè…  2,80 /pce ││ [Quiet]
        ││                                            ││                                ││ [Quiet]
        ││                                            ││ L Légumes       F Fruits       ││ [Quiet, Key]
        ││                                            ││ C Crèmerie, œ…  E Épicerie, p… ││ [Quiet, Key]
        ││                                            ││ A Artisanat     D Divers       ││ [Quiet, Key]
        │└────────────────────────────────────────────┘└────────────────────────────────┘│ [Quiet]
        │                                                                                │
        │         █   █    █████ █████      ████                                2 lignes │ [Total, Quiet]
        │         █   █    █   █ █   █     █                                             │ [Total]
        │ TOTAL   █████    █████ █   █    █████                                          │ [Total]
        │             █ ██ █   █ █   █     █                                             │ [Total]
        │             █  █ █████ █████      ████                                         │ [Total]
        │ Remise, à la charge de l’équilibre >                                           │ [Entry]
        │                                                                                │
        │ Entrée Changer  Échap Effacer  ? Aide                                          │ [Key, Quiet]
    "#]].assert_eq(&stall.screen());
}
