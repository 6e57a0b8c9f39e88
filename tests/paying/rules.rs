//! The rules of each means of payment as its settings have them: tokens, caps, what may be paid,
//! credit notes, the fund, local money.

use etal::domain::{
    basket::{Line, What},
    ids::Id,
    quantity::Quantity,
    settings::{Change, Tender},
};

use crate::{
    kit::{Stall, cents, label},
    market::{changed, market, paid, tickets},
    payments, row, title, told, total,
};

fn with(id: &str, change: impl FnOnce(&mut Tender)) -> Stall {
    changed(market(), |tenders| {
        let tender = tenders.iter_mut().find(|it| it.id.as_str() == id);
        change(tender.unwrap());
    })
}

#[test]
fn digits_before_a_token_count_tokens_and_none_is_cut_in_two() {
    let mut stall = market();
    stall.press("31<enter>1000<enter>7<enter><enter>8j");
    assert!(
        told(&stall).contains("Pas de rendu\u{a0}: 1 jeton de trop"),
        "{}",
        told(&stall)
    );
    stall.press("<esc>3j");
    assert_eq!(payments_so_far(&stall), ["jeton 3,00"]);
    stall.press("j");
    assert_eq!(payments_so_far(&stall), ["jeton 3,00", "jeton 4,00"]);
    stall.press("j");
    assert!(
        told(&stall).contains("il reste moins que 1,00"),
        "{}",
        told(&stall)
    );
    stall.press("1,5j");
    assert!(told(&stall).contains("tapez combien"), "{}", told(&stall));
    stall.press("<esc><enter>").rest();
    assert_eq!(
        paid(&stall),
        [row("token", 300), row("token", 400), row("cash", 50)]
    );
    assert_eq!(tickets(&stall)[0]["payments"][1]["pieces"], 4);
}

fn payments_so_far(stall: &Stall) -> Vec<String> {
    let words = &stall.till.model.shop.look.words;
    let paying = stall.till.model.shop.drafts.paying.as_ref().unwrap();
    let payments = paying.payments().iter();
    payments
        .map(|it| {
            format!(
                "{} {}",
                words.tender(&it.tender, None),
                words.amount(it.cents)
            )
        })
        .collect()
}

#[test]
fn a_cap_of_the_ticket_pays_its_part_and_no_second_one() {
    let mut stall = market();
    stall.press("4*45<enter><enter>r");
    assert!(told(&stall).contains("25,00"), "{}", told(&stall));
    assert!(told(&stall).contains("reste 3,80"), "{}", told(&stall));
    stall.press("r1r");
    assert!(
        told(&stall).contains("plafond par ticket"),
        "{}",
        told(&stall)
    );
    stall.press("<esc>c").rest();
    assert_eq!(paid(&stall), [row("meal", 2500), row("card", 380)]);
}

#[test]
fn a_cap_of_the_day_counts_the_tickets_before() {
    let mut stall = with("local", |local| local.day_cap = Some(cents(700)));
    stall.press("7<enter><enter>l").rest();
    stall.press("7<enter><enter>l");
    assert!(told(&stall).contains("3,00"), "{}", told(&stall));
    assert!(told(&stall).contains("aujourd’hui"), "{}", told(&stall));
    stall.press("l<enter>").rest();
    assert_eq!(
        payments(&tickets(&stall)[1]),
        [row("local", 300), row("cash", 100)]
    );
    stall.press("7<enter><enter>l");
    assert!(told(&stall).contains("plafond du jour"), "{}", told(&stall));
    assert!(
        stall.screen().contains("plafond atteint"),
        "{}",
        stall.screen()
    );
}

#[test]
fn a_means_pays_only_the_departments_it_may() {
    let mut stall = with("meal", |meal| {
        meal.departments = vec![Id::known("legumes")];
    });
    stall.press("45<enter><enter>r");
    assert!(
        told(&stall).contains("aucun article admis"),
        "{}",
        told(&stall)
    );
    assert!(
        stall.screen().contains("aucun article admis"),
        "{}",
        stall.screen()
    );
    stall.press("<esc>3,50l<enter><enter>r");
    assert!(
        told(&stall).contains("3,50\u{202f}€ d’articles admis")
            || told(&stall).contains("3,50\u{a0}€ d’articles admis"),
        "{}",
        told(&stall)
    );
    stall.press("r<enter>").rest();
    assert_eq!(paid(&stall), [row("meal", 350), row("cash", 720)]);
}

#[test]
fn the_fund_pays_up_to_its_cap_and_what_it_has_and_never_a_top_up() {
    let mut stall = market();
    stall.press("2*45<enter><enter>s");
    assert!(told(&stall).contains("10,00"), "{}", told(&stall));
    stall.press("s<enter>").rest();
    assert_eq!(paid(&stall), [row("fund", 1000), row("cash", 440)]);
    assert!(
        tickets(&stall)[0]["payments"][0]["of"].is_null(),
        "anonymous"
    );
    stall.press("45<enter><enter>s");
    assert!(told(&stall).contains("Le fonds a 2,00"), "{}", told(&stall));
    stall.press("s<enter>").rest();
    stall.press("45<enter><enter>s");
    assert!(told(&stall).contains("rien à donner"), "{}", told(&stall));
    assert!(stall.screen().contains("fonds vide"), "{}", stall.screen());

    let mut stall = market();
    let top_up = What::TopUp {
        member: Id::known("SIX"),
        label: label("Recharge"),
        amount: cents(500),
    };
    let top_up = Line::of(top_up, Quantity::ONE);
    stall.till.model.shop.add(top_up).unwrap();
    stall.press("<enter>s").rest();
    assert!(tickets(&stall).is_empty());
    assert!(
        told(&stall).contains("aucun article admis"),
        "{}",
        told(&stall)
    );
}

