//! A small seeded random generator (SplitMix64): the same seed gives the same catalogue, on every machine.

/// A stream of pseudo-random numbers.
#[derive(Clone)]
pub(crate) struct Rng(u64);

impl Rng {
    /// The stream number `stream` of `seed`; streams are independent, so that a producer's content
    /// does not depend on how many producers there are.
    pub(crate) fn stream(seed: u64, stream: u64) -> Self {
        let mut rng = Self(seed ^ stream.wrapping_mul(0xd6e8_feb8_6659_fd93));
        rng.next();
        rng
    }

    /// The next 64 bits.
    pub(crate) fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ (z >> 31)
    }

    /// A number from 0 up to, not including, `bound`; 0 when `bound` is 0.
    pub(crate) fn below(&mut self, bound: usize) -> usize {
        // The bias of the remainder is about bound / 2^64: nothing for bounds this small.
        self.next().checked_rem(bound as u64).unwrap_or(0) as usize
    }

    /// A number from `low` to `high`, both included.
    pub(crate) fn between(&mut self, low: i64, high: i64) -> i64 {
        low + self.below((high - low + 1).max(0) as usize) as i64
    }

    /// True once in `n` times.
    pub(crate) fn one_in(&mut self, n: usize) -> bool {
        self.below(n) == 0
    }

    /// Puts `items` in random order.
    pub(crate) fn shuffle<T>(&mut self, items: &mut [T]) {
        for last in (1..items.len()).rev() {
            items.swap(last, self.below(last + 1));
        }
    }

    /// A Swedish–English pair out of a flat list `[sv, en, sv, en, …]`.
    pub(crate) fn pair(&mut self, list: &'static [&'static str]) -> [&'static str; 2] {
        let chosen = 2 * self.below(list.len() / 2);
        match list.get(chosen..chosen + 2) {
            Some([sv, en]) => [sv, en],
            _ => ["", ""],
        }
    }
}
