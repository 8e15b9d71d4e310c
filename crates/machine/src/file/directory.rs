//! The files beside the program: names and what is in them, in the order in which they were made.
//!
//! ```text
//! FILES -> next, content, length, name… -> next, content, length, name… -> null
//! ```

use heapglass_heap::{Address, domain::Domain, runtime};

use super::{CONTENT_SIZE, DATA, LINKS, ROOM, SIZE, Target, Whence};
use crate::machine::Machine;

/// The first entry.
const FILES: Address = Address::new(runtime::THREAD_WORDS.raw() + 8 * 51);
/// The entry after.
const NEXT: u64 = 0;
/// What is in the file.
const CONTENT: u64 = 8;
/// Bytes of the name, which follows.
const LENGTH: u64 = 16;
const NAME: u64 = 24;

impl Machine {
    fn entries(&self) -> impl Iterator<Item = Address> {
        let mut at = self.thread_word(FILES);
        std::iter::from_fn(move || {
            let entry = at.non_null()?;
            at = self.field(entry, NEXT);
            Some(entry)
        })
    }

    fn entry_name(&self, entry: Address) -> String {
        let name = self.heap.memory.slice(entry.plus(NAME), self.word(entry, LENGTH) as u64);
        String::from_utf8_lossy(name).into_owned()
    }

    fn entry(&self, name: &str) -> Option<Address> {
        self.entries().find(|entry| self.entry_name(*entry) == name)
    }

    /// The names of all files beside the program.
    pub fn file_names(&self) -> Vec<String> {
        self.entries().map(|entry| self.entry_name(entry)).collect()
    }

    /// All files beside the program: names and bytes.
    pub fn named_files(&self) -> Vec<(String, Vec<u8>)> {
        self.entries().map(|entry| (self.entry_name(entry), self.content_bytes(self.field(entry, CONTENT)))).collect()
    }

    fn content_bytes(&self, content: Address) -> Vec<u8> {
        match self.file_size(content) {
            0 => Vec::new(),
            size => self.heap.memory.slice(self.field(content, DATA), size).to_vec(),
        }
    }

    /// The content of the file with this name.
    pub fn named_file(&self, name: &str) -> Option<Address> {
        self.entry(name).map(|entry| self.field(entry, CONTENT))
    }

    /// Bytes of a content.
    pub fn file_size(&self, content: Address) -> u64 {
        self.word(content, SIZE) as u64
    }

    /// Makes a file beside the program, last in order; there is none of this name. Returns its content.
    pub fn new_named_file(&mut self, name: &str, bytes: &[u8]) -> Address {
        let content = self.heap.allocate_zeroed(Domain::Raw, CONTENT_SIZE);
        self.set_word(content, LINKS, 1);
        if !bytes.is_empty() {
            let data = self.heap.allocate(Domain::Raw, bytes.len() as u64);
            self.heap.memory.write(data, bytes);
            self.heap.memory.set_address(content.plus(DATA), data);
            self.set_word(content, ROOM, bytes.len() as i64);
            self.set_word(content, SIZE, bytes.len() as i64);
        }
        self.add_entry(name, content);
        content
    }

    /// Takes a link over.
    fn add_entry(&mut self, name: &str, content: Address) {
        let entry = self.heap.allocate_zeroed(Domain::Raw, NAME + name.len() as u64);
        self.heap.memory.set_address(entry.plus(CONTENT), content);
        self.set_word(entry, LENGTH, name.len() as i64);
        self.heap.memory.write(entry.plus(NAME), name.as_bytes());
        let last = self.entries().last();
        let place = last.map_or(FILES, |last| last.plus(NEXT));
        self.heap.memory.set_address(place, entry);
    }

    /// Opens a file beside the program, at its end if it is to be continued; `None` if too many are open.
    pub fn open_named_file(&mut self, content: Address, at_end: bool) -> Option<u64> {
        let number = self.open_content(content)?;
        if let (true, Some(Target::File(file))) = (at_end, self.descriptor(number)) {
            self.file_seek(file, 0, Whence::End);
        }
        Some(number)
    }

    /// Removes a name; what is open stays readable. False if there is none.
    pub fn remove_file(&mut self, name: &str) -> bool {
        let Some(entry) = self.entry(name) else { return false };
        let content = self.take_entry(entry);
        self.unlink_content(content);
        true
    }

    /// Gives a file another name, and takes the file away that had it. False if there is no such file.
    pub fn rename_file(&mut self, from: &str, to: &str) -> bool {
        let Some(entry) = self.entry(from) else { return false };
        if from != to {
            self.remove_file(to);
            let content = self.take_entry(entry);
            self.add_entry(to, content);
        }
        true
    }

    /// Takes an entry out of the chain; its link goes to the caller.
    fn take_entry(&mut self, entry: Address) -> Address {
        let (next, content) = (self.field(entry, NEXT), self.field(entry, CONTENT));
        let before = self.entries().find(|other| self.field(*other, NEXT) == entry);
        let place = before.map_or(FILES, |before| before.plus(NEXT));
        self.heap.memory.set_address(place, next);
        self.heap.release(Domain::Raw, entry);
        content
    }
}
