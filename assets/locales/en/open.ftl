# Opening a market, and what the sell screen says of the day.
open = Opening
open-help = The hour is looked at; then the market, the weather, the float. Enter confirms each field. By notes and coins or, with =, by one sum. All that is typed is kept, even after a power cut. One can sell without opening: the first sale opens.
open-title = Open the day
open-title-float = Count the float
open-market = Market
open-market-hint = Enter keeps this name; type to put another.
open-weather = Weather
open-weather-sun = sun
open-weather-clouds = clouds
open-weather-rain = rain
open-weather-wind = wind
open-weather-storm = storm
open-weather-snow = snow
open-weather-cold = cold
open-weather-heat = heat
open-float = Float
open-sum = Total
open-left = Left by { $name }: { $sum }
open-gap = Difference: { $gap }
open-gap-said = , difference { $gap }
open-since = Since then, { $sum } of sales and movements: count all of it.
open-float-below = That is less than what was sold since. Count the drawer again; nothing is noted.
open-float-hint = Count the drawer, then Enter if the sum at the right is right; type yours if not.
open-float-usual = Proposed: count it, then Enter.
open-go-on = Go on
open-choose = Choose
open-choose-digit = to 8: choose
open-next = Next
open-confirm = Confirm
open-by-sum = One sum
open-by-pieces = By pieces
open-later = Count later
open-drawer = Other drawer
open-back = Back
open-help-key = Help

open-clock-behind = The clock says { $now }, but the last entry was made on { $entry }.
open-clock-ahead = The clock says { $now }; the last entry was made on { $entry }, long ago.
open-clock-ask = Go on with this hour? Y: yes, the journal notes it. N: no, the computer’s clock is set first.
open-clock-yes = Go on
open-clock-no = Set it first
open-clock-set-it = Set the computer’s clock, then open the day. Nothing has changed.
open-clock-notice = Set the clock: { $now }, last entry { $entry }.

open-count-unreadable = "{ $typed }" is not a number of notes or coins.
open-count-too-many = { $typed } pieces: too many for a drawer. Nothing is noted.
open-float-how-much = Count the drawer, or = and the sum. Nothing is noted.
open-done = The day is open. Float: { $sum }{ $gap }.
open-done-no-float = The day is open. The float is still to be counted: F7 F.
open-float-done = Float: { $sum }{ $gap }.

open-notice = Open the day: F7 O; or sell, the first sale opens it.
open-float-notice = Float not counted yet: F7 F
open-yesterday = The day of { $day } is not closed: Esc 9; or go on selling.
