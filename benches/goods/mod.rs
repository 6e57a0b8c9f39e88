//! Articles by the thousand, the same on every run.

const KINDS: &str = "Ail Artichauts Aubergines Betteraves Blettes Brocoli Carottes Céleri Cerises \
    Champignons Chou-fleur Ciboulette Confiture Courgettes Échalotes Endives Épinards Farine Fèves \
    Figues Fraises Fromage Haricots Huile Jus Lentilles Mâche Miel Mûres Noix Œufs Pain Pâtisson \
    Pêches Poires Pommes Salade Savon Tisane Tomates";
const SORTS: &str = "anciennes blanches bottelées charnues cœur-de-bœuf d'automne bretonnes \
    conservées montagnardes demi-sel alpines dioises fermières fraîches grises jaunes longues \
    nouvelles précoces rouges sauvages séchées tardives vertes vrac";
const GROWERS: &str = "Arnaud Bérénice Chabert Dupont Étienne Faure Gaillard Hébrard Imbert \
    Jourdan Kervella Lebrun Mercier Nadal Oriol Peyrard Quesnel Roche Serre Teyssier";

/// Numbers that are the same on every run.
pub struct Dice(pub u64);

impl Dice {
    /// A number below this one.
    pub fn below(&mut self, limit: usize) -> usize {
        self.0 = self
            .0
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(self.0 >> 33).unwrap_or(0) % limit
    }

    /// One of several words.
    pub fn one<'a>(&mut self, words: &'a str) -> &'a str {
        let count = words.split(' ').count();
        words.split(' ').nth(self.below(count)).unwrap_or_default()
    }
}

/// An article's label, and how often it was sold.
pub fn product(dice: &mut Dice) -> (String, u64) {
    let (kind, sort, grower) = (dice.one(KINDS), dice.one(SORTS), dice.one(GROWERS));
    let label = format!("{kind} {sort} {grower} {} g", 50 * (1 + dice.below(40)));
    // Most of a large catalogue never sells.
    let sells = dice.below(10) == 0;
    (label, if sells { dice.below(5_000) as u64 } else { 0 })
}