#[test]
fn a_credit_note_is_taken_whole_and_the_rest_is_a_new_one() {
    for name in ["A-2V", "a2v", "2v", "2"] {
        let mut stall = market();
        stall
            .press(&format!("7<enter><enter>v{name}<enter>"))
            .rest();
        assert_eq!(
            paid(&stall),
            [row("credit_note", 1500), row("credit_note", -1100)],
            "{name}: {}",
            told(&stall)
        );
        assert_eq!(tickets(&stall)[0]["payments"][0]["of"], "A-2V");
        let screen = stall.screen();
        assert!(screen.contains("À RENDRE EN AVOIR"), "{screen}");
        assert!(screen.contains("Nouvel avoir A-3V"), "{screen}");
        assert!(!screen.contains("billet"), "no euro goes back: {screen}");
    }
}

#[test]
fn a_credit_note_is_used_once() {
    let mut stall = market();
    stall.press("3*45<enter><enter>va2v<enter>va2v<enter>");
    assert!(
        told(&stall).contains("paie déjà ce ticket"),
        "{}",
        told(&stall)
    );
    stall.press("<esc><enter>").rest();
    assert_eq!(paid(&stall), [row("credit_note", 1500), row("cash", 660)]);
    stall.press("7<enter><enter>va2v<enter>");
    assert!(told(&stall).contains("a déjà servi"), "{}", told(&stall));
    assert!(
        told(&stall).contains("A-3"),
        "by which ticket: {}",
        told(&stall)
    );
    stall.press("<esc>vz9v<enter>");
    assert!(told(&stall).contains("inconnu"), "{}", told(&stall));
    stall.press("<esc>5v");
    assert!(told(&stall).contains("en entier"), "{}", told(&stall));
    stall.press("<enter>");
    assert!(
        told(&stall).contains("numéro de l’avoir"),
        "{}",
        told(&stall)
    );
    assert_eq!(tickets(&stall).len(), 1);
}

#[test]
fn local_money_goes_back_in_the_same_money_and_the_drawer_s_euros_stay() {
    let mut stall = with("local", |local| local.change = Change::Same);
    stall.press("7<enter><enter>5l").rest();
    assert_eq!(paid(&stall), [row("local", 500), row("local", -100)]);
    let screen = stall.screen();
    assert!(screen.contains("À RENDRE DANS LA MÊME MONNAIE"), "{screen}");
    assert!(screen.contains("pas en euros"), "{screen}");
    assert!(!screen.contains("pièce"), "{screen}");
}

#[test]
fn a_means_with_euro_change_gives_it_from_the_drawer() {
    let mut stall = with("meal", |meal| meal.change = Change::Euros);
    stall.press("7<enter><enter>5r").rest();
    assert_eq!(paid(&stall), [row("meal", 500), row("cash", -100)]);
    let screen = stall.screen();
    assert!(screen.contains("1\u{a0}pièce"), "{screen}");
    assert!(screen.contains("En comptant depuis 4,00"), "{screen}");
}

#[test]
fn worked_ticket_5_two_jars_back_are_paid_out_by_any_means() {
    for (key, means) in [
        ("<enter>", "cash"),
        ("c", "card"),
        ("h", "cheque"),
        ("v", "credit_note"),
    ] {
        let mut stall = market();
        let jars = What::DepositBack {
            label: label("Bocal"),
            deposit: cents(20),
        };
        let jars = Line::of(jars, Quantity::pieces(2));
        stall.till.model.shop.add(jars).unwrap();
        assert_eq!(total(&stall), -40);
        stall.press(&format!("<enter>{key}")).rest();
        assert_eq!(paid(&stall), [row(means, -40)], "{key}");
        if means == "credit_note" {
            assert!(stall.screen().contains("A-3V"), "{}", stall.screen());
        }
    }
}

#[test]
fn cash_is_held_to_the_law_on_the_way_out_and_for_top_ups_too() {
    let mut stall = market();
    let back = What::DepositBack {
        label: label("Fût"),
        deposit: cents(60_000),
    };
    stall
        .till
        .model
        .shop
        .add(Line::of(back, Quantity::pieces(2)))
        .unwrap();
    stall.press("<enter><enter>").rest();
    assert!(told(&stall).contains("D.112-3"), "{}", told(&stall));
    stall.press("1000<enter>c").rest();
    assert_eq!(paid(&stall), [row("cash", -100_000), row("card", -20_000)]);

    let mut stall = market();
    let top_up = What::TopUp {
        member: Id::known("SIX"),
        label: label("Recharge"),
        amount: cents(100_100),
    };
    stall
        .till
        .model
        .shop
        .add(Line::of(top_up, Quantity::ONE))
        .unwrap();
    stall.press("+").rest();
    assert!(told(&stall).contains("D.112-3"), "{}", told(&stall));
    assert_eq!(title(&stall), "ENCAISSER");
}
