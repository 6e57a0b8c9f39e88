//! Rectangles of the screen, shared out without arithmetic that could fail.

use std::ops::Range;

use ratatui::layout::{Margin, Rect, Size};

/// The size every screen is designed for.
pub const DESIGN: Size = Size::new(80, 24);

/// The smallest size that is drawn; below it the screen only says so.
pub const SMALLEST: Size = Size::new(60, 20);

/// Takes the upper rows off a room, or what there is of them.
pub fn top(room: &mut Rect, rows: u16) -> Rect {
    let rows = rows.min(room.height);
    let taken = Rect {
        height: rows,
        ..*room
    };
    room.y = room.y.saturating_add(rows);
    room.height -= rows;
    taken
}

/// Takes the lower rows off a room, or what there is of them.
pub fn bottom(room: &mut Rect, rows: u16) -> Rect {
    let rows = rows.min(room.height);
    room.height -= rows;
    Rect {
        y: room.y.saturating_add(room.height),
        height: rows,
        ..*room
    }
}

/// Takes the columns at the left off a room, or what there is of them.
pub fn left(room: &mut Rect, columns: u16) -> Rect {
    let columns = columns.min(room.width);
    let taken = Rect {
        width: columns,
        ..*room
    };
    room.x = room.x.saturating_add(columns);
    room.width -= columns;
    taken
}

/// Takes the columns at the right off a room, or what there is of them.
pub fn right(room: &mut Rect, columns: u16) -> Rect {
    let columns = columns.min(room.width);
    room.width -= columns;
    Rect {
        x: room.x.saturating_add(room.width),
        width: columns,
        ..*room
    }
}

/// The room without so many columns at both sides.
pub fn indented(room: Rect, columns: u16) -> Rect {
    room.inner(Margin::new(columns, 0))
}

/// The rows of a long list that fit, the chosen one kept in the middle where it can be.
pub fn window(count: usize, chosen: usize, height: usize) -> Range<usize> {
    let first = chosen
        .saturating_sub(height / 2)
        .min(count.saturating_sub(height));
    first..count.min(first.saturating_add(height))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn rooms_are_taken_from_their_sides() {
        let mut room = Rect::new(0, 0, 80, 24);
        assert_eq!(top(&mut room, 1), Rect::new(0, 0, 80, 1));
        assert_eq!(bottom(&mut room, 2), Rect::new(0, 22, 80, 2));
        assert_eq!(left(&mut room, 46), Rect::new(0, 1, 46, 21));
        assert_eq!(right(&mut room, 4), Rect::new(76, 1, 4, 21));
        assert_eq!(room, Rect::new(46, 1, 30, 21));
        assert_eq!(top(&mut room, 50).height, 21);
        assert!(room.is_empty());
    }

    #[test]
    fn a_long_list_keeps_the_chosen_row_in_the_middle() {
        assert_eq!(window(100, 50, 9), 46..55);
        assert_eq!(window(100, 2, 9), 0..9);
        assert_eq!(window(100, 99, 9), 91..100);
        assert_eq!(window(3, 1, 9), 0..3);
        assert_eq!(window(0, 0, 9), 0..0);
    }

    proptest! {
        #[test]
        fn the_chosen_row_is_always_in_the_window(
            count in 1..500_usize, chosen in 0..500_usize, height in 1..60_usize,
        ) {
            let chosen = chosen.min(count - 1);
            let rows = window(count, chosen, height);
            prop_assert!(rows.contains(&chosen));
            prop_assert_eq!(rows.len(), height.min(count));
        }

        #[test]
        fn no_room_is_lost_and_none_invented(
            width in 0..400_u16,
            height in 0..400_u16,
            cuts in prop::collection::vec((0..4_u8, 0..500_u16), 0..9),
        ) {
            let whole = Rect::new(0, 0, width, height);
            let mut room = whole;
            let mut taken = 0;
            for (side, size) in cuts {
                let part = match side {
                    0 => top(&mut room, size),
                    1 => bottom(&mut room, size),
                    2 => left(&mut room, size),
                    _ => right(&mut room, size),
                };
                prop_assert_eq!(part.intersection(whole).area(), part.area());
                taken += part.area();
            }
            prop_assert_eq!(taken + room.area(), whole.area());
        }
    }
}
