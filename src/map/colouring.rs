//! What the colours of the map tell, and the signs that tell the same without colour.

use super::cells::{Blocks, Cell, PoolCells};
use super::palette::{Palette, Rgb, hue, mix};
use crate::picture::BlockSort;
use heapglass_words::heap_map as words;
use std::collections::{BTreeMap, HashMap};

/// What the colours tell.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Colouring {
    /// The class of the object in a block.
    #[default]
    Type,
    /// Bytes of a block.
    Size,
    /// How long ago the object was made.
    Age,
    /// Generation of the collector.
    Generation,
    /// How full the block's pool is.
    Occupancy,
}

impl Colouring {
    /// All, in the order of the menu.
    pub const ALL: [Self; 5] = [Self::Type, Self::Size, Self::Age, Self::Generation, Self::Occupancy];

    /// The word in the menu.
    pub fn word(self) -> &'static str {
        match self {
            Self::Type => words::colouring_type(),
            Self::Size => words::colouring_size(),
            Self::Age => words::colouring_age(),
            Self::Generation => words::colouring_generation(),
            Self::Occupancy => words::colouring_occupancy(),
        }
    }

    /// The word in links, and how it is kept for the next visit.
    pub fn link_word(self) -> &'static str {
        match self {
            Self::Type => "type",
            Self::Size => "size",
            Self::Age => "age",
            Self::Generation => "generation",
            Self::Occupancy => "occupancy",
        }
    }

    /// The one with this word in links.
    pub fn by_link_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|colouring| colouring.link_word() == word)
    }

    /// The one that comes next.
    #[must_use]
    pub fn next(self) -> Self {
        let place = Self::ALL.iter().position(|one| *one == self).unwrap_or(0);
        Self::ALL[(place + 1) % Self::ALL.len()]
    }
}

/// A pattern over a colour, for blocks that have room for it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[allow(missing_docs, reason = "the words say it")]
pub enum Pattern {
    Plain,
    Rows,
    Columns,
    Rising,
    Falling,
    Dots,
}

impl Pattern {
    const ALL: [Self; 6] = [Self::Plain, Self::Rising, Self::Rows, Self::Dots, Self::Columns, Self::Falling];

    /// Whether a dot of the picture belongs to the sign.
    pub fn marks(self, x: u32, y: u32) -> bool {
        match self {
            Self::Plain => false,
            Self::Rows => y.is_multiple_of(4),
            Self::Columns => x.is_multiple_of(4),
            Self::Rising => (x + y).is_multiple_of(4),
            Self::Falling => (x + 4 - y % 4).is_multiple_of(4),
            Self::Dots => x.is_multiple_of(3) && y.is_multiple_of(3),
        }
    }
}

/// Blocks with one colour.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Group {
    /// One or two characters that stand in a block with room for them.
    pub sign: String,
    /// What the blocks have in common.
    pub words: String,
    /// How many there are.
    pub count: u64,
    /// Their colour.
    pub colour: Rgb,
    /// Their pattern.
    pub pattern: Pattern,
}

/// Groups with names of their own when the colours tell types.
const MOST_TYPES: usize = 11;

/// Which block has which colour, and what the colours mean.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Legend {
    colouring: Colouring,
    /// All groups; those without blocks too, so that a number always means the same.
    pub groups: Vec<Group>,
    /// Classes with a group of their own. They are few: looking through them is quicker than hashing.
    types: Vec<(i32, u8)>,
    sizes: BTreeMap<u32, u8>,
    /// Births at which the bands of age end.
    ages: [i32; 4],
}

impl Legend {
    /// The colours for these blocks.
    pub fn of(colouring: Colouring, blocks: &Blocks, palette: &Palette) -> Self {
        let mut legend = Self { colouring, groups: Vec::new(), types: Vec::new(), sizes: BTreeMap::new(), ages: [0; 4] };
        match colouring {
            Colouring::Type => legend.by_type(blocks, palette),
            Colouring::Size => legend.by_size(blocks),
            Colouring::Age => legend.by_age(blocks, palette),
            Colouring::Generation => legend.by_generation(palette),
            Colouring::Occupancy => legend.by_occupancy(palette),
        }
        let mut counts = vec![0; legend.groups.len()];
        for pool in blocks.pools() {
            let share = legend.occupancy(pool);
            for cell in &pool.cells {
                if let Some(count) = legend.group(pool, cell, share).and_then(|group| counts.get_mut(usize::from(group))) {
                    *count += 1;
                }
            }
        }
        for (group, count) in legend.groups.iter_mut().zip(counts) {
            group.count = count;
        }
        legend
    }

    /// What the colours tell.
    pub fn colouring(&self) -> Colouring {
        self.colouring
    }

    /// The number of a block's group; none for blocks that are not in use. `share` is that of [`Legend::occupancy`].
    pub fn group(&self, pool: &PoolCells, cell: &Cell, share: u8) -> Option<u8> {
        let is_object = match cell.sort {
            BlockSort::Object => true,
            BlockSort::Buffer => false,
            BlockSort::Free | BlockSort::Uncarved => return None,
        };
        Some(match self.colouring {
            Colouring::Type if is_object => self.types.iter().find(|(class, _)| *class == cell.class).map_or(0, |(_, group)| *group),
            Colouring::Type => 1,
            Colouring::Size => self.sizes.get(&pool.block_size).copied().unwrap_or(0),
            Colouring::Age if !is_object => 5,
            Colouring::Age if cell.id <= 0 => 0,
            Colouring::Age => 1 + u8::try_from(self.ages[..3].iter().filter(|end| cell.id > **end).count()).unwrap_or(0),
            Colouring::Generation if is_object => cell.generation.min(3),
            Colouring::Generation => 4,
            Colouring::Occupancy => share,
        })
    }

