//! A long walk without aim over the five plans: every step that leads elsewhere is undone exactly by H, and done again by
//! L; Esc leads nowhere.

use super::*;
use crate::app::views::Place;

/// What the walk presses, one thing before each `|`; what is likely to lead elsewhere stands here more than once.
const KEYS: &str = "j|j|j|k|l|h|g|G|}|{|<Space>|c|e|E|C|J|J|K|<C-d>|<C-u>|<PgDn>|<PgUp>|<Tab>|<Tab>|<S-Tab>|\
    <Enter>|<Enter>|<Enter>|<Enter>|1|2|3|4|5|]|[|d|d 教育 <Enter>|d 人社局 <Enter>|f 死亡 <Enter>|f 健康 <Enter>|\
    f 单位 <Enter>|f<C-u><Enter>|f 卫生 |t|O|>|<lt>|n|N|n|N|/ 控烟 <Enter>|/ 健康素养 <Down><Enter>|健<Esc>|\
    p<Space><Esc>|pa<Esc>|b|B<Enter>|s<Enter>|S|2m<Down><Enter>|v|3x|o|?|:|<Esc>|<Esc>|<Esc>|q|";

/// Presses the keys; the words between spaces are pasted into the field that they open, which is quicker.
fn press(app: &mut App, keys: &str) {
    let mut parts = keys.split(' ');
    type_keys(app, parts.next().unwrap());
    if let (Some(words), Some(keys)) = (parts.next(), parts.next()) {
        if app.is_typing() {
            app.paste(words);
        }
        type_keys(app, keys);
    }
}

/// Where the user is, and what the body of the screen shows if `with_rows` and nothing lies over the view.
fn shown(app: &App, with_rows: bool) -> (Place, Option<Vec<String>>) {
    let is_clear = with_rows && app.popup.is_none() && app.mode == Mode::List;
    let rows = || {
        let mut rows = app.page().to_text(app.size, app.session.width);
        rows.pop();
        rows.split_off(2)
    };
    (app.view().place(), is_clear.then(rows))
}

/// Closes whatever lies over the view.
fn close(app: &mut App) {
    while app.popup.is_some() || app.mode != Mode::List {
        type_keys(app, "<Esc>");
    }
}

/// A walk in a window of one size.
struct Walk {
    app: App,
    /// The state of the generator of random numbers.
    random: u64,
    /// The places left so far, as long as the selection of plans is the same.
    left: Vec<Place>,
    chosen: Vec<bool>,
}

impl Walk {
    fn new((width, height): (u16, u16), seed: u64) -> Self {
        let mut app = App::new(bundled(), Options { size: Size { width, height }, ..Options::default() });
        // The first key lets findings be marked in the texts.
        type_keys(&mut app, "j");
        let chosen = app.session.chosen.clone();
        Self { app, random: seed, left: Vec::new(), chosen }
    }

    /// Xorshift (Marsaglia 2003) is random enough for this.
    fn next(&mut self, below: usize) -> usize {
        self.random ^= self.random << 13;
        self.random ^= self.random >> 7;
        self.random ^= self.random << 17;
        usize::try_from(self.random % u64::try_from(below).unwrap()).unwrap()
    }

    /// Returns some mouse event somewhere on the screen.
    fn mouse(&mut self) -> Mouse {
        let kinds = [MouseKind::Click, MouseKind::DoubleClick, MouseKind::WheelUp, MouseKind::WheelDown];
        let kind = kinds[self.next(4)];
        let Size { width, height } = self.app.size;
        let column = u16::try_from(self.next(usize::from(width))).unwrap();
        let row = match self.next(4) {
            0 => 0,
            1 => height - 1,
            _ => u16::try_from(self.next(usize::from(height))).unwrap(),
        };
        Mouse { column, row, kind }
    }

    /// Presses keys or uses the mouse, chosen by chance.
    fn step(&mut self) {
        if self.next(6) > 0 {
            let keys: Vec<&str> = KEYS.split('|').collect();
            let keys = keys[self.next(keys.len())];
            return self.take(keys, |app| press(app, keys));
        }
        let mouse = self.mouse();
        if mouse.kind == MouseKind::DoubleClick {
            // A double click is a click before it is one.
            let click = Mouse { kind: MouseKind::Click, ..mouse };
            self.take("a click", |app| drop(app.mouse(click)));
        }
        self.take(&format!("{mouse:?}"), |app| drop(app.mouse(mouse)));
    }

    /// Does something. Where it led elsewhere, goes back and forward again.
    fn take(&mut self, what: &str, act: impl FnOnce(&mut App)) {
        // Reading the screen takes longer than the step, so it is not done at every one.
        let with_rows = self.next(4) == 0;
        let before = shown(&self.app, with_rows);
        let n_back = self.app.history.n_back();
        act(&mut self.app);
        let n_steps = self.app.history.n_back().saturating_sub(n_back);
        if what == "<Esc>" {
            assert_eq!((n_steps, self.app.view().place().tab()), (0, before.0.tab()), "Esc led elsewhere");
        }
        if self.app.session.chosen != self.chosen {
            self.chosen.clone_from(&self.app.session.chosen);
            self.left.clear();
        } else if n_steps == 1 {
            close(&mut self.app);
            let there = shown(&self.app, with_rows);
            type_keys(&mut self.app, "H");
            let back = shown(&self.app, with_rows);
            assert_eq!(back.0, before.0, "H after {what} at {:?}", self.app.size);
            if before.1.is_some() {
                assert_eq!(back.1, before.1, "H after {what} at {:?}", self.app.size);
            }
            type_keys(&mut self.app, "L");
            assert_eq!(shown(&self.app, with_rows), there, "L after {what} at {:?}", self.app.size);
            self.left.push(before.0);
        } else if n_steps > 1 {
            self.left.clear();
        }
    }

    /// Goes back through all places that are known, and forward again.
    fn go_back_and_forward(&mut self) {
        close(&mut self.app);
        let here = self.app.view().place();
        for place in self.left.iter().rev() {
            type_keys(&mut self.app, "H");
            assert_eq!(self.app.view().place(), *place, "at {:?}", self.app.size);
        }
        type_keys(&mut self.app, &"L".repeat(self.left.len()));
        assert_eq!(self.app.view().place(), here, "at {:?}", self.app.size);
    }
}

/// Takes 500 steps in a window of this size, and counts those that led elsewhere.
fn walk(size: (u16, u16), seed: u64) -> usize {
    let mut walk = Walk::new(size, seed);
    let mut n_travels = 0;
    for step in 1..=500 {
        let n_left = walk.left.len();
        walk.step();
        n_travels += usize::from(walk.left.len() > n_left);
        if step % 250 == 0 {
            walk.go_back_and_forward();
        }
    }
    n_travels
}

#[test]
fn every_travel_is_undone_exactly() {
    let sizes = [(80, 24), (160, 45), (44, 14), (100, 30)];
    let n_travels: usize = std::thread::scope(|scope| {
        let walks: Vec<_> =
            sizes.into_iter().zip(1..).map(|(size, seed)| scope.spawn(move || walk(size, seed))).collect();
        walks.into_iter().map(|walk| walk.join().unwrap()).sum()
    });
    // The walk would prove nothing if it stayed in one place.
    assert!(n_travels > 200, "only {n_travels} of 2000 steps led elsewhere");
}