    /// How full a pool is, in quarters; 4: full.
    pub fn occupancy(&self, pool: &PoolCells) -> u8 {
        if self.colouring != Colouring::Occupancy {
            return 0;
        }
        u8::try_from(pool.used() * 4 / pool.cells.len().max(1)).unwrap_or(0)
    }

    fn add(&mut self, sign: impl Into<String>, words: impl Into<String>, colour: Rgb, pattern: Pattern) -> u8 {
        self.groups.push(Group { sign: sign.into(), words: words.into(), count: 0, colour, pattern });
        u8::try_from(self.groups.len() - 1).unwrap_or(u8::MAX)
    }

    fn by_type(&mut self, blocks: &Blocks, palette: &Palette) {
        self.add("…", words::other_types(), mix(palette.kinds[10], 45, palette.panel), Pattern::Dots);
        self.add("▪", words::tables(), palette.taken, Pattern::Plain);
        let mut counts: HashMap<i32, u64> = HashMap::new();
        for pool in blocks.pools() {
            // Neighbours are often alike.
            for run in pool.cells.chunk_by(|one, other| one.class == other.class && one.sort == other.sort).filter(|run| run[0].sort == BlockSort::Object) {
                *counts.entry(run[0].class).or_default() += run.len() as u64;
            }
        }
        let mut types: Vec<(u64, i32)> = counts.into_iter().map(|(class, count)| (count, class)).collect();
        // The program's own classes come first, whatever their number: they are what is looked for.
        types.sort_by_key(|(count, class)| (*class <= 0, std::cmp::Reverse(*count), *class));
        let mut signs: Vec<String> = Vec::new();
        let mut of_kind: HashMap<Rgb, usize> = HashMap::new();
        for (_, class) in types.into_iter().take(MOST_TYPES) {
            let Some(kind) = blocks.types.get(&class) else { continue };
            let sign = sign(&kind.name, &signs);
            let base = palette.kind(kind.shape);
            let nth = of_kind.entry(base).or_default();
            let colour = mix(base, [58, 36, 80][*nth % 3], palette.panel);
            let pattern = Pattern::ALL[*nth % Pattern::ALL.len()];
            *nth += 1;
            signs.push(sign.clone());
            let group = self.add(sign, kind.name.clone(), colour, pattern);
            self.types.push((class, group));
        }
    }

    fn by_size(&mut self, blocks: &Blocks) {
        let mut sizes: Vec<u32> = blocks.pools().map(|pool| pool.block_size).collect();
        sizes.sort_unstable();
        sizes.dedup();
        for size in sizes {
            let pattern = Pattern::ALL[(size / 16) as usize % Pattern::ALL.len()];
            let group = self.add(size.to_string(), words::of_size(size.into()), hue(size / 16 * 137), pattern);
            self.sizes.insert(size, group);
        }
    }

    fn by_age(&mut self, blocks: &Blocks, palette: &Palette) {
        let mut births: Vec<i32> = blocks.pools().flat_map(|pool| &pool.cells).map(|cell| cell.id).filter(|id| *id > 0).collect();
        births.sort_unstable();
        self.ages = [1, 2, 3, 4].map(|part| births.get((births.len() * part / 4).saturating_sub(1)).copied().unwrap_or(i32::MAX));
        self.add("·", words::older_than_program(), mix(palette.quiet, 35, palette.panel), Pattern::Plain);
        let quarters = [words::oldest_quarter(), words::older_quarter(), words::younger_quarter(), words::youngest_quarter()];
        for (part, words) in quarters.into_iter().enumerate() {
            let share = [20, 45, 70, 100][part];
            let pattern = [Pattern::Columns, Pattern::Rows, Pattern::Dots, Pattern::Plain][part];
            self.add((4 - part).to_string(), words, mix(palette.changed, share, palette.quiet), pattern);
        }
        self.add("▪", words::tables(), palette.taken, Pattern::Rising);
    }

    fn by_generation(&mut self, palette: &Palette) {
        let generations = [words::generation_0(), words::generation_1(), words::generation_2()];
        let patterns = [Pattern::Dots, Pattern::Rows, Pattern::Plain];
        for (number, words) in generations.into_iter().enumerate() {
            self.add(number.to_string(), words, palette.generations[number], patterns[number]);
        }
        self.add("–", words::not_tracked(), mix(palette.quiet, 35, palette.panel), Pattern::Plain);
        self.add("▪", words::tables(), palette.taken, Pattern::Rising);
    }

    fn by_occupancy(&mut self, palette: &Palette) {
        let shares = [words::less_than_quarter(), words::quarter(), words::half(), words::three_quarters(), words::full()];
        let patterns = [Pattern::Dots, Pattern::Columns, Pattern::Rows, Pattern::Rising, Pattern::Plain];
        for (quarter, words) in shares.into_iter().enumerate() {
            let share = 20 + 20 * quarter as u32;
            self.add(["○", "¼", "½", "¾", "●"][quarter], words, mix(palette.accent, share, palette.panel), patterns[quarter]);
        }
    }
}

/// Two letters for a type that no other has yet.
fn sign(name: &str, taken: &[String]) -> String {
    let letters: Vec<char> = name.chars().filter(|letter| letter.is_alphanumeric()).collect();
    let Some(first) = letters.first() else { return "?".into() };
    let pairs = letters.iter().skip(1).map(|second| format!("{first}{second}"));
    let free = pairs.chain(('0'..='9').map(|digit| format!("{first}{digit}"))).find(|pair| !taken.contains(pair));
    free.unwrap_or_else(|| first.to_string())
}
